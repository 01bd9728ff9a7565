import type { NeedRecord } from '@semai/domain/exchange/need-record'
import { needTable } from '@semai/domain/exchange/need-table'
import type { Db } from '../db/transaction.ts'
import { inPages } from './in-pages.ts'
import { needRecords } from './need-records.queries.ts'
import type { NeedRecordFilter } from './need-records.queries.ts'
import { csvText } from './write-csv.ts'

/** Needs that everybody may read as a CSV file, read as it is taken. */
export async function* needsFile(
  db: Db,
  filter: NeedRecordFilter,
  { bom }: { bom: boolean },
): AsyncGenerator<Uint8Array> {
  const pages = inPages<NeedRecord, string>(
    ({ after, limit }) => needRecords(db, { ...filter, after, limit }),
    ({ id }) => id,
  )
  for await (const text of csvText({ headings: needTable, pages: flattened(pages) }, { bom })) {
    yield Buffer.from(text)
  }
}

async function* flattened(pages: AsyncIterable<NeedRecord[]>) {
  for await (const page of pages) {
    yield page.map((record) => ({
      record,
      point: null,
      cells: () => needTable.map((column) => column.of(record)),
    }))
  }
}
