import { only } from '@semai/domain/lifecycle'
import type { HolidayLine, StageLine } from '@semai/domain/mentoring/mentoring-rules.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { editsReasons } from '@semai/domain/reasons/reason'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'

/**
 * The list of stages is these, in this order, with these promised times; others are retired, and read where they are used.
 * Engagements under way keep what was promised to them.
 * @throws Refusal forbidden; nothing is then written.
 */
export function saveStages(
  db: Db,
  actor: Actor,
  { stages, now }: { stages: readonly StageLine[]; now: Date },
): Promise<void> {
  if (!editsReasons.allows(actor, null)) throw new Refusal('forbidden', only(editsReasons))
  return inTransaction(db, async (db) => {
    await sql`lock table mentoring_stage in share row exclusive mode`.execute(db)
    const keys = stages.map(({ key }) => key)
    await db
      .updateTable('mentoring_stage')
      .set({ retired_at: now })
      .where('key', 'not in', keys)
      .where('retired_at', 'is', null)
      .execute()
    const rows = stages.map(({ key, id, en, promisedDays }, i) => ({
      key,
      label_id: id,
      label_en: en,
      position: (i + 1) * 10,
      promised_days: promisedDays,
      retired_at: null,
    }))
    await db
      .insertInto('mentoring_stage')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          label_id: eb.ref('excluded.label_id'),
          label_en: eb.ref('excluded.label_en'),
          position: eb.ref('excluded.position'),
          promised_days: eb.ref('excluded.promised_days'),
          retired_at: null,
        })),
      )
      .execute()
    const detail = Object.fromEntries(stages.map(({ key, promisedDays }) => [key, promisedDays]))
    await audit(db, actor, { what: 'mentoring.save_stages', subjectId: 'mentoring_stage', at: now, detail })
  })
}

/**
 * The days off are these and no others.
 * @throws Refusal forbidden; nothing is then written.
 */
export function saveHolidays(
  db: Db,
  actor: Actor,
  { holidays, now }: { holidays: readonly HolidayLine[]; now: Date },
): Promise<void> {
  if (!editsReasons.allows(actor, null)) throw new Refusal('forbidden', only(editsReasons))
  return inTransaction(db, async (db) => {
    await sql`lock table public_holiday in share row exclusive mode`.execute(db)
    await db.deleteFrom('public_holiday').execute()
    if (holidays.length > 0)
      await db
        .insertInto('public_holiday')
        .values([...holidays])
        .execute()
    const detail = { days: holidays.length }
    await audit(db, actor, { what: 'mentoring.save_holidays', subjectId: 'public_holiday', at: now, detail })
  })
}
