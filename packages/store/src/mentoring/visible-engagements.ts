import type { HubScope } from '@semai/domain/hubs/hub-scope'
import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

/**
 * Every read of engagements starts here, with team `t`, its hub's organisation `h` and whom it accompanies `a`: seen by the
 * team, the hub and its mentors, the people of `a`, and the ministries. Who reads the notes of visits is narrower.
 */
export function visibleEngagements(db: Db, actor: Actor) {
  return db
    .selectFrom('engagement as e')
    .innerJoin('mentor_team as t', 't.id', 'e.team_id')
    .innerJoin('organisation as h', 'h.id', 't.hub_id')
    .innerJoin('organisation as a', 'a.id', 'e.organisation_id')
    .$if(!watchesAll(actor), (query) => query.where(isInvolved(actor)))
}

function watchesAll({ grants }: Actor): boolean {
  return grants.some(({ role }) => role === 'secretariat' || role === 'co_manager')
}

function isInvolved(actor: Actor) {
  return sql<boolean>`(${isWithin('t.hub_id', scopeIds(withoutProvince(actor), 'hub', 'mentor'))}
    or (length(h.region_code) = 2 and h.region_code = any(${guidedProvinces(actor)}::text[]))
    or exists (select from mentor_team_member m where m.team_id = t.id and m.until is null and m.person_id = ${actor.personId})
    or ${isWithin('a.id', scopeIds(actor, 'author', 'local_admin', 'head'))})`
}

/** Grants over a province reach by the province, not by the organisation they were given through. */
function withoutProvince({ grants }: Actor) {
  return { grants: grants.filter(({ provinceCode }) => provinceCode === null) }
}

/** The scope of the hub whose organisation is `h`. */
export const hubScopeOf = sql<HubScope>`jsonb_build_object(
  'provinceCode', case when length(h.region_code) = 2 then h.region_code end,
  'ownerPath', (select coalesce(jsonb_agg(x.above_id order by x.depth), '[]') from organisation_above x where x.organisation_id = h.id))`

/** Who is in team `t` now. */
export const membersOfTeam = sql<string[]>`coalesce((select jsonb_agg(m.person_id order by m.since, m.id)
  from mentor_team_member m where m.team_id = t.id and m.until is null), '[]')`

/** What rules ask of an engagement, for a query over `t`, `h` and `a`. */
export const partyColumns = [
  hubScopeOf.as('hub'),
  membersOfTeam.as('memberIds'),
  sideOf('a.id').$castTo<Owned>().as('accompanied'),
] as const
