import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from './notify.ts'

/** So many days before a role ends its holder is told, and told again. */
const warnings = [30, 7] as const
const dayMs = 86_400_000

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
