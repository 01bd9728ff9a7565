import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Says } from '@semai/domain/text/says'
import type { Db } from '../db/transaction.ts'

/** One stage of the list as it stands now. */
export type MentoringStage = { key: string; label: Says; promisedDays: number; isRetired: boolean }

/** The stages in their order, retired ones last, and the days that do not count as working days. One query. */
export async function mentoringRules(db: Db): Promise<{
  stages: readonly MentoringStage[]
  holidays: readonly { day: string; name: string }[]
}> {
  const row = await db
    .selectNoFrom([
      jsonArrayFrom(
        db
          .selectFrom('mentoring_stage as s')
          .select(['s.key', 's.label_id as id', 's.label_en as en', 's.promised_days as promisedDays'])
          .select(sql<boolean>`s.retired_at is not null`.as('isRetired'))
          .orderBy(sql`s.retired_at is not null`)
          .orderBy('s.position')
          .orderBy('s.key'),
      ).as('stages'),
      jsonArrayFrom(
        db.selectFrom('public_holiday as f').select(['f.day', 'f.name']).orderBy('f.day').limit(1_000),
      ).as('holidays'),
    ])
    .executeTakeFirstOrThrow()
  return {
    holidays: row.holidays,
    stages: row.stages.map(({ id, en, ...stage }) => ({ ...stage, label: { id, en } })),
  }
}

/** The days off as a clock asks for them. */
export function holidaySet(holidays: readonly { day: string }[]): ReadonlySet<string> {
  return new Set(holidays.map(({ day }) => day))
}
