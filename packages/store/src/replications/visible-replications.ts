import { statesSeenBy } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'

const publicStates = statesSeenBy(replicationLifecycle, 'public')

/**
 * Every read of replications starts here, with `a` who takes it over, `o` its institution and `i` the innovation. What is
 * being prepared or further is public; what was only recommended, declined or cancelled is seen by both sides, those who
 * guide it, and the ministries.
 */
export function visibleReplications(db: Db, actor: Actor) {
  return db
    .selectFrom('replication as r')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .$if(!readsEverything(actor), (query) =>
      query.where((eb) =>
        eb.or([eb('r.state', 'in', publicStates), ...(actor.grants.length === 0 ? [] : [isInvolved(actor)])]),
      ),
    )
}

/**
 * The same replications as `visibleReplications`, to count: only `r`, with the other tables for those whose view depends on
 * them. Joining three tables to 20,000 rows that nobody reads costs as much as the counting.
 */
export function countedReplications(db: Db, actor: Actor) {
  const sees = db.selectFrom('replication as r')
  if (readsEverything(actor)) return sees
  if (actor.grants.length === 0) return sees.where('r.state', 'in', publicStates)
  return sees.where('r.id', 'in', visibleReplications(db, actor).select('r.id'))
}

/** True in SQL where somebody reads what is not public of a replication, for a query over `r`, `a` and `i`. */
export function readsInside(actor: Actor): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`
  return actor.grants.length === 0 ? sql<boolean>`false` : isInvolved(actor)
}

function readsEverything({ grants }: Actor): boolean {
  return grants.some(({ role }) => role === 'secretariat' || role === 'co_manager' || role === 'auditor')
}

/** True in SQL where the actor is of one of the sides, guides the adopter, or recommended it. */
function isInvolved(actor: Actor): RawBuilder<boolean> {
  const both = scopeIds(actor, 'author', 'local_admin', 'head')
  const adopters = [...both, ...scopeIds(actor, 'hub', 'mentor', 'inspectorate')]
  const provinces = guidedProvinces(actor)
  return sql<boolean>`(${isWithin('a.id', adopters)} or ${isWithin('i.organisation_id', both)}
    or r.province_code = any(${provinces}::text[]) or r.recommended_by = any(${scopeIds(actor, 'hub', 'sector_ministry')}::uuid[]))`
}

/** Provinces in which somebody guides as hub or mentor, or in one of these roles alone. */
export function guidedProvinces(
  { grants }: Pick<Actor, 'grants'>,
  as: readonly ('hub' | 'mentor')[] = ['hub', 'mentor'],
): string[] {
  return grants.flatMap(({ role, provinceCode }) =>
    as.some((one) => one === role) && provinceCode !== null ? [provinceCode] : [],
  )
}

/** Where a page of replications begins: after the row with this moment and id. */
export type ReplicationCursor = { movedAt: Date; id: string }
