import { sql } from 'kysely'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { hubSlugs } from '../hubs/hub.queries.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { visibleNeeds } from '../needs/visible-needs.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { visibleRounds } from '../rounds/rounds.ts'
import { visibleProgrammes } from '../scaling/programmes.ts'
import { hasVisitDays } from '../study-visits/has-visit-days.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

export const sitemapKinds = [
  'innovations',
  'regions',
  'agencies',
  'claims',
  'replications',
  'forums',
  'needs',
  'hubs',
  'programmes',
  'rounds',
] as const
/** The records that have a page each. */
export type SitemapKind = (typeof sitemapKinds)[number]

/** The last part of a record's address, and which pages it has beside its own. */
export type SitemapRow = {
  slug: string
  hasClaims: boolean
  hasBlueprint: boolean
  hasVersions: boolean
  hasVisitDays: boolean
  /** Of an agency: whether it, or one below it, created an innovation. */
  hasInnovations: boolean
  /** Of an innovation: whether a scaling-up programme takes it to scale. */
  hasProgramme: boolean
  /** Of an innovation: whether a replica reported values that were checked. */
  hasResults: boolean
}

/** How many records of each kind have a page that is worth finding. One query. */
export function sitemapCounts(db: Db, actor: Actor): Promise<Record<SitemapKind, number>> {
  const count = (kind: SitemapKind) =>
    db
      .selectFrom(slugs(db, actor, kind).as('s'))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .as(kind)
  return db
    .selectNoFrom(sitemapKinds.map(count))
    .$castTo<Record<SitemapKind, number>>()
    .executeTakeFirstOrThrow()
}

/**
 * The slugs of one part of a kind's pages (of claims and needs their ids), in order; the others tell whether there are
 * pages of those too.
 */
export function sitemapSlugs(
  db: Db,
  actor: Actor,
  { kind, part, size }: { kind: SitemapKind; part: number; size: number },
): Promise<SitemapRow[]> {
  return db
    .selectFrom(slugs(db, actor, kind).as('s'))
    .select([
      's.slug',
      's.hasClaims',
      's.hasBlueprint',
      's.hasVersions',
      's.hasVisitDays',
      's.hasInnovations',
      's.hasProgramme',
      's.hasResults',
    ])
    .orderBy('s.slug')
    .limit(size)
    .offset((part - 1) * size)
    .execute()
}

const hasBlueprint = sql<boolean>`exists (select 1 from blueprint b
  where b.innovation_id = i.id and b.replication_id is null and b.version is not null)`

const hasProgramme = sql<boolean>`exists (select 1 from scaling_programme_innovation x where x.innovation_id = i.id)`

const hasResults = sql<boolean>`exists (select 1 from replication r join quarterly_report q on q.replication_id = r.id
  where r.innovation_id = i.id and q.state = 'verified' and coalesce(q.content -> 'values', '{}') <> '{}')`

function hasInnovations(db: Db, actor: Actor) {
  return sql<boolean>`exists (${visibleInnovations(db, actor)
    .select('i.id')
    .where('i.kind', '=', 'innovation')
    .where(
      sql<boolean>`i.organisation_id in (select a.organisation_id from organisation_above a where a.above_id = o.id)`,
    )})`
}

function slugs(db: Db, actor: Actor, kind: SitemapKind) {
  const no = sql<boolean>`false`
  if (kind === 'innovations') {
    const hasClaims = sql<boolean>`i.replicas > 0`
    return visibleInnovations(db, actor).select([
      'i.slug',
      hasClaims.as('hasClaims'),
      hasBlueprint.as('hasBlueprint'),
      sql<boolean>`i.version is not null`.as('hasVersions'),
      hasVisitDays.as('hasVisitDays'),
      no.as('hasInnovations'),
      hasProgramme.as('hasProgramme'),
      hasResults.as('hasResults'),
    ])
  }
  const neither = [
    no.as('hasClaims'),
    no.as('hasBlueprint'),
    no.as('hasVersions'),
    no.as('hasVisitDays'),
    no.as('hasProgramme'),
    no.as('hasResults'),
  ] as const
  const none = [...neither, no.as('hasInnovations')] as const
  if (kind === 'claims') return visibleClaims(db, actor).select([sql<string>`c.id::text`.as('slug'), ...none])
  if (kind === 'replications') {
    return visibleReplications(db, actor).select(['r.code as slug', ...none])
  }
  if (kind === 'forums')
    return db.selectFrom('forum as f').select([sql<string>`f.id::text`.as('slug'), ...none])
  if (kind === 'needs') return visibleNeeds(db, actor).select([sql<string>`n.id::text`.as('slug'), ...none])
  if (kind === 'hubs') return db.selectFrom(hubSlugs(db, actor).as('h')).select(['h.slug', ...none])
  if (kind === 'programmes') return visibleProgrammes(db, actor).select(['p.slug', ...none])
  if (kind === 'rounds') return visibleRounds(db, actor).select(['r.code as slug', ...none])
  if (kind === 'regions') return db.selectFrom('region as r').select(['r.slug', ...none])
  return db
    .selectFrom('organisation as o')
    .select(['o.slug', ...neither, hasInnovations(db, actor).as('hasInnovations')])
    .where('o.ended_on', 'is', null)
    .where('o.id', 'in', (eb) => eb.selectFrom(shownOrganisations(db, actor).as('x')).select('x.id'))
}

/** Those something links to: origins, others named in a record, whoever runs, takes over or takes to scale something, and what they belong to. */
function shownOrganisations(db: Db, actor: Actor) {
  return db
    .withRecursive('shown', (shown) =>
      visibleInnovations(db, actor)
        .select('i.organisation_id as id')
        .union(
          visibleInnovations(db, actor)
            .innerJoin('innovation_party as t', 't.innovation_id', 'i.id')
            .select('t.organisation_id as id'),
        )
        .union(visibleReplications(db, actor).select('r.institution_id as id'))
        .union(visibleProgrammes(db, actor).select('p.owner_id as id'))
        .union(
          shown
            .selectFrom('claim as c')
            .where('c.withdrawn_at', 'is', null)
            .select('c.organisation_id as id'),
        )
        .union(
          shown
            .selectFrom('organisation as part')
            .innerJoin('shown as s', 's.id', 'part.id')
            .where('part.parent_id', 'is not', null)
            .select('part.parent_id as id')
            .$narrowType<{ id: string }>(),
        ),
    )
    .selectFrom('shown')
    .select('shown.id')
}
