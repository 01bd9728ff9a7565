import type { BudgetRules } from '@semai/domain/action-plans/budget-calendar'
import { isLate } from '@semai/domain/duties/duty'
import { mostNamedDuties } from '@semai/domain/notices/duty-notices'
import { noticeKinds } from '@semai/domain/notices/notice-kinds'
import { personActor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { grantHolds } from '../people/grant-holds.ts'
import { grantsInForce } from '../people/grants-in-force.ts'
import { dutiesOf } from './duty.queries.ts'

const atOnce = 200
const weekMs = 7 * 86_400_000

/**
 * Whoever wants it (a choice of theirs, or by the role they hold) was told what is theirs to do, once for each week from
 * Saturday on; nobody for whom nothing waits. A query for 200 people, and up to four and a notice for each.
 * @returns how many were told now.
 */
export async function tellWeeklyDuties(
  db: Db,
  { rules, now }: { rules: BudgetRules; now: Date },
): Promise<number> {
  let told = 0
  const today = dayIn(now)
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const people = await wantersAfter(db, after, now)
    for (const { id, grants } of people) {
      const duties = await dutiesOf(db, personActor(id, grants), { rules, now, today })
      if (duties.length === 0) continue
      const detail = {
        today,
        count: duties.length,
        late: duties.filter((duty) => isLate(duty, today)).length,
        duties: duties.slice(0, mostNamedDuties),
      }
      const once = `duties of the week of ${weekOf(now)}`
      await inTransaction(db, (db) => notify(db, { kind: 'duties_week', detail, to: [id], at: now, once }))
      told += 1
    }
    if (people.length < atOnce) return told
    after = people.at(-1)!.id
  }
}

/** The Saturday with which the week of a moment began, so that Sunday evening and Monday morning are of one week. */
function weekOf(now: Date): string {
  const saturday = Date.parse('2000-01-01T00:00:00Z')
  const day = Date.parse(`${dayIn(now)}T00:00:00Z`)
  return new Date(day - ((day - saturday) % weekMs)).toISOString().slice(0, 10)
}

/** People who chose it, or chose nothing and hold a role that is usually told; by id. */
function wantersAfter(db: Db, after: string, now: Date) {
  const roles = [...(noticeKinds.duties_week.usualFor ?? [])]
  return db
    .selectFrom('person as p')
    .leftJoin('notice_preference as c', (join) =>
      join.onRef('c.person_id', '=', 'p.id').on('c.kind', '=', 'duties_week'),
    )
    .select(['p.id', grantsInForce(now).as('grants')])
    .where('p.deactivated_at', 'is', null)
    .where('p.id', '>', after)
    .where(
      sql<boolean>`exists (select from role_grant g where g.person_id = p.id and ${grantHolds(now)}
        and (g.role = any(${roles}::text[]) or c.kind is not null))`,
    )
    .where(sql<boolean>`(c.kind is null or c.in_app or c.mail <> 'off')`)
    .orderBy('p.id')
    .limit(atOnce)
    .execute()
}
