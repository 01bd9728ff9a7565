import { grantLapse, lapsesAt } from '@semai/domain/people/granting'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { certifiedBefore, grantHolds } from '../people/grant-holds.ts'
import { notify } from './notify.ts'

/** So many days before a role ends its holder is told, and told again. */
const warnings = [30, 7] as const
const dayMs = 86_400_000

/**
 * Holders of roles that nobody looked at for a year, and whoever gave them, were told when those lapse: two months, a month and a
 * week before; nobody twice at one distance. Once a day is enough.
 * @returns how many roles were told of now.
 */
export async function warnOfLapsingGrants(db: Db, now: Date): Promise<number> {
  let told = 0
  for (;;) {
    const lapsing = await lapsingGrants(db, now)
    for (const { id, personId, givenBy, role, organisation, certifiedAt, once } of lapsing) {
      const detail = { role, organisation, until: dayIn(lapsesAt(certifiedAt)) }
      const to = givenBy === null ? [personId] : [personId, givenBy]
      await inTransaction(db, (db) =>
        notify(db, { kind: 'grant_lapsing', detail, to, at: now, once: `${once} ${id}` }),
      )
    }
    told += lapsing.length
    if (lapsing.length < atOnce) return told
  }
}

/** Roles about to lapse whose holder was not told at this distance since they were last looked at, the nearest first. */
async function lapsingGrants(db: Db, now: Date) {
  const lapsed = certifiedBefore(now)
  const [far, middle, near] = grantLapse.warningDays.map((days) => new Date(lapsed.getTime() + days * dayMs))
  const distance = sql`case when g.certified_at <= ${near} then 7 when g.certified_at <= ${middle} then 30 else 60 end`
  const once = sql<string>`'grant lapses in ' || ${distance} || ' since ' || to_char(g.certified_at at time zone 'UTC', 'YYYY-MM-DD')`
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select(['g.id', 'g.person_id as personId', 'g.role', 'o.name as organisation', once.as('once')])
    .select(['g.certified_at as certifiedAt', 'g.granted_by as givenBy'])
    .where(grantHolds(now))
    .where('g.certified_at', '<=', far!)
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from notice n where n.once = ${once} || ' ' || g.id || ' ' || g.person_id)`,
    )
    .orderBy('g.certified_at')
    .orderBy('g.id')
    .limit(atOnce)
    .execute()
}

/**
 * Everybody whose role ends within 30 days was told of it, and within 7 days once more; nobody twice. Once a day is
 * enough.
 * @returns how many were told now.
 */
export async function warnOfEndingGrants(db: Db, now: Date): Promise<number> {
  let told = 0
  for (;;) {
    const ending = await endingGrants(db, now)
    for (const { id, personId, role, organisation, until, once } of ending) {
      const detail = { role, organisation, until: dayIn(until) }
      await inTransaction(db, (db) =>
        notify(db, { kind: 'grant_expiring', detail, to: [personId], at: now, once: `${once} ${id}` }),
      )
    }
    told += ending.length
    if (ending.length < atOnce) return told
  }
}

const atOnce = 200

/** Roles about to end whose holder was not told yet at this distance, the nearest first. */
async function endingGrants(db: Db, now: Date) {
  const [far, near] = warnings.map((days) => new Date(now.getTime() + days * dayMs))
  const once = sql<string>`case when g.valid_until <= ${near} then 'grant ends in a week' else 'grant ends in a month' end`
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select(['g.id', 'g.person_id as personId', 'g.role', 'o.name as organisation', once.as('once')])
    .select(sql<Date>`g.valid_until`.as('until'))
    .where('g.revoked_at', 'is', null)
    .where('g.valid_until', '>', now)
    .where('g.valid_until', '<=', far!)
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from notice n where n.once = ${once} || ' ' || g.id || ' ' || g.person_id)`,
    )
    .orderBy('g.valid_until')
    .orderBy('g.id')
    .limit(atOnce)
    .execute()
}
