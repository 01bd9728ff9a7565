import { writesProgramme } from '@semai/domain/scaling/scaling-programme'
import type { TargetRegion, YearTarget } from '@semai/domain/scaling/scaling-programme'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { ownedColumns } from '../organisations/owner-path.ts'

/** Every read of scaling-up programmes starts here, as rows `p` with the ministry in charge `o`: they are public. */
export function visibleProgrammes(db: Db, _actor: Actor) {
  return db.selectFrom('scaling_programme as p').innerJoin('organisation as o', 'o.id', 'p.owner_id')
}

type ProgrammeInnovation = { id: string; code: string; slug: string; name: string }

/** What a programme takes to scale, for a query over `p`. */
export function innovationsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('scaling_programme_innovation as x')
      .innerJoin('innovation as i', 'i.id', 'x.innovation_id')
      .select(['i.id', 'i.code', 'i.slug', 'i.name'])
      .where(sql<boolean>`x.programme_id = p.id`)
      .where('i.merged_into', 'is', null)
      .orderBy('x.position'),
  ).$castTo<ProgrammeInnovation[]>()
}

/** The published numbers of regions by year, for a query over `p`. */
export function targetsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('scaling_programme_target as t')
      .select(['t.year', 't.regions', 't.source'])
      .where(sql<boolean>`t.programme_id = p.id`)
      .orderBy('t.year'),
  ).$castTo<YearTarget[]>()
}

/** The regions it is meant for, with their names, for a query over `p`. */
export function regionsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('scaling_programme_region as t')
      .innerJoin('region as g', 'g.code', 't.region_code')
      .select(['t.region_code as code', 't.by_year as byYear', 'g.name', 'g.slug'])
      .where(sql<boolean>`t.programme_id = p.id`)
      .orderBy('t.region_code'),
  ).$castTo<(TargetRegion & { name: string; slug: string })[]>()
}

/** The legal bases it rests on, for a query over `p`. */
export const basesOf = (db: Db) =>
  jsonArrayFrom(
    db
      .selectFrom('scaling_programme_basis as b')
      .select(['b.title', 'b.link'])
      .where(sql<boolean>`b.programme_id = p.id`)
      .orderBy('b.position'),
  ).$castTo<{ title: string; link: string | null }[]>()

/** In how many regions what it takes to scale has a date, each once, for a query over `p`; dated as `isDated` of domain says it. */
export const reachedOf = sql<number>`(select count(distinct c.region_code)::int from claim c
  join scaling_programme_innovation x on x.innovation_id = c.innovation_id
  where x.programme_id = p.id and c.withdrawn_at is null and c.precision <> 'by' and c.happening <> 'stopped')`

/**
 * A programme with all that is on record of it, and whether this person may write it. One query.
 * @throws Refusal not-found.
 */
export async function programmeNamed(db: Db, actor: Actor, slug: string) {
  const row = await visibleProgrammes(db, actor)
    .leftJoin('source as s', 's.id', 'p.source_id')
    .select(['p.id', 'p.slug', 'p.name', 'p.named_on as namedOn', 'p.revision', 'p.updated_at as updatedAt'])
    .select(['p.protection_id as protectionId', 'p.protection_en as protectionEn'])
    .select(['o.id as ownerId', 'o.name as owner', 'o.slug as ownerSlug'])
    .select(['s.name as source', 's.url as sourceUrl'])
    .select(ownedColumns)
    .select([innovationsOf(db).as('innovations'), targetsOf(db).as('targets')])
    .select([regionsOf(db).as('regions'), basesOf(db).as('bases')])
    .where('p.slug', '=', slug)
    .executeTakeFirst()
  if (!row) throw noSuchProgramme()
  return { ...row, mayWrite: writesProgramme.allows(actor, row) }
}
/** A programme as its page shows it. */
export type ScalingProgramme = Awaited<ReturnType<typeof programmeNamed>>

function noSuchProgramme(): Refusal {
  return new Refusal('not-found', {
    id: 'Program ini tidak ada. Lihat daftar program nasional.',
    en: 'There is no such programme. See the list of national programmes.',
  })
}
