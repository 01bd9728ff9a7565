import { statesSeenBy } from '@semai/domain/lifecycle'
import { needRoles } from '@semai/domain/needs/need-access'
import { needLifecycle } from '@semai/domain/needs/need.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

/** States in which everyone sees a need. */
export const publicNeedStates = statesSeenBy(needLifecycle, 'public')

/** Every read of needs starts here: stated ones are public; drafts are seen by who may write them. */
export function visibleNeeds(db: Db, actor: Actor) {
  return db
    .selectFrom('need as n')
    .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
    .where((eb) => eb.or([eb('n.state', 'in', publicNeedStates), isTheirs(actor)]))
}

/** True in SQL for needs of the organisations somebody works for or guides. */
export function isTheirs(actor: Actor) {
  const provinces = guidedProvinces(actor, ['hub'])
  const own = isWithin('n.organisation_id', scopeIds(actor, ...needRoles))
  return sql<boolean>`(${own} or n.province_code = any(${provinces}::text[]))`
}
