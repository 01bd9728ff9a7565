import { asVector, indexedText, searchDocument } from '@semai/domain/search/search-document'
import { wordsOf } from '@semai/domain/search/words'
import { sql } from 'kysely'
import { inTransaction } from '../db/transaction.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { orderListOnDisk } from '../innovations/list-order.ts'
import { forgetRoots } from './collection.queries.ts'
import { shippedLanguage } from './language-files.ts'
import { shippedWords } from './shipped-words.ts'
import { searchTables } from './schema.ts'
import { searchedRecords } from './searched-text.queries.ts'
import type { SearchedRecord } from './searched-text.queries.ts'

const batchSize = 2_000

/** Word or root → number of records with it. */
type Counts = Map<string, number>

/**
 * The search documents of these innovations are as their text is now, and their words are known. Call it in the
 * transaction that changed the text. Counts of words are exact after `'all'`; for some records only new words are
 * added, so that two imports do not wait for each other.
 */
export async function rebuildSearch(db: Tx, innovationIds: readonly string[] | 'all'): Promise<void> {
  const roots: Counts = new Map()
  const words: Counts = new Map()
  let after: string | null = null
  let records = 0
  for (;;) {
    const batch: SearchedRecord[] = await searchedRecords(db, { ids: innovationIds, after, limit: batchSize })
    if (batch.length > 0) await saveDocuments(db, batch, { roots, words })
    records += batch.length
    after = batch.at(-1)?.id ?? null
    if (batch.length < batchSize) break
  }
  await saveCounts(db, { roots, words }, innovationIds === 'all')
  if (innovationIds === 'all') await saveState(db, records)
  else await sql`update search_index set records = (select count(*) from innovation)`.execute(db)
  forgetRoots()
}

/**
 * The search documents are those of the shipped language data: built anew after an update changed the data, or
 * when none were ever built. Does nothing otherwise. Where nobody else uses the database, as when it is set up, the rows
 * are put in order on disk too; that would keep readers waiting for seconds.
 * @returns whether they were built.
 */
export async function bringSearchUpToDate(db: Db): Promise<boolean> {
  const isBuilt = await inTransaction(db, async (db) => {
    const state = await searchTables(db).selectFrom('search_index').select('language').executeTakeFirst()
    if (state?.language === shippedLanguage().fingerprint) return false
    await rebuildSearch(db, 'all')
    return true
  })
  if (isBuilt && (await isAlone(db))) await orderListOnDisk(db) // every row was written anew, in no order
  return isBuilt
}

/** Whether only connections of this kind, the one that sets up, are in this database. */
async function isAlone(db: Db): Promise<boolean> {
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and usename is not null
      and application_name <> current_setting('application_name')`.execute(db)
  return rows[0]!.others === 0
}

async function saveDocuments(
  db: Tx,
  batch: readonly SearchedRecord[],
  { roots, words }: { roots: Counts; words: Counts },
): Promise<void> {
  const language = shippedWords()
  const vectors = batch.map(({ text }) => {
    const document = searchDocument(language, text)
    count(roots, document.keys())
    const written = indexedText(text).flatMap((part) => wordsOf(part.text, language.informal))
    count(words, new Set(written.filter((word) => word.length > 2 && /^\p{L}+$/u.test(word))))
    return asVector(document)
  })
  await sql`update innovation_list l set words = given.words::tsvector
    from unnest(${batch.map(({ id }) => id)}::uuid[], ${vectors}::text[]) given (id, words)
    where l.innovation_id = given.id and l.words is distinct from given.words::tsvector`.execute(db)
}

function count(counts: Counts, found: Iterable<string>): void {
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1)
}

async function saveCounts(
  db: Tx,
  { roots, words }: { roots: Counts; words: Counts },
  all: boolean,
): Promise<void> {
  if (all) await sql`delete from search_root`.execute(db)
  if (all) await sql`delete from search_word`.execute(db)
  await addCounts(db, sql`search_root (root, records)`, roots)
  await addCounts(db, sql`search_word (word, records)`, words)
}

/** In order, so that two transactions that add the same words can not wait for each other in a ring. */
async function addCounts(db: Tx, table: ReturnType<typeof sql>, counts: Counts): Promise<void> {
  const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  await sql`insert into ${table} select * from unnest(${sorted.map(([word]) => word)}::text[],
    ${sorted.map(([, records]) => records)}::integer[]) on conflict do nothing`.execute(db)
}

async function saveState(db: Tx, records: number): Promise<void> {
  const { fingerprint } = shippedLanguage()
  await sql`insert into search_index (language, records, built_at) values (${fingerprint}, ${records}, now())
    on conflict (one) do update set (language, records, built_at) = (excluded.language, excluded.records, excluded.built_at)`.execute(
    db,
  )
}
