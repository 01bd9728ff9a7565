import { once } from 'node:events'
import { bringUpToDate } from '@semai/store/db/ready'
import { silent } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'
import type { OpenedDatabase } from '@semai/store/db/open'
import { inTransaction } from '@semai/store/db/transaction'
import { orderListOnDisk } from '@semai/store/innovations/list-order'
import { rebuildSearch } from '@semai/store/search/search-index.commands'
import { from as copyFrom } from 'pg-copy-streams'
import { columns, syntheticCatalogue } from '@semai/testkit/synthetic-catalogue'
import type { SyntheticRow } from '@semai/testkit/synthetic-catalogue'

type Table = SyntheticRow['table']
const tables = Object.keys(columns) as Table[]
const rowsInBatch = 20_000

/**
 * A migrated database at `place` holds a synthetic catalogue of `size` innovations afterwards, with the search
 * documents the product itself builds, and fresh statistics.
 */
export async function fillDatabase(place: { owner: string }, size: number): Promise<void> {
  const opened = await openDatabase({ role: 'owner', poolSize: 2 }, { SEMAI_DATABASE: place.owner })
  const client = await opened.pool.connect()
  await bringUpToDate(client, opened.pool, silent)
  client.release()
  // Row by row the list would be derived three times: once is enough when nobody looks.
  const derived = ['innovation', 'innovation_award', 'claim']
  for (const table of derived) await opened.pool.query(`alter table ${table} disable trigger user`)
  const indexes = await withoutIndexes(opened)
  await copyRows(opened, size)
  await opened.pool.query('analyze') // without sizes the list may be derived by a walk through all for each
  await opened.pool.query('select refresh_innovation_list(array(select id from innovation))')
  for (const table of derived) await opened.pool.query(`alter table ${table} enable trigger user`)
  await inTransaction(opened.db, (db) => rebuildSearch(db, 'all'))
  await opened.pool.query(`set maintenance_work_mem = '512MB'`)
  for (const index of indexes) await opened.pool.query(index)
  await orderListOnDisk(opened.db)
  await opened.pool.query('vacuum (analyze)')
  await opened.close()
}

/** Drops the indexes of the list, which are quicker built at once. @returns the statements that build them. */
async function withoutIndexes({ pool }: OpenedDatabase): Promise<string[]> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = 'innovation_list' and indexname not like '%_pkey'`,
  )
  for (const { indexname } of rows) await pool.query(`drop index ${indexname}`)
  return rows.map(({ indexdef }) => indexdef)
}

async function copyRows(opened: OpenedDatabase, size: number): Promise<void> {
  const waiting = new Map<Table, string[]>(tables.map((table) => [table, []]))
  let count = 0
  for (const { table, values } of syntheticCatalogue(size)) {
    waiting.get(table)!.push(`${values.map((value) => value ?? '\\N').join(',')}\n`)
    count += 1
    if (count % rowsInBatch === 0) await flush(opened, waiting)
  }
  await flush(opened, waiting)
}

/** In the order of `columns`, so that what is referred to comes first. */
async function flush({ pool }: OpenedDatabase, waiting: Map<Table, string[]>): Promise<void> {
  const client = await pool.connect()
  for (const table of tables) {
    const lines = waiting.get(table)!
    if (lines.length === 0) continue
    const copy = client.query(
      copyFrom(`copy ${table} (${columns[table]}) from stdin with (format csv, null '\\N')`),
    )
    copy.end(lines.join(''))
    await once(copy, 'finish')
    waiting.set(table, [])
  }
  client.release()
}
