import { adoptersDuties, soonDays } from '@semai/domain/duties/adopters-duties'
import { isLate } from '@semai/domain/duties/duty'
import type { Duty } from '@semai/domain/duties/duty'
import { anyOf } from '@semai/domain/people/access'
import { mayReplicate, mentorsOf } from '@semai/domain/replications/replication-parties'
import { dayIn, daysBetween } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { grantHolds } from '../people/grant-holds.ts'
import type { DeadlineTold } from './duties-schema.ts'
import { milestonesOf, reportedQuarters, workedSince } from '../replications/work-columns.ts'

const atOnce = 200
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The people of a replication were told of each day that is near (an answer or a milestone within a week, a report once its
 * quarter has ended) and of each that has passed: once each. Near, the adopter; passed, its mentors too, and of an answer
 * whoever recommended. Once a day is enough. One query for 200 replications, and a few for each day told of.
 * @returns how many days were told of now.
 */
export async function warnOfDeadlines(db: Db, now: Date): Promise<number> {
  let told = 0
  for (let after = nobody; ;) {
    const open = await openAfter(db, after)
    for (const one of open) {
      for (const deadline of deadlinesOf(one, dayIn(now))) {
        told += Number(await inTransaction(db, (db) => tell(db, one, { ...deadline, now })))
      }
    }
    if (open.length < atOnce) return told
    after = open.at(-1)!.id
  }
}

/** The next replications on which something may be due, by id. */
function openAfter(db: Db, after: string) {
  return db
    .selectFrom('replication as r')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .select(['r.id', 'r.code', 'r.state', 'r.answer_by as answerBy', 'a.name as adopter'])
    .select(['r.recommended_by as recommendedBy', 'r.recommended_as as recommendedAs'])
    .select([sql<string>`coalesce(r.local_name, i.name)`.as('innovation'), sideOf('a.id').as('side')])
    .select([milestonesOf(db).as('milestones'), reportedQuarters(db).as('reported')])
    .select([workedSince.as('since'), toldOf.as('told')])
    .where('r.state', 'in', ['proposed', 'preparing', 'implementing', 'running'])
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(atOnce)
    .execute()
}
type Open = Awaited<ReturnType<typeof openAfter>>[number]

/** What was told before, as `kind about stage`, for a query over `r`. */
const toldOf = sql<string[]>`coalesce((select jsonb_agg(t.kind || ' ' || t.about || ' ' || t.stage)
  from deadline_told t where t.replication_id = r.id), '[]')`

type Deadline = Pick<DeadlineTold, 'kind' | 'about' | 'stage'> & { duty: Duty }

/** The days that are near or have passed, and were not told of. */
function deadlinesOf(open: Open, today: string): Deadline[] {
  const { code, adopter, innovation, told } = open
  const named = { code, adopter, innovation }
  const work = { ...open, named, createdOn: today, open: [], links: [] }
  const budget = { chain: 'other' as const, regionCode: null, years: [] }
  return adoptersDuties({ ...work, budget }, noWindows, today).flatMap((duty) => {
    const about = aboutOf(duty)
    if (about === null || daysBetween(today, duty.on) > soonDays + (duty.kind === 'report' ? 7 : 0)) return []
    const deadline = { ...about, stage: isLate(duty, today) ? ('passed' as const) : ('near' as const), duty }
    return told.includes(`${deadline.kind} ${deadline.about} ${deadline.stage}`) ? [] : [deadline]
  })
}

/** Windows of the budget are told of by a job of their own. */
const noWindows = {
  note: { id: '-', en: '-' },
  windows: { local: {}, central: {}, company: {}, other: {} },
  ways: {},
  codes: {},
  regions: {},
}

function aboutOf(duty: Duty): Pick<DeadlineTold, 'kind' | 'about'> | null {
  switch (duty.kind) {
    case 'answer':
      return { kind: 'answer', about: duty.on }
    case 'milestone':
      return { kind: 'milestone', about: `${duty.detail.milestone} ${duty.on}` }
    case 'report':
      return { kind: 'report', about: `${duty.detail.year}-${duty.detail.quarter}` }
    default:
      return null
  }
}

/** Whether it was told now; not when it had been before. */
async function tell(
  db: Tx,
  open: Open,
  { kind, about, stage, duty, now }: Deadline & { now: Date },
): Promise<boolean> {
  const isNew = await db
    .insertInto('deadline_told')
    .values({ replication_id: open.id, kind, about, stage, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('stage')
    .executeTakeFirst()
  if (!isNew) return false
  const hears = stage === 'near' || kind === 'answer' ? mayReplicate : anyOf(mayReplicate, mentorsOf)
  const to = await peopleAllowed(db, hears, { subject: open.side, now })
  const others = stage === 'passed' && kind === 'answer' ? await recommenders(db, open, now) : []
  const notice = stage === 'near' ? 'deadline_near' : 'deadline_passed'
  await notify(db, { kind: notice, detail: { duty }, to, at: now })
  if (others.length > 0) {
    const awaited: Duty = { kind: 'answer_awaited', on: duty.on, detail: duty.detail }
    await notify(db, { kind: notice, detail: { duty: awaited }, to: others, at: now })
  }
  return true
}

/** Who holds the role in whose name it was recommended. One query. */
async function recommenders(
  db: Tx,
  { recommendedAs, recommendedBy }: Pick<Open, 'recommendedAs' | 'recommendedBy'>,
  now: Date,
): Promise<string[]> {
  if (recommendedAs === null) return []
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select('p.id')
    .distinct()
    .where('g.role', '=', recommendedAs)
    .where('g.organisation_id', 'is not distinct from', recommendedBy)
    .where(grantHolds(now))
    .where('p.deactivated_at', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.map(({ id }) => id)
}
