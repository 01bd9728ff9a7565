import {
  administersAllAgencies,
  mayMergeAgencies,
  mayRestructure,
  mayAddPart,
} from '@semai/domain/organisations/restructuring'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { likeText } from '../db/like-text.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from './in-scope.ts'
import { noSuchOrganisation, ownedColumns } from './owner-path.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

type Asked = { text?: string | undefined; after?: { name: string; id: string } | undefined; limit?: number }

/**
 * One page of the organisations somebody administers, by name, by keyset, those that are no more included: all of them for the
 * ministry, those of the own institution for its administrator, those of its members for a hub. One query.
 */
export async function agencyDesk(db: Db, actor: Actor, { text, after, limit = 50 }: Asked) {
  const rows = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .leftJoin('organisation as n', 'n.id', 'o.merged_into')
    .select(['o.id', 'o.slug', 'o.name', 'o.kind', 'p.name as parent'])
    .select(['o.ended_on as endedOn', 'n.name as successor'])
    .where(inHands(actor))
    .$if(text !== undefined, (query) => query.where('o.name', 'ilike', `%${likeText(text!)}%`))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('o.name', 'o.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(limit + 1)
    .execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]! : null }
}

function inHands(actor: Actor) {
  if (administersAllAgencies.allows(actor, null)) return sql<boolean>`true`
  const provinces = guidedProvinces(actor, ['hub'])
  const inProvince = sql<boolean>`exists (select 1 from organisation_above a join organisation above on above.id = a.above_id
    where a.organisation_id = o.id and left(above.region_code, 2) = any(${provinces}::text[]))`
  return sql<boolean>`(${isWithin('o.id', scopeIds(actor, 'local_admin', 'hub'))} or ${inProvince})`
}

/**
 * One organisation as its administrators see it, with what this person may do to it. One query.
 * @throws Refusal not-found, also for what this person does not administer.
 */
export async function administeredAgency(db: Db, actor: Actor, slug: string) {
  const row = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .leftJoin('organisation as n', 'n.id', 'o.merged_into')
    .select(['o.id', 'o.slug', 'o.name', 'o.kind', 'o.region_code as regionCode', 'p.name as parent'])
    .select(['o.ended_on as endedOn', 'n.name as successor', 'n.slug as successorSlug', ...ownedColumns])
    .where('o.slug', '=', slug)
    .where(inHands(actor))
    .executeTakeFirst()
  if (!row) throw noSuchOrganisation()
  const { ownerPath, provinceCode, ...agency } = row
  const owned = { ownerPath, provinceCode }
  const isThere = agency.endedOn === null
  return {
    agency,
    mayAdd: isThere && mayAddPart.allows(actor, owned),
    mayChange: isThere && mayRestructure.allows(actor, owned),
    mayMerge: isThere && mayMergeAgencies.allows(actor, { from: owned, into: owned }),
  }
}
