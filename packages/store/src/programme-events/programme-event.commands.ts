import { programmeEventKinds } from '@semai/domain/programme-events/programme-event'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { SourceIds } from '../exchange/source-ids.ts'
import type { ProgrammeEventTables } from './programme-events-schema.ts'

/** An act of the programme as a file tells it. */
export type ToldEvent = Readonly<Record<string, string>>

/** How the names in a file become ids. */
export type Known = {
  innovation: (code: string) => string
  organisation: (key: string) => string | undefined
  source: SourceIds
}

/**
 * What the programme did is known as the file tells it, by key: what it tells anew is changed.
 * @throws RangeError for a kind nobody knows: a mistake of the author.
 */
export async function storeProgrammeEvents(db: Tx, rows: readonly ToldEvent[], known: Known): Promise<void> {
  for (const row of rows) {
    const kind = programmeEventKinds.find((one) => one === row['kind'])
    if (kind === undefined || kind === 'hub_invited' || kind === 'hub_designated')
      throw new RangeError(`storeProgrammeEvents: no such kind: ${row['kind']}`)
    const told: Omit<ProgrammeEventTables['programme_event'], 'id' | 'key'> = {
      kind,
      happened: row['date']!,
      innovation_id: known.innovation(row['innovation']!),
      organisation_id: row['for_organisation'] ? known.organisation(row['for_organisation'])! : null,
      about_id: row['about_id'] || null,
      about_en: row['about_en'] || null,
      source_id: known.source(row['source']!, row['source_url'] || null),
    }
    await db
      .insertInto('programme_event')
      .values({ id: uuidv7(), key: row['key']!, ...told })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
      .execute()
  }
}
