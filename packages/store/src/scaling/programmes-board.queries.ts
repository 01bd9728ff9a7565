import { fewestTold } from '@semai/domain/continuity/lasting'
import type { Actor } from '@semai/domain/people/actor'
import { watchesHubs } from '@semai/domain/hubs/hub-scope'
import { findingAgeDays, findingAges, programmePace } from '@semai/domain/scaling/programme-pace'
import type { FindingAge, Pace } from '@semai/domain/scaling/programme-pace'
import { coverage, coverageByYear, writesProgramme } from '@semai/domain/scaling/scaling-programme'
import type { CoverageYear, Measure, Reached, SpreadKind } from '@semai/domain/scaling/scaling-programme'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import { filledSides, sideOf } from './programme-side.ts'
import type { SideCounts } from './programme-side.ts'
import { regionsOf, targetsOf, visibleProgrammes } from './programmes.ts'

/** A programme as the board of the ministry in charge shows it. */
export type BoardProgramme = {
  slug: string
  name: string
  owner: string
  ownerSlug: string
  /** Regions with a date, whether its target counts them or not. */
  reached: number
  measure: Measure | null
  years: CoverageYear[]
  pace: Pace
  sides: Record<SpreadKind, SideCounts>
  /** Open findings by age; null where there are so few that the public is not told. */
  open: Record<FindingAge, number> | null
}

/**
 * All scaling-up programmes, at most 100, by name: coverage against the target, inside and outside, open findings by age, and the
 * pace. Four queries.
 */
export async function programmesBoard(
  db: Db,
  actor: Actor,
  { today }: { today: string },
): Promise<BoardProgramme[]> {
  const [programmes, reached, sides, open] = await Promise.all([
    visibleProgrammes(db, actor)
      .select(['p.id', 'p.slug', 'p.name', 'o.name as owner', 'o.slug as ownerSlug'])
      .select(ownedColumns)
      .select([targetsOf(db).as('targets'), regionsOf(db).as('regions')])
      .orderBy('p.name')
      .limit(100)
      .execute(),
    reachedByProgramme(db, actor),
    sidesByProgramme(db, actor),
    openFindings(db, today),
  ])
  return programmes.map(({ id, targets, regions, ownerPath, provinceCode, ...named }) => {
    const first = reached.get(id) ?? []
    const ages = open.get(id) ?? noFindings()
    const total = findingAges.reduce((sum, age) => sum + ages[age], 0)
    const readsFew =
      watchesHubs.allows(actor, null) || writesProgramme.allows(actor, { ownerPath, provinceCode })
    return {
      ...named,
      reached: first.length,
      measure: coverage({ targets, regions }, first, today),
      years: coverageByYear({ targets, regions }, first, today),
      pace: programmePace({ targets, regions }, first, today),
      sides: sides.get(id) ?? { claims: filledSides({}), replications: filledSides({}) },
      open: readsFew || total === 0 || total >= fewestTold ? ages : null,
    }
  })
}

/** The first dated claim of each region on what each programme takes to scale. */
async function reachedByProgramme(db: Db, actor: Actor): Promise<Map<string, Reached[]>> {
  const rows = await visibleClaims(db, actor)
    .innerJoin('scaling_programme_innovation as x', 'x.innovation_id', 'c.innovation_id')
    .select([
      'x.programme_id as programmeId',
      'c.region_code as code',
      sql<string>`min(c.latest)`.as('latest'),
    ])
    .where('c.precision', '<>', 'by')
    .where('c.happening', '<>', 'stopped')
    .groupBy(['x.programme_id', 'c.region_code'])
    .orderBy('c.region_code')
    .execute()
  return Map.groupBy(rows, ({ programmeId }) => programmeId)
}

async function sidesByProgramme(db: Db, actor: Actor) {
  const claims = visibleClaims(db, actor)
    .innerJoin('scaling_programme_innovation as x', 'x.innovation_id', 'c.innovation_id')
    .select(['x.programme_id as programmeId', sql<SpreadKind>`'claims'`.as('kind')])
    .select(
      sideOf(
        'c.region_code',
        sql<boolean>`exists (select from replication r where r.claim_id = c.id and ${recommendedByItsMinistry})`,
      ).as('side'),
    )
  const replications = visibleReplications(db, actor)
    .innerJoin('scaling_programme_innovation as x', 'x.innovation_id', 'r.innovation_id')
    .select(['x.programme_id as programmeId', sql<SpreadKind>`'replications'`.as('kind')])
    .select(sideOf('r.region_code', recommendedByItsMinistry).as('side'))
  const rows = await db
    .selectFrom(claims.unionAll(replications).as('q'))
    .select(['q.programmeId', 'q.kind', 'q.side', sql<number>`count(*)::int`.as('count')])
    .groupBy(['q.programmeId', 'q.kind', 'q.side'])
    .execute()
  const countsOf = (mine: typeof rows, kind: SpreadKind) =>
    filledSides(Object.fromEntries(mine.flatMap((one) => (one.kind === kind ? [[one.side, one.count]] : []))))
  return new Map(
    [...Map.groupBy(rows, ({ programmeId }) => programmeId)].map(([id, mine]) => [
      id,
      { claims: countsOf(mine, 'claims'), replications: countsOf(mine, 'replications') },
    ]),
  )
}

/** The ministry in charge of programme `x`, or a part of it, recommended replication `r`. */
const recommendedByItsMinistry = sql<boolean>`(r.recommended_by is not null and exists (select from organisation_above up
  join scaling_programme own on own.owner_id = up.above_id where own.id = x.programme_id and up.organisation_id = r.recommended_by))`

const noFindings = () => Object.fromEntries(findingAges.map((age) => [age, 0])) as Record<FindingAge, number>

async function openFindings(db: Db, today: string): Promise<Map<string, Record<FindingAge, number>>> {
  const days = sql`${today}::date - f.found_on`
  const rows = await db
    .selectFrom('programme_finding as f')
    .select('f.programme_id as programmeId')
    .select(
      sql<FindingAge>`case when ${days} <= ${findingAgeDays.month}::int then 'month' when ${days} <= ${findingAgeDays.quarter}::int then 'quarter'
        when ${days} <= ${findingAgeDays.half}::int then 'half' else 'older' end`.as('age'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where('f.state', 'in', ['found', 'recommended', 'followed_up'])
    .groupBy(['f.programme_id', sql.ref('age')])
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ programmeId }) => programmeId)].map(([id, mine]) => [
      id,
      { ...noFindings(), ...Object.fromEntries(mine.map(({ age, count }) => [age, count])) },
    ]),
  )
}
