import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { latestAward } from '../innovations/latest-award.ts'
import { visibleInnovations } from '../innovations/visible.ts'

/**
 * An organisation with its parent, its parts, its region and its history. One query.
 * @throws Refusal not-found.
 */
export async function organisationPage(db: Db, slug: string) {
  const organisation = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .leftJoin('region as r', 'r.code', 'o.region_code')
    .select(['o.id', 'o.name', 'o.slug', 'o.kind', 'p.name as parent', 'p.slug as parentSlug'])
    .select(['r.code as regionCode', 'r.name as region', 'r.slug as regionSlug', 'r.lat', 'r.lon'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('organisation as u')
          .select(['u.id', 'u.name', 'u.slug', 'u.kind'])
          .whereRef('u.parent_id', '=', 'o.id')
          .orderBy('u.name')
          .limit(600),
      ).as('parts'),
      jsonArrayFrom(
        eb
          .selectFrom('organisation_history as h')
          .leftJoin('organisation as n', 'n.id', 'h.successor_id')
          .leftJoin('source as s', 's.id', 'h.source_id')
          .select(['h.change', 'h.former_name as formerName', 'h.valid_from as validFrom'])
          .select([
            'n.name as successor',
            'n.slug as successorSlug',
            's.name as source',
            's.url as sourceUrl',
          ])
          .whereRef('h.organisation_id', '=', 'o.id')
          .orderBy('h.valid_from')
          .orderBy('h.change'),
      ).as('history'),
    ])
    .where('o.slug', '=', slug)
    .executeTakeFirst()
  if (!organisation) throw new Refusal('not-found', 'No such organisation.')
  return organisation
}
export type OrganisationPage = Awaited<ReturnType<typeof organisationPage>>

/** The ids of an organisation and everything under it, at any depth. */
export async function subtreeIds(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .withRecursive('tree', (tree) =>
      tree
        .selectFrom('organisation')
        .select('organisation.id')
        .where('organisation.id', '=', id)
        .union(
          tree
            .selectFrom('organisation as child')
            .innerJoin('tree', 'tree.id', 'child.parent_id')
            .select('child.id'),
        ),
    )
    .selectFrom('tree')
    .select('tree.id')
    .execute()
  return rows.map((row) => row.id)
}

/** Innovations whose origin is one of these organisations, oldest known start first. */
export function createdBy(db: Db, actor: Actor, organisationIds: readonly string[], limit = 500) {
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.code', 'i.slug', 'i.name', 'i.expansion', 'i.kind', 'i.summary', 'i.basis', 'i.replicas'])
    .select(['i.started_from as startedFrom', 'i.started_to as startedTo', 'i.started_year as startedYear'])
    .select(['o.name as origin', 'o.slug as originSlug'])
    .select(latestAward.as('award'))
    .where('i.organisation_id', '=', sql<string>`any(${organisationIds}::uuid[])`)
    .orderBy(sql`i.started_from nulls last`)
    .orderBy('i.name')
    .limit(limit)
    .execute()
}
