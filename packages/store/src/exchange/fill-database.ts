import type { Kysely } from 'kysely'
import type { Progress } from '../db/environment.ts'
import type { Schema } from '../db/schema.ts'
import { bringSearchUpToDate } from '../search/search-index.commands.ts'
import { loadShippedData } from './shipped-data.ts'

/** A migrated database holds the shipped data, once, and a search index that fits the shipped language. */
export async function fillDatabase(owner: Kysely<Schema>, progress: Progress): Promise<void> {
  await loadShippedData(owner, progress)
  if (await bringSearchUpToDate(owner)) progress('The catalogue was indexed anew for search')
}
