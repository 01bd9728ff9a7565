import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { latestAward } from '../innovations/latest-award.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { nameThen, ownerThen, wasThere } from './owner-then.ts'

/**
 * An organisation with its parent, its parts, its region and its history; with `day` (ISO) under the names and in the tree of
 * that day. `successorSlug` leads to where a merged one is now. One query.
 * @throws Refusal not-found.
 */
export async function organisationPage(db: Db, slug: string, day: string | null = null) {
  const parentThen = ownerThen({ kind: 'part', id: 'o.id', owner: 'o.parent_id' }, day)
  const partOf = ownerThen({ kind: 'part', id: 'u.id', owner: 'u.parent_id' }, day)
  const organisation = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', (join) => join.on('p.id', '=', parentThen))
    .leftJoin('organisation as n', 'n.id', 'o.merged_into')
    .leftJoin('region as r', 'r.code', 'o.region_code')
    .select(['o.id', 'o.slug', 'o.kind', 'p.slug as parentSlug', 'o.ended_on as endedOn'])
    .select([nameThen('o', day).as('name'), sql<string | null>`${nameThen('p', day)}`.as('parent')])
    .select(['n.slug as successorSlug', 'n.name as successor'])
    .select(
      sql<boolean>`exists (select 1 from agency_management m where m.organisation_id = o.id)`.as('hasStated'),
    )
    .select(['r.code as regionCode', 'r.name as region', 'r.slug as regionSlug', 'r.lat', 'r.lon'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('organisation as u')
          .select(['u.id', nameThen('u', day).as('name'), 'u.slug', 'u.kind'])
          .where(sql<boolean>`${partOf} = ${sql.ref('o.id')}`)
          .where(wasThere('u', day))
          .orderBy('u.name')
          .limit(600),
      ).as('parts'),
      jsonArrayFrom(
        eb
          .selectFrom('organisation_history as h')
          .innerJoin('organisation as f', 'f.id', 'h.organisation_id')
          .leftJoin('organisation as n', 'n.id', 'h.successor_id')
          .leftJoin('source as s', 's.id', 'h.source_id')
          .select(['h.change', 'h.former_name as formerName', 'h.valid_from as validFrom', 'h.basis'])
          .select(['n.name as successor', 'n.slug as successorSlug'])
          .select((of) => [
            of
              .case()
              .when('h.organisation_id', '=', of.ref('o.id'))
              .then(null)
              .else(of.ref('f.name'))
              .end()
              .as('predecessor'),
          ])
          .select(['f.slug as predecessorSlug', 's.name as source', 's.url as sourceUrl'])
          .where((of) =>
            of.or([of('h.organisation_id', '=', of.ref('o.id')), of('h.successor_id', '=', of.ref('o.id'))]),
          )
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

/** Where an organisation is found now that had this address under a former name, or before it was merged; null for none. One query. */
export async function movedAddress(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation_slug as s', (join) =>
      join.onRef('s.organisation_id', '=', 'o.id').on('s.slug', '=', slug),
    )
    .leftJoin('organisation as n', 'n.id', 'o.merged_into')
    .select(sql<string>`coalesce(n.slug, o.slug)`.as('slug'))
    .where((eb) =>
      eb.or([eb('s.slug', '=', slug), eb.and([eb('o.slug', '=', slug), eb('n.id', 'is not', null)])]),
    )
    .executeTakeFirst()
  return row?.slug ?? null
}

/** The ids of an organisation and everything under it, at any depth; with `day` in the tree of that day. */
export async function subtreeIds(db: Db, id: string, day: string | null = null): Promise<string[]> {
  const parent = ownerThen({ kind: 'part', id: 'child.id', owner: 'child.parent_id' }, day)
  const rows = await db
    .withRecursive('tree', (tree) =>
      tree
        .selectFrom('organisation')
        .select('organisation.id')
        .where('organisation.id', '=', id)
        .union(
          tree
            .selectFrom('organisation as child')
            .innerJoin('tree', (join) => join.on('tree.id', '=', parent))
            .select('child.id'),
        ),
    )
    .selectFrom('tree')
    .select('tree.id')
    .execute()
  return rows.map((row) => row.id)
}

/** Innovations whose origin is one of these organisations, or was on `day`, oldest known start first; at most 500. */
export function createdBy(
  db: Db,
  actor: Actor,
  organisationIds: readonly string[],
  day: string | null = null,
) {
  const origin = ownerThen({ kind: 'innovation', id: 'i.id', owner: 'i.organisation_id' }, day)
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', (join) => join.on('o.id', '=', origin))
    .select(['i.code', 'i.slug', 'i.name', 'i.expansion', 'i.kind', 'i.summary', 'i.basis', 'i.replicas'])
    .select(['i.started_from as startedFrom', 'i.started_to as startedTo', 'i.started_year as startedYear'])
    .select([nameThen('o', day).as('origin'), 'o.slug as originSlug'])
    .select(latestAward.as('award'))
    .where(sql<boolean>`${origin} = any(${organisationIds}::uuid[])`)
    .orderBy(sql`i.started_from nulls last`)
    .orderBy('i.name')
    .limit(500)
    .execute()
}
