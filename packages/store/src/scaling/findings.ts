import type { Actor } from '@semai/domain/people/actor'
import type { Owned } from '@semai/domain/people/access'
import { Refusal } from '@semai/domain/refusal'
import type { FindingLife } from '@semai/domain/scaling/finding.lifecycle'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'

/**
 * Every read of findings starts here, as rows `f` with their programme `p`, its ministry `m` and the unit `u`, for whom
 * `readsFinding` of domain names: both sides, those who guide the unit, and who watches nationwide.
 */
export function visibleFindings(db: Db, actor: Actor) {
  return db
    .selectFrom('programme_finding as f')
    .innerJoin('scaling_programme as p', 'p.id', 'f.programme_id')
    .innerJoin('organisation as m', 'm.id', 'p.owner_id')
    .innerJoin('organisation as u', 'u.id', 'f.organisation_id')
    .$if(!readsAll(actor), (query) => query.where(isInvolved(actor)))
}

function readsAll({ grants }: Actor): boolean {
  return grants.some(({ role }) => role === 'secretariat' || role === 'co_manager' || role === 'auditor')
}

function isInvolved(actor: Actor): RawBuilder<boolean> {
  const hubs = actor.grants.filter(({ role }) => role === 'hub')
  const provinces = hubs.flatMap(({ provinceCode }) => provinceCode ?? [])
  const trees = scopeIds({ grants: hubs.filter(({ provinceCode }) => provinceCode === null) }, 'hub')
  const units = [...scopeIds(actor, 'author', 'local_admin', 'head', 'inspectorate'), ...trees]
  return sql<boolean>`(${isWithin('m.id', scopeIds(actor, 'sector_ministry'))} or ${isWithin('u.id', units)}
    or ${sideOf('u.id')} ->> 'provinceCode' = any(${provinces}::text[]))`
}

/** What rules ask of a finding, for a query over `m` and `u`. */
export const findingParties = [
  sideOf('m.id').$castTo<Owned>().as('ministry'),
  sideOf('u.id').$castTo<Owned>().as('unit'),
] as const

/**
 * A finding as its life cycle sees it, with its names. One query.
 * @throws Refusal not-found, also where this person may not see it.
 */
export async function loadFinding(db: Db, actor: Actor, { slug, id }: { slug: string; id: string }) {
  const row = isUuid(id)
    ? await visibleFindings(db, actor)
        .select(['f.id', 'f.kind', 'f.finding', 'f.recommendation', 'f.follow_up as followUp'])
        .select([
          sql<FindingLife['state']>`f.state`.as('state'),
          'f.found_on as foundOn',
          'f.due_on as dueOn',
        ])
        .select(['p.slug', 'p.name as programme', 'u.name as unitName', 'u.slug as unitSlug'])
        .select('m.name as ministryName')
        .select(findingParties)
        .where('f.id', '=', id)
        .where('p.slug', '=', slug)
        .executeTakeFirst()
    : undefined
  if (!row) {
    throw new Refusal('not-found', {
      id: 'Temuan ini tidak ada, atau belum terbuka bagi Anda.',
      en: 'There is no such finding, or it is not open to you.',
    })
  }
  return row
}
export type LoadedFinding = Awaited<ReturnType<typeof loadFinding>>
