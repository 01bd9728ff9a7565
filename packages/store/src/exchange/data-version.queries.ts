import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { Db } from '../db/transaction.ts'

/** Which state the data is in: `tag` changes with every committed change; `at` is when the last one was made. */
export type DataVersion = { tag: string; at: Date | null }

/** How many of the last events are looked at: one with a lower number may be committed after one with a higher. */
const lookBack = 200

/** The present version of all data, read from the audit trail in one quick query whatever its length. */
export async function dataVersion(db: Db): Promise<DataVersion> {
  const { ids, at } = await db
    .selectFrom((eb) =>
      eb.selectFrom('audit_event').select(['id', 'at']).orderBy('id', 'desc').limit(lookBack).as('e'),
    )
    .select(sql<string | null>`string_agg(e.id::text, ',' order by e.id)`.as('ids'))
    .select((eb) => eb.fn.max('e.at').as('at'))
    .executeTakeFirstOrThrow()
  return {
    tag: createHash('sha256')
      .update(ids ?? '')
      .digest('base64url')
      .slice(0, 16),
    at,
  }
}

/** Rows of each dataset, counted. One query; the tables are small beside their files. */
export function datasetSizes(db: Db) {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('innovation')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('innovations'),
      eb
        .selectFrom('claim')
        .where('withdrawn_at', 'is', null)
        .select(sql<number>`count(*)::int`.as('n'))
        .as('claims'),
      eb
        .selectFrom('region')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('regions'),
      eb
        .selectFrom('organisation')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('agencies'),
      eb
        .selectFrom('region_attribute')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('attributes'),
      eb
        .selectFrom('published_figure')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('figures'),
      sql<number>`((select count(*) from programme_event)
        + (select count(*) from hub where region_code is not null))::int`.as('events'),
    ])
    .executeTakeFirstOrThrow()
}

/** Files imported after the shipped ones: the last import of each, with its fingerprint. */
export function importedFiles(db: Db) {
  return db
    .selectFrom('import_run')
    .distinctOn(['kind', 'file_name'])
    .select(['kind', 'file_name as fileName', 'sha256', 'rows_read as rows', 'finished_at as finishedAt'])
    .where('kind', '<>', 'shipped')
    .orderBy('kind')
    .orderBy('file_name')
    .orderBy('finished_at', 'desc')
    .execute()
}
