import { sql } from 'kysely'
import { insertMany } from '../db/bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'

export type NamedSource = { name: string; url: string | null }

/** Gives the id of a source that was named to `ensureSources`. */
export type SourceIds = (name: string, url?: string | null) => string

/** Every source named is in the database afterwards; what comes back gives its id. */
export async function ensureSources(db: Tx, sources: Iterable<NamedSource>): Promise<SourceIds> {
  const wanted = new Map<string, NamedSource>()
  for (const source of sources) wanted.set(keyOf(source.name, source.url), source)
  const names = [...new Set([...wanted.values()].map((source) => source.name))]
  const known = await db
    .selectFrom('source')
    .select(['id', 'name', 'url'])
    .where('name', '=', sql<string>`any(${names}::text[])`)
    .execute()
  const ids = new Map(known.map(({ id, name, url }) => [keyOf(name, url), id]))
  const missing = [...wanted].filter(([key]) => !ids.has(key))
  const rows = missing.map(([key, { name, url }]) => {
    const id = uuidv7()
    ids.set(key, id)
    return { id, name, url }
  })
  await insertMany(db, 'source', rows)
  return (name, url = null) => {
    const id = ids.get(keyOf(name, url))
    if (id === undefined) throw new RangeError(`ensureSources: not among the sources given: ${name}`)
    return id
  }
}

function keyOf(name: string, url: string | null): string {
  return `${name}\n${url ?? ''}`
}
