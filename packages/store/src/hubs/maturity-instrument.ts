import type { MaturityInstrument, MaturityItem } from '@semai/domain/hubs/hub-maturity'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** What an instrument is read from, for a query over `maturity_instrument v`. */
export function instrumentColumns(db: Db) {
  return [
    'v.version',
    'v.note_id as noteId',
    'v.note_en as noteEn',
    'v.levels',
    'v.aspects',
    'v.reply_days as replyDays',
    jsonArrayFrom(
      db
        .selectFrom('maturity_item as w')
        .select(['w.key', 'w.aspect', sql<number>`w.weight::float`.as('weight')])
        .select(sql<MaturityItem['text']>`jsonb_build_object('id', w.text_id, 'en', w.text_en)`.as('text'))
        .where(sql<boolean>`w.version = v.version`)
        .orderBy('w.position')
        .orderBy('w.key'),
    )
      .$castTo<MaturityItem[]>()
      .as('items'),
  ] as const
}

type InstrumentRow = Omit<MaturityInstrument, 'note'> & { noteId: string; noteEn: string }

/** The columns as an instrument. */
export function asInstrument(row: InstrumentRow): MaturityInstrument {
  const { version, levels, aspects, replyDays, items } = row
  return { version, levels, aspects, replyDays, items, note: { id: row.noteId, en: row.noteEn } }
}

/** The newest version of the instrument. One query. */
export async function newestInstrument(db: Db): Promise<MaturityInstrument> {
  const row = await db
    .selectFrom('maturity_instrument as v')
    .select(instrumentColumns(db))
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return asInstrument(row)
}
