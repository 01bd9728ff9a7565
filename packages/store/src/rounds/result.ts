import { proposedAwards } from '@semai/domain/rounds/award-proposal'
import type { Placed } from '@semai/domain/rounds/award-proposal'
import { weightedScore } from '@semai/domain/rounds/round'
import type { Criterion } from '@semai/domain/rounds/round'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { combinedScores } from './combined-scores.ts'
import type { CombinedScore, NotCorrected } from './combined-scores.ts'
import { joinedLoci, locusName } from './loci.ts'
import { roundGroups } from './round-groups.ts'
import type { RoundGroup } from './round-groups.ts'
import type { LoadedRound } from './rounds.ts'

type Assessment = { assessor: string; presentation: number | null; scores: Record<string, number> }

/** Loci of a round that submitted, with the assessments that were sent and what was decided. One query. */
function scoredLoci(db: Db, roundId: string) {
  return joinedLoci(db)
    .innerJoin('round_answer as a', (join) =>
      join.onRef('a.locus_id', '=', 'l.id').on('a.state', '=', 'submitted'),
    )
    .leftJoin('round_award as w', 'w.locus_id', 'l.id')
    .select(['l.id', 'l.group_id as groupId', locusName.as('name'), 'o.name as respondent'])
    .select([
      'l.innovation_id as innovationId',
      'w.is_awarded as isAwarded',
      'w.reason',
      'w.proposal as decidedOn',
    ])
    .select(
      sql<
        Assessment[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('assessor', x.person_id, 'presentation', x.presentation_score,
        'scores', (select coalesce(jsonb_object_agg(s.criterion, s.score), '{}') from round_score s where s.assessment_id = x.id))
        order by x.person_id), '[]') from round_assessment x where x.locus_id = l.id and x.state = 'sent')`.as(
        'assessments',
      ),
    )
    .where('l.round_id', '=', roundId)
    .orderBy('l.id')
    .execute()
}
type ScoredLocus = Awaited<ReturnType<typeof scoredLoci>>[number]

/** A locus in the order of its group, with what was decided about it. */
export type ResultRow = Omit<ScoredLocus, 'assessments'> & Placed & { combined: CombinedScore | null }

/** A group with its loci in order. */
export type GroupResult = RoundGroup & {
  rows: ResultRow[]
  notCorrected: NotCorrected | null
  reliability: number | null
}

/** What the scores of a round say: every group in order, with what they propose. Two queries. */
export async function roundResult(
  db: Db,
  round: Pick<LoadedRound, 'id' | 'code' | 'combining'>,
): Promise<GroupResult[]> {
  const groups = await roundGroups(db, round)
  const by = Map.groupBy(await scoredLoci(db, round.id), ({ groupId }) => groupId)
  return groups.map((group) => groupResult(group, by.get(group.id) ?? [], round))
}

function groupResult(
  group: RoundGroup,
  loci: readonly ScoredLocus[],
  { combining, code }: Pick<LoadedRound, 'combining' | 'code'>,
): GroupResult {
  const totals = loci.flatMap(({ id, assessments }) =>
    assessments.flatMap(({ assessor, scores }) =>
      isWhole(group.criteria, scores)
        ? [{ locus: id, assessor, total: weightedScore(group.criteria, scores) }]
        : [],
    ),
  )
  const { byLocus, ...said } = combinedScores(totals, {
    combining,
    top: group.awards,
    seed: `${code} ${group.id}`,
  })
  const standings = loci.map(({ id, assessments }) => ({
    locus: id,
    written: byLocus.get(id)?.score ?? null,
    presented: meanOf(assessments.flatMap(({ presentation }) => presentation ?? [])),
  }))
  const locusOf = new Map(loci.map(({ assessments: _, ...locus }) => [locus.id, locus]))
  const rows = proposedAwards(standings, group).map((placed) => ({
    ...locusOf.get(placed.locus)!,
    ...placed,
    combined: byLocus.get(placed.locus) ?? null,
  }))
  return { ...group, ...said, rows }
}

function isWhole(criteria: readonly Criterion[], scores: Readonly<Record<string, number>>): boolean {
  return criteria.every(({ key }) => Object.hasOwn(scores, key))
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Loci that wait for a decision: proposed or tied and undecided, or decided while the order proposed something else. */
export function undecidedOf(groups: readonly GroupResult[]): number {
  return groups
    .flatMap(({ rows }) => rows)
    .filter(({ proposal, decidedOn }) => (decidedOn === null ? proposal !== 'no' : decidedOn !== proposal))
    .length
}
