import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
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
          .select(['h.change', 'h.former_name as formerName', 'h.valid_from as validFrom'])
          .whereRef('h.organisation_id', '=', 'o.id')
          .orderBy('h.valid_from'),
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
    .select((eb) =>
      eb
        .selectFrom('innovation_award as a')
        .select('a.label')
        .whereRef('a.innovation_id', '=', 'i.id')
        .orderBy(sql`a.year desc nulls last`)
        .limit(1)
        .as('award'),
    )
    .where('i.organisation_id', '=', sql<string>`any(${organisationIds}::uuid[])`)
    .orderBy(sql`i.started_from nulls last`)
    .orderBy('i.name')
    .limit(limit)
    .execute()
}

/**
 * One page of organisations that created or run something, or whose name matches `text`; by name, by keyset.
 * Without `text` organisations with nothing to show are left out.
 */
export async function organisationList(
  db: Db,
  actor: Actor,
  {
    text,
    kind,
    after,
    limit = 50,
  }: { text?: string; kind?: string; after?: { name: string; id: string }; limit?: number },
) {
  const rows = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .leftJoin('region as r', 'r.code', 'o.region_code')
    .select([
      'o.id',
      'o.name',
      'o.slug',
      'o.kind',
      'p.name as parent',
      'r.name as region',
      'r.slug as regionSlug',
    ])
    .select([
      visibleInnovations(db, actor)
        .where(sql<boolean>`i.organisation_id = o.id`)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .as('created'),
      db
        .selectFrom('claim as c')
        .where(sql<boolean>`c.organisation_id = o.id`)
        .where('c.withdrawn_at', 'is', null)
        .select((eb) => eb.fn.count<number>('c.innovation_id').distinct().as('n'))
        .as('claimed'),
    ])
    .$if(text !== undefined, (query) => query.where('o.name', 'ilike', `%${escapeLike(text!)}%`))
    .$if(text === undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb.exists(
            visibleInnovations(db, actor)
              .where(sql<boolean>`i.organisation_id = o.id`)
              .select('i.id'),
          ),
          eb.exists(
            db
              .selectFrom('claim as c')
              .where(sql<boolean>`c.organisation_id = o.id`)
              .select('c.id'),
          ),
        ]),
      ),
    )
    .$if(kind !== undefined, (query) => query.where(sql<boolean>`o.kind = ${kind}`))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('o.name', 'o.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(limit + 1)
    .execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]! : null }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
