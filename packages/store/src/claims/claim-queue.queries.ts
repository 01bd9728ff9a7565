import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import type { ClaimStep } from '@semai/domain/claims/claim.lifecycle'
import { offeredSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { readableClaims } from './claim-page.queries.ts'
import { hubsOf, partyColumns, withHub } from './claim-sides.ts'

export const claimQueues = ['confirm', 'verify', 'renew', 'disputed'] as const
/** What can wait for somebody: to confirm, to verify, to renew, a dispute to answer or to decide. */
export type ClaimQueue = (typeof claimQueues)[number]

/** Days before the end of validity from which the adopter is asked. */
const askedDaysBefore = 60

/** Where a page goes on: the day or moment a row waits since, and its id. */
export type QueueCursor = { since: string; id: string }

/** Of each queue: what it is ordered by, its type, and the steps one of which its rows wait for. */
const queues = {
  confirm: { since: 'c.recorded_at', type: 'timestamptz', steps: ['confirm'] },
  verify: { since: 'c.recorded_at', type: 'timestamptz', steps: ['verify'] },
  renew: { since: 'c.valid_until', type: 'date', steps: ['renew'] },
  disputed: { since: 'c.disputed_at', type: 'timestamptz', steps: ['answer', 'uphold'] },
} as const satisfies Record<ClaimQueue, { since: string; type: string; steps: readonly ClaimStep[] }>

/**
 * Claims that wait for this person, those that wait longest first, by keyset; a row stands here only if the step is
 * theirs to take, so that a page may be shorter than `limit`. One query.
 */
export async function claimQueue(
  db: Db,
  actor: Actor,
  asked: { queue: ClaimQueue; now: Date; today: string; after?: QueueCursor | undefined; limit?: number },
) {
  const { queue, now, today, after, limit = 20 } = asked
  const since = sql.ref(queues[queue].since)
  const type = sql.raw(queues[queue].type)
  const rows = await readableClaims(db, actor)
    .select(partyColumns(now))
    .select(['i.name as innovation', 'a.name as unit', 'o.name as organisation'])
    .select(sql<string>`${since}::text`.as('since'))
    .where(waiting(actor, { queue, now, today }))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${since}, c.id) > (${after!.since}::${type}, ${after!.id}::uuid)`),
    )
    .orderBy(sql`${since}`)
    .orderBy('c.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  const isTheirs = (row: (typeof rows)[number]) =>
    offeredSteps(claimLifecycle, { subject: withHub(row), actor, now }).some(({ step }) =>
      (queues[queue].steps as readonly ClaimStep[]).includes(step),
    )
  return { rows: rows.slice(0, limit).filter(isTheirs), next: last && { since: last.since, id: last.id } }
}
export type QueuedClaim = Awaited<ReturnType<typeof claimQueue>>['rows'][number]

type Asked = { queue: ClaimQueue; now: Date; today: string }

/** As narrow as SQL says it simply; who may is decided by the life cycle. */
function waiting(actor: Actor, { queue, now, today }: Asked): RawBuilder<boolean> {
  const own = scopeIds(actor, 'author', 'local_admin')
  const fresh = sql<boolean>`c.declared_at is not null and c.state = 'stands' and c.valid_until >= ${today}::date`
  switch (queue) {
    case 'confirm':
      return sql`${fresh} and c.strength = 'declared' and ${isWithin('i.organisation_id', own)}`
    case 'verify':
      return sql`${fresh} and c.strength in ('declared', 'confirmed') and ${checkedBy(actor, now)}`
    case 'renew':
      return sql`c.state = 'stands' and c.kind = 'state' and c.valid_until < ${today}::date + ${askedDaysBefore}::int
        and ${isWithin('a.id', own)}`
    case 'disputed':
      return sql`(c.state = 'disputed' and ${isWithin('a.id', own)}
        or c.state in ('disputed', 'answered') and ${checkedBy(actor, now)})`
  }
}

/** Claims in the care of somebody who checks: as hub, inspectorate, sector ministry, or standing in for a hub. */
function checkedBy(actor: Actor, now: Date): RawBuilder<boolean> {
  const regional = actor.grants.filter(({ role, provinceCode }) => role === 'hub' && provinceCode !== null)
  const provinces = regional.map(({ provinceCode }) => provinceCode)
  const sectors = scopeIds(actor, 'sector_ministry')
  const standsIn = actor.grants.some(({ role }) => role === 'secretariat')
  return sql`(left(c.region_code, 2) = any(${provinces}::text[])
    or ${isWithin('a.id', scopeIds(actor, 'hub', 'inspectorate'))}
    or exists (select from innovation_party p join organisation_above x on x.organisation_id = p.organisation_id
      where p.innovation_id = c.innovation_id and p.role = 'sector_ministry' and x.above_id = any(${sectors}::uuid[]))
    or (${standsIn}::boolean and ${hubsOf(now)} = '[]'))`
}
