import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { SourceIds } from '../exchange/source-ids.ts'
import { fillProgramme } from './fill-programme.ts'

const asShipped = { revision: 0, recorded_by: null }

/** How the names in a file become ids. */
export type KnownNames = {
  innovation: (code: string) => string
  organisation: (key: string) => string | undefined
  source: SourceIds
}

/**
 * Programmes are on record as the file tells them, by their address; one that somebody has written since stays as it is. The file
 * holds no targets: none is published.
 */
export async function storeProgrammes(
  db: Tx,
  rows: readonly Readonly<Record<string, string>>[],
  { known, now }: { known: KnownNames; now: Date },
): Promise<void> {
  for (const row of rows) {
    const told = {
      name: row['name']!,
      owner_id: known.organisation(row['owner']!)!,
      named_on: row['named_on'] || null,
      protection_id: row['protection_id'] || null,
      protection_en: row['protection_en'] || null,
      source_id: row['source'] ? known.source(row['source'], row['source_url'] || null) : null,
    }
    const stored = await db
      .insertInto('scaling_programme')
      .values({ id: uuidv7(), slug: row['slug']!, ...told, ...asShipped, recorded_at: now, updated_at: now })
      .onConflict((conflict) =>
        conflict.column('slug').doUpdateSet(told).where('scaling_programme.revision', '=', 0),
      )
      .returning('id')
      .executeTakeFirst()
    if (!stored) continue
    await fillProgramme(db, stored.id, {
      innovations: row['innovations']!.split('|').map((code) => known.innovation(code.trim())),
      bases: row['bases']
        ? row['bases'].split('|').map((title) => ({ title: title.trim(), link: null }))
        : [],
      targets: [],
      regions: [],
    })
  }
}
