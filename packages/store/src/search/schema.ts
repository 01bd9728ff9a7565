import type { Kysely } from 'kysely'
import type { Day, Schema } from '../db/schema.ts'

type SearchTables = {
  search_index: { one: boolean; language: string; records: number; built_at: Date }
  search_root: { root: string; records: number }
  search_word: { word: string; records: number }
  search_synonym: { id: string; words: string[]; also_finds: string[]; weight: number; note: string | null }
  search_stopword: { word: string; weight: number }
  search_demand: { asked: string; day: Day; times: number }
  innovation_list: { innovation_id: string; words: string }
}

/** The database as search sees it. */
export type SearchDb = Kysely<Schema & SearchTables>

/** The same connection, with the tables of search. */
export function searchTables(db: Kysely<Schema>): SearchDb {
  return db as unknown as SearchDb
}
