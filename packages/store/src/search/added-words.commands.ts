import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { administersPlatform } from '@semai/domain/people/granting'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { searchTables } from './schema.ts'

/** An administrator's rows, in the order in which they were added; at most 500 of each. Two queries. */
export async function addedWords(db: Db) {
  const [synonyms, stopWords] = await Promise.all([
    searchTables(db).selectFrom('search_synonym').selectAll().orderBy('id').limit(500).execute(),
    searchTables(db).selectFrom('search_stopword').select('word').orderBy('word').limit(500).execute(),
  ])
  return {
    synonyms: synonyms.map(({ id, words, also_finds, note }) => ({ id, words, alsoFinds: also_finds, note })),
    stopWords: stopWords.map(({ word }) => word),
  }
}

export type NewSynonym = {
  words: readonly string[]
  alsoFinds: readonly string[]
  note?: string | undefined
  now: Date
}

/** The words mean the same from the next minute on. @throws Refusal forbidden; nothing is then written. */
export function addSynonym(
  db: Db,
  actor: Actor,
  { words, alsoFinds, note, now }: NewSynonym,
): Promise<string> {
  refuseOthers(actor)
  return inTransaction(db, async (db) => {
    const id = uuidv7()
    const row = { id, words: [...words], also_finds: [...alsoFinds], weight: 0.5, note: note || null }
    await searchTables(db).insertInto('search_synonym').values(row).execute()
    await audit(db, actor, { what: 'search_synonym.add', subjectId: id, at: now })
    return id
  })
}

/** The added synonym is gone. @throws Refusal forbidden | not-found; nothing is then written. */
export function removeSynonym(db: Db, actor: Actor, { id, now }: { id: string; now: Date }): Promise<void> {
  refuseOthers(actor)
  return inTransaction(db, async (db) => {
    const gone = await searchTables(db).deleteFrom('search_synonym').where('id', '=', id).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new Refusal('not-found', notThere)
    await audit(db, actor, { what: 'search_synonym.remove', subjectId: id, at: now })
  })
}

/** The word does not count in queries, or counts again. @throws Refusal forbidden; nothing is then written. */
export function setStopWord(
  db: Db,
  actor: Actor,
  { word, counts, now }: { word: string; counts: boolean; now: Date },
): Promise<void> {
  refuseOthers(actor)
  return inTransaction(db, async (db) => {
    const words = searchTables(db)
    if (counts) await words.deleteFrom('search_stopword').where('word', '=', word).execute()
    else {
      await words
        .insertInto('search_stopword')
        .values({ word, weight: 0 })
        .onConflict((conflict) => conflict.column('word').doUpdateSet({ weight: 0 }))
        .execute()
    }
    await audit(db, actor, {
      what: counts ? 'search_stopword.remove' : 'search_stopword.add',
      subjectId: word,
      at: now,
    })
  })
}

function refuseOthers(actor: Actor): void {
  if (!administersPlatform.allows(actor, null)) throw new Refusal('forbidden', only(administersPlatform))
}

const notThere = { id: 'Baris ini sudah tidak ada.', en: 'This row is no longer there.' }
