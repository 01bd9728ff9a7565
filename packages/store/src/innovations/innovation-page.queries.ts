import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import {
  aliasesOf,
  awardsOf,
  factsOf,
  goalsOf,
  identifiersOf,
  linkedTo,
  partiesOf,
} from './page-lists.queries.ts'
import { hasVisitDays } from '../study-visits/has-visit-days.ts'
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

/** The address of the record that one with this address was merged into; null when it was not. */
export async function mergedAddress(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('innovation as gone')
    .innerJoin('innovation as stays', 'stays.id', 'gone.merged_into')
    .select('stays.slug')
    .where('gone.slug', '=', slug)
    .executeTakeFirst()
  return row?.slug ?? null
}

/**
 * Of an innovation its id, code, slug and name: for pages about something else that name it.
 * @throws Refusal not-found, also when the record exists but this person may not see it.
 */
export async function innovationHeadline(db: Db, actor: Actor, slug: string) {
  const row = await visibleInnovations(db, actor)
    .select(['i.id', 'i.code', 'i.slug', 'i.name'])
    .where('i.slug', '=', slug)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'No such innovation.' })
  return row
}

/** @throws Refusal not-found, also when the record exists but this person may not see it. */
export async function innovationIdOf(db: Db, actor: Actor, code: string): Promise<string> {
  const row = await visibleInnovations(db, actor).select('i.id').where('i.code', '=', code).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'No such innovation.' })
  return row.id
}

export type InnovationPage = Awaited<ReturnType<typeof innovationPage>>

/** Of innovations this person may see all that their pages show; for a condition on `i`. */
export function innovationRecord(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('organisation as parent', 'parent.id', 'o.parent_id')
    .leftJoin('region as r', 'r.code', 'i.region_code')
    .leftJoin('region as p', 'p.code', 'i.province_code')
    .leftJoin('category as k', (join) =>
      join.onRef('k.key', '=', 'i.category_key').on('k.scheme', '=', '2021'),
    )
    .select(hasVisitDays.as('hasVisitDays'))
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
    .select('i.start_unconfirmed as startUnconfirmed')
    .select([
      'i.last_confirmed_on as lastConfirmedOn',
      'i.confirmed_way as confirmedWay',
      'i.updated_at as updatedAt',
      'i.category_key as category',
    ])
    .leftJoin('innovation_version as v', (join) =>
      join.onRef('v.innovation_id', '=', 'i.id').onRef('v.number', '=', 'i.version'),
    )
    .leftJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .select([
      'b.version as blueprintVersion',
      'v.content',
      'i.version',
      'v.published_at as publishedAt',
      'i.organisation_id as organisationId',
    ])
    .select(['o.name as origin', 'o.slug as originSlug', 'o.kind as originKind'])
    .select(['parent.name as originParent', 'parent.slug as originParentSlug'])
    .select(['r.code as regionCode', 'r.name as region', 'r.slug as regionSlug'])
    .select(['p.name as province', 'p.slug as provinceSlug'])
    .select(['k.name_id as categoryNameId', 'k.name_en as categoryNameEn'])
    .select([factsOf(db).as('facts'), awardsOf(db).as('awards'), partiesOf(db).as('parties')])
    .select([identifiersOf(db).as('identifiers'), aliasesOf(db).as('aliases'), goalsOf(db).as('goals')])
    .select([linkedTo(db, actor).as('links')])
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
