import { claimTable } from '@semai/domain/exchange/claim-table'
import type { DatasetName } from '@semai/domain/exchange/datasets'
import type { Cell, Column, FlatTable } from '@semai/domain/exchange/flat-table'
import { innovationTable } from '@semai/domain/exchange/innovation-table'
import { programmeEventTable } from '@semai/domain/exchange/programme-event-record'
import { agencyTable, attributeTable, figureTable, regionTable } from '@semai/domain/exchange/region-table'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { claimRecords, type ClaimFilter, type ClaimPlace } from './claim-records.queries.ts'
import { inPages } from './in-pages.ts'
import { innovationRecords } from './innovation-records.queries.ts'
import { programmeEventRecords } from './programme-event-records.queries.ts'
import {
  agencyRecords,
  attributeRecords,
  figureRecords,
  regionRecords,
  type AttributePlace,
} from './place-records.queries.ts'

/** A record, its flat form, and the point it is drawn at, if it has one. */
export type Entry = { record: unknown; cells: () => Cell[]; point: { lat: number; lon: number } | null }

export type Heading = Pick<Column<never>, 'name' | 'says'>

/** What is written in any format: the columns, and the entries page by page. */
export type ExportSource = { headings: readonly Heading[]; pages: AsyncIterable<Entry[]> | Iterable<Entry[]> }

/** `claims` narrows the dataset of claims; `today` decides the strength shown. */
export type ExportScope = { dataset: DatasetName; today: string; claims?: ClaimFilter | undefined }

/** The rows of a dataset as the actor may see them, read from the database as they are taken. */
export function exportSource(db: Db, actor: Actor, scope: ExportScope): ExportSource {
  return sources[scope.dataset](db, actor, scope)
}

type Page<Place> = { after: Place | null; limit: number }

const sources: Record<DatasetName, (db: Db, actor: Actor, scope: ExportScope) => ExportSource> = {
  innovations: (db, actor) =>
    source(
      innovationTable,
      inPages(
        (page: Page<string>) => innovationRecords(db, actor, page),
        ({ record }) => record.code,
      ),
    ),
  claims: (db, actor, { today, claims }) =>
    source(
      claimTable,
      inPages(
        (page: Page<ClaimPlace>) => claimRecords(db, actor, { ...page, today, filter: claims ?? {} }),
        ({ place }) => place,
      ),
    ),
  regions: (db) =>
    source(
      regionTable,
      inPages(
        async (page: Page<string>) =>
          (await regionRecords(db, page)).map((record) => ({ record, point: record.point })),
        ({ record }) => record.code,
      ),
    ),
  agencies: (db) =>
    source(
      agencyTable,
      inPages(
        async (page: Page<string>) => (await agencyRecords(db, page)).map((record) => ({ record })),
        ({ record }) => record.slug,
      ),
    ),
  attributes: (db) =>
    source(
      attributeTable,
      inPages(
        (page: Page<AttributePlace>) => attributeRecords(db, page),
        ({ place }) => place,
      ),
    ),
  figures: (db) =>
    source(
      figureTable,
      inPages(
        (page: Page<string>) => figureRecords(db, page),
        ({ place }) => place,
      ),
    ),
  events: (db) =>
    source(
      programmeEventTable,
      inPages(
        async (page: Page<string>) => (await programmeEventRecords(db, page)).map((record) => ({ record })),
        ({ record }) => record.key,
      ),
    ),
}

function source<Row>(
  table: FlatTable<Row>,
  pages: AsyncIterable<{ record: Row; point?: Entry['point'] }[]>,
): ExportSource {
  return { headings: table, pages: flattened(table, pages) }
}

async function* flattened<Row>(
  table: FlatTable<Row>,
  pages: AsyncIterable<{ record: Row; point?: Entry['point'] }[]>,
): AsyncGenerator<Entry[]> {
  for await (const page of pages) {
    yield page.map(({ record, point = null }) => ({
      record,
      point,
      cells: () => table.map((column) => column.of(record)),
    }))
  }
}
