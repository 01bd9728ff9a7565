import { serviceClock } from '@semai/domain/mentoring/service-clock'
import type { DaysOff } from '@semai/domain/mentoring/service-clock'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** A stage of an engagement as it is stored. */
export type StageRow = {
  position: number
  stage: string
  labelId: string
  labelEn: string
  promisedDays: number
  enteredOn: string | null
  leftOn: string | null
}

/** A pause as it is stored. */
export type PauseRow = { id: string; from: string; until: string | null; reason: string }

/** The stages of engagement `e` in their order. */
export function stagesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('engagement_stage as g')
      .innerJoin('mentoring_stage as k', 'k.key', 'g.stage')
      .select(['g.position', 'g.stage', 'k.label_id as labelId', 'k.label_en as labelEn'])
      .select(['g.promised_days as promisedDays', 'g.entered_on as enteredOn', 'g.left_on as leftOn'])
      .where(sql<boolean>`g.engagement_id = e.id`)
      .orderBy('g.position'),
  ).$castTo<StageRow[]>()
}

/** The pauses of engagement `e`, oldest first. */
export function pausesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('engagement_pause as z')
      .select(['z.id', 'z.from_on as from', 'z.until_on as until', 'z.reason'])
      .where(sql<boolean>`z.engagement_id = e.id`)
      .orderBy('z.from_on')
      .orderBy('z.id')
      .limit(200),
  ).$castTo<PauseRow[]>()
}

/** The stages with their clocks on a day, and the one under way; `current` null before the first and after the last. */
export function clockOf(stages: readonly StageRow[], off: DaysOff & { today: string }) {
  const clocked = stages.map(({ labelId, labelEn, ...stage }) => ({
    ...stage,
    label: { id: labelId, en: labelEn },
    clock: serviceClock(stage, off),
  }))
  const current = clocked.find(({ enteredOn, leftOn }) => enteredOn !== null && leftOn === null) ?? null
  return { stages: clocked, current }
}
export type ClockedStage = ReturnType<typeof clockOf>['stages'][number]
