import {
  credits,
  dataLicence,
  datasets,
  type DatasetName,
  type ExportFormat,
} from '@semai/domain/exchange/datasets'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { exportSource, type ExportScope, type ExportSource } from './export-source.ts'
import { csvText } from './write-csv.ts'
import { geoJson, jsonDocument, jsonLines } from './write-json.ts'
import { xlsxFile, type Notes } from './write-xlsx.ts'

export type ExportOptions = ExportScope & { format: ExportFormat; bom?: boolean }

/**
 * A dataset as bytes, read from the database as they are taken: memory stays the same for a hundred rows or a
 * million. Narratives without a source are not in it.
 */
export function exportDataset(db: Db, actor: Actor, options: ExportOptions): AsyncIterable<Uint8Array> {
  return written(exportSource(db, actor, options), options)
}

/** A source in one format, as bytes. */
export function written(source: ExportSource, options: ExportOptions): AsyncIterable<Uint8Array> {
  const { format, bom = false, ...scope } = options
  if (format === 'xlsx') return xlsxFile(source, notesOf(scope, source))
  const about = aboutDataset(scope)
  const writers = {
    csv: () => csvText(source, { bom }),
    json: () => jsonDocument(source, about),
    jsonl: () => jsonLines(source),
    geojson: () => geoJson(source, { ...about, note: seats }),
  }
  return encoded(writers[format]())
}

const seats =
  'A point is the seat of government of the region, not the centre of its area and not a place of service.'

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}

/** What every file that can say so says about itself. */
function aboutDataset({ dataset, today, claims }: ExportScope) {
  return {
    dataset,
    schema_version: schemaVersion,
    as_of: today,
    ...(claims !== undefined && { filter: claims }),
    licence: { name: dataLicence.short, url: dataLicence.url },
    credits: creditsOf(dataset),
  }
}

function creditsOf(dataset: DatasetName) {
  return datasets[dataset].credits.map((name) => {
    const { work, url, licence, licenceUrl } = credits[name]
    return { work, url, licence, licence_url: licenceUrl }
  })
}

function notesOf(scope: ExportScope, { headings }: ExportSource): Notes {
  const { title, says } = datasets[scope.dataset]
  return [
    [title.en, says.en],
    [title.id, says.id],
    ['as_of', scope.today],
    ['schema_version', schemaVersion],
    ['licence', `${dataLicence.short} ${dataLicence.url}`],
    ...creditsOf(scope.dataset).map((credit): [string, string] => [
      credit.work,
      `${credit.licence} ${credit.licence_url}`,
    ]),
    ['points', seats],
    ...headings.map(({ name, says }): [string, string] => [name, `${says.en} / ${says.id}`]),
  ]
}
