import { datasetNames, datasets, type DatasetName, type ExportFormat } from '@semai/domain/exchange/datasets'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { datasetSizes } from './data-version.queries.ts'
import { written } from './export-dataset.ts'
import { exportSource, type Entry } from './export-source.ts'

/** How large a file is; `exact` is false when it was reckoned from its first rows. */
export type FileSize = { format: ExportFormat; bytes: number; exact: boolean }
export type DatasetSize = { name: DatasetName; rows: number; files: FileSize[] }

/**
 * Rows and file sizes of every dataset. Looks at the first page of each and reckons the rest from it, so that the
 * cost does not grow with the data: seven queries in all.
 */
export async function fileSizes(db: Db, actor: Actor, today: string): Promise<DatasetSize[]> {
  const counted = await datasetSizes(db)
  const found: DatasetSize[] = []
  for (const dataset of datasetNames) {
    const rows = counted[dataset] ?? 0
    const { headings, pages } = exportSource(db, actor, { dataset, today })
    const first = await firstPage(pages)
    const share = first.length === 0 ? 1 : Math.max(1, rows / first.length)
    const files: FileSize[] = []
    for (const format of datasets[dataset].formats) {
      const sample = { headings, pages: [first] }
      const bytes = await lengthOf(written(sample, { dataset, format, today }))
      files.push({ format, bytes: Math.round(bytes * share), exact: share === 1 })
    }
    found.push({ name: dataset, rows, files })
  }
  return found
}

async function firstPage(pages: ReturnType<typeof exportSource>['pages']): Promise<Entry[]> {
  for await (const page of pages) return page
  return []
}

async function lengthOf(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of bytes) length += chunk.length
  return length
}
