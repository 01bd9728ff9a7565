import { logRank } from '@semai/analytics/survival/log-rank'
import { fewestTold, lastingMinimum, runState, runStates } from '@semai/domain/continuity/lasting'
import type { LastingBy, RunState } from '@semai/domain/continuity/lasting'
import { observedRun } from '@semai/domain/continuity/observed-run'
import type { ObservedRun } from '@semai/domain/continuity/observed-run'
import { pastStates } from '@semai/domain/continuity/past-states'
import type { PastStates } from '@semai/domain/continuity/past-states'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { lastingCurve } from './lasting-curve.ts'
import type { LastingCurve } from './lasting-curve.ts'
import { ofInnovation, runsOnRecord } from './runs.queries.ts'
import type { RunRow } from './runs.queries.ts'
import { followedRuns, stoppingFactors } from './stopping-factors.ts'
import type { FollowedRun, StoppingFactors } from './stopping-factors.ts'

/** A group of runnings: its curve, or none where too few were followed. */
export type LastingGroup = { key: string; runs: number; stopped: number; curve: LastingCurve | null }

/** Runnings compared by what they have in common. */
export type Comparison = {
  groups: LastingGroup[]
  /** Log-rank test over the groups that are drawn; null with fewer than two. */
  test: { chiSquare: number; df: number; p: number } | null
}

/** Whether what was taken over lasts: how it stands, curves, whether groups differ, and why some stopped. */
export type Continuity = {
  states: Record<RunState, number>
  unobserved: { noStart: number; neverFollowed: number }
  all: LastingGroup
  comparisons: Record<LastingBy, Comparison>
  /** Stops of a year by reason (null: not stated), earliest year first; years with very few are not told apart. */
  reasons: { year: number; reason: string | null; count: number }[]
  /** The same states at the end of each year. */
  past: PastStates[]
  /** What goes with stopping; null where too few stopped. */
  factors: StoppingFactors | null
}

/**
 * How long what agencies took over goes on, of all innovations or the one with a code, compared in each way. One query; about two
 * seconds for 200,000 claims.
 * Method: docs/methods/lasting.md.
 */
export async function continuity(
  db: Db,
  actor: Actor,
  { today, innovation = null }: { today: string; innovation?: string | null },
): Promise<Continuity> {
  const rows = await runsOnRecord(db, actor, {
    today,
    among: innovation === null ? null : ofInnovation(innovation),
  })
  const told = rows.map((row) => ({ row, run: observedRun(row) }))
  const runs = followedRuns(told)
  return {
    states: statesOf(rows, today),
    unobserved: {
      noStart: told.filter(({ run }) => run === 'no start').length,
      neverFollowed: told.filter(({ run }) => run === 'never followed').length,
    },
    all: groupOf(
      'all',
      runs.map(({ run }) => run),
    ),
    comparisons: {
      category: comparedBy(runs, 'category'),
      place: comparedBy(runs, 'place'),
      form: comparedBy(runs, 'form'),
    },
    reasons: reasonsOf(rows),
    past: pastStates(rows, today),
    factors: stoppingFactors(runs),
  }
}

function comparedBy(runs: readonly FollowedRun[], by: LastingBy): Comparison {
  const followed = runs.map(({ run, levels }) => ({ key: levels[by], run }))
  const groups = [...Map.groupBy(followed, ({ key }) => key)]
    .map(([key, members]) =>
      groupOf(
        key,
        members.map(({ run }) => run),
      ),
    )
    .toSorted((a, b) => b.runs - a.runs || a.key.localeCompare(b.key))
  const drawn = new Set(groups.filter(({ curve }) => curve !== null).map(({ key }) => key))
  const test = testOf(
    followed.filter(({ key }) => drawn.has(key)),
    drawn.size,
  )
  return { groups, test }
}

function groupOf(key: string, runs: readonly ObservedRun[]): LastingGroup {
  const stopped = runs.filter((run) => run.stopped).length
  const isEnough = runs.length >= lastingMinimum.runs && stopped >= lastingMinimum.stops
  return { key, runs: runs.length, stopped, curve: isEnough ? lastingCurve(runs) : null }
}

function testOf(members: readonly { key: string; run: ObservedRun }[], groups: number): Comparison['test'] {
  if (groups < 2) return null
  const rows = {
    start: members.map(({ run }) => run.entry),
    stop: members.map(({ run }) => run.exit),
    event: members.map(({ run }) => Number(run.stopped)),
  }
  const { chiSquare, df, p } = logRank(
    rows,
    members.map(({ key }) => key),
  )
  return { chiSquare, df, p }
}

function statesOf(rows: readonly RunRow[], today: string): Continuity['states'] {
  const counts = Object.fromEntries(runStates.map((state) => [state, 0])) as Record<RunState, number>
  for (const row of rows) counts[runState(row, today)]++
  return counts
}

function reasonsOf(rows: readonly RunRow[]): Continuity['reasons'] {
  const stops = rows.flatMap(({ stoppedOn, stopReason }) =>
    stoppedOn === null ? [] : [{ year: Number(stoppedOn.slice(0, 4)), reason: stopReason }],
  )
  return [...Map.groupBy(stops, ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([year, ofYear]) => {
      if (ofYear.length < fewestTold) return [{ year, reason: null, count: ofYear.length }]
      return [...Map.groupBy(ofYear, ({ reason }) => reason)].map(([reason, same]) => ({
        year,
        reason,
        count: same.length,
      }))
    })
}
