import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from './visible.ts'

/**
 * What the page of one innovation needs besides its claims: the record, its places, parties, awards, facts with
 * sources, identifiers, aliases and links. One query whatever the number of facts.
 * @throws Refusal not-found, also when the record exists but this person may not see it.
 */
export async function innovationPage(db: Db, actor: Actor, slug: string) {
  const record = await innovationRecord(db, actor).where('i.slug', '=', slug).executeTakeFirst()
  if (!record) throw new Refusal('not-found', 'No such innovation.')
  return record
}
export type InnovationPage = Awaited<ReturnType<typeof innovationPage>>

/** The same record by its public code (`INV-0014`). @throws Refusal not-found. */
export async function innovationByCode(db: Db, actor: Actor, code: string) {
  const record = await innovationRecord(db, actor).where('i.code', '=', code).executeTakeFirst()
  if (!record) throw new Refusal('not-found', 'No such innovation.')
  return record
}

function innovationRecord(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('organisation as parent', 'parent.id', 'o.parent_id')
    .leftJoin('region as r', 'r.code', 'i.region_code')
    .leftJoin('region as p', 'p.code', 'i.province_code')
    .leftJoin('category as k', (join) =>
      join.onRef('k.key', '=', 'i.category_key').on('k.scheme', '=', '2021'),
    )
    .select([
      'i.id',
      'i.code',
      'i.slug',
      'i.kind',
      'i.name',
      'i.expansion',
      'i.summary',
      'i.problem',
      'i.basis',
    ])
    .select(['i.confidence', 'i.stage', 'i.trigger', 'i.is_digital as isDigital', 'i.batched', 'i.replicas'])
    .select(['i.started_from as startedFrom', 'i.started_to as startedTo', 'i.started_year as startedYear'])
    .select([
      'i.last_confirmed_on as lastConfirmedOn',
      'i.updated_at as updatedAt',
      'i.category_key as category',
    ])
    .select(['o.name as origin', 'o.slug as originSlug', 'o.kind as originKind'])
    .select(['parent.name as originParent', 'parent.slug as originParentSlug'])
    .select(['r.code as regionCode', 'r.name as region', 'r.slug as regionSlug'])
    .select(['p.name as province', 'p.slug as provinceSlug'])
    .select(['k.name_id as categoryNameId', 'k.name_en as categoryNameEn'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('innovation_fact as f')
          .innerJoin('source as s', 's.id', 'f.source_id')
          .select(['f.field', 'f.value', 'f.basis', 'f.confidence', 'f.stated_on as statedOn', 'f.note'])
          .select(['s.name as source', 's.url as sourceUrl'])
          .whereRef('f.innovation_id', '=', 'i.id')
          .orderBy('f.field')
          .orderBy('f.value'),
      ).as('facts'),
      jsonArrayFrom(
        eb
          .selectFrom('innovation_award as a')
          .innerJoin('source as s', 's.id', 'a.source_id')
          .select(['a.label', 'a.competition', 'a.year', 's.name as source', 's.url as sourceUrl'])
          .whereRef('a.innovation_id', '=', 'i.id')
          .orderBy(sql`a.year nulls last`)
          .orderBy('a.label'),
      ).as('awards'),
      jsonArrayFrom(
        eb
          .selectFrom('innovation_party as t')
          .innerJoin('organisation as og', 'og.id', 't.organisation_id')
          .select(['t.role', 'og.name', 'og.slug'])
          .whereRef('t.innovation_id', '=', 'i.id')
          .orderBy('t.role')
          .orderBy('og.name'),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('innovation_identifier as d')
          .select(['d.scheme', 'd.value', 'd.url'])
          .whereRef('d.innovation_id', '=', 'i.id')
          .orderBy('d.scheme')
          .orderBy('d.value'),
      ).as('identifiers'),
      jsonArrayFrom(
        eb
          .selectFrom('innovation_alias as l')
          .select('l.name')
          .whereRef('l.innovation_id', '=', 'i.id')
          .orderBy('l.name'),
      ).as('aliases'),
      jsonArrayFrom(
        eb
          .selectFrom('innovation_sdg as g')
          .select('g.goal')
          .whereRef('g.innovation_id', '=', 'i.id')
          .orderBy('g.goal'),
      ).as('goals'),
      linked(db, actor).as('links'),
    ])
}

/** Records linked from or to this one; `direction` says which way the link points. */
function linked(db: Db, actor: Actor) {
  const outgoing = visibleInnovations(db, actor)
    .innerJoin('innovation_link as n', 'n.to_id', 'i.id')
    .select([
      'n.kind',
      'i.code',
      'i.slug',
      'i.name',
      sql<'to' | 'from'>`'to'`.as('direction'),
      'n.from_id as of',
    ])
  const incoming = visibleInnovations(db, actor)
    .innerJoin('innovation_link as n', 'n.from_id', 'i.id')
    .select([
      'n.kind',
      'i.code',
      'i.slug',
      'i.name',
      sql<'to' | 'from'>`'from'`.as('direction'),
      'n.to_id as of',
    ])
  return jsonArrayFrom(
    db
      .selectFrom(outgoing.unionAll(incoming).as('x'))
      .select(['x.kind', 'x.code', 'x.slug', 'x.name', 'x.direction'])
      .where('x.of', '=', sql<string>`i.id`)
      .orderBy('x.name'),
  )
}

/** The origin of some innovations, by code, for lists that know only codes. */
export async function originsOf(
  db: Db,
  actor: Actor,
  codes: readonly string[],
): Promise<Record<string, string>> {
  const rows = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.code', 'o.name'])
    .where('i.code', '=', sql<string>`any(${codes})`)
    .execute()
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}
