import type { Duty } from '@semai/domain/duties/duty'
import { soonDays } from '@semai/domain/duties/adopters-duties'
import { answersForUnit } from '@semai/domain/scaling/finding-parties'
import { itsMinistry } from '@semai/domain/scaling/scaling-programme'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { findingParties } from '../scaling/findings.ts'

const atOnce = 200
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The unit was told of each recommendation whose day is within a week, and of each that has passed; of these the ministry in
 * charge too. Each day is told of once; a new deadline anew. Once a day is enough. A query for 200 findings, and a few for each.
 */
export async function warnOfFindings(db: Db, now: Date): Promise<void> {
  for (let after = nobody; ;) {
    const due = await dueAfter(db, { after, today: dayIn(now) })
    for (const one of due) await inTransaction(db, (db) => tell(db, one, now))
    if (due.length < atOnce) return
    after = due.at(-1)!.id
  }
}

/** Recommendations whose day is near or has passed, by id. */
function dueAfter(db: Db, { after, today }: { after: string; today: string }) {
  return db
    .selectFrom('programme_finding as f')
    .innerJoin('scaling_programme as p', 'p.id', 'f.programme_id')
    .innerJoin('organisation as m', 'm.id', 'p.owner_id')
    .innerJoin('organisation as u', 'u.id', 'f.organisation_id')
    .select(['f.id', 'p.slug as code', 'p.name as innovation', 'u.name as adopter'])
    .select([sql<string>`f.due_on`.as('dueOn'), sql<boolean>`f.due_on < ${today}::date`.as('isLate')])
    .select(findingParties)
    .where('f.state', '=', 'recommended')
    .where(sql<boolean>`f.due_on <= ${today}::date + ${soonDays}::int`)
    .where('f.id', '>', after)
    .orderBy('f.id')
    .limit(atOnce)
    .execute()
}
type Due = Awaited<ReturnType<typeof dueAfter>>[number]

async function tell(
  db: Tx,
  { id: finding, code, innovation, adopter, dueOn, isLate, unit, ministry }: Due,
  now: Date,
): Promise<void> {
  const detail = { code, innovation, adopter, finding }
  const kind = isLate ? ('deadline_passed' as const) : ('deadline_near' as const)
  const once = `finding ${finding} ${dueOn} ${isLate ? 'passed' : 'near'}`
  const duty: Duty = { kind: 'finding_follow_up', on: dueOn, detail }
  const people = await peopleAllowed(db, answersForUnit, { subject: unit, now })
  await notify(db, { kind, detail: { duty }, to: people, at: now, once })
  if (!isLate) return
  const awaited: Duty = { kind: 'finding_awaited', on: dueOn, detail }
  const others = await peopleAllowed(db, itsMinistry, { subject: ministry, now })
  await notify(db, { kind, detail: { duty: awaited }, to: others, at: now, once })
}
