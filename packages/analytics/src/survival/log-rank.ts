import { cholesky, choleskySolve } from '../numbers/cholesky.ts'
import { dot } from '../numbers/dot.ts'
import { distinct } from '../numbers/stable-order.ts'
import { chiSquareTest } from '../hazards/estimates.ts'
import type { ChiSquareTest } from '../hazards/estimates.ts'
import { groupsOf } from '../numbers/groups.ts'
import type { Labels } from '../numbers/groups.ts'
import { refuseTimes } from './risk-order.ts'
import type { SurvivalRows } from './risk-order.ts'
import { riskTable } from './risk-table.ts'

/** Events of each group as they came and as they would come if the hazard were the same in all. */
export type LogRank = ChiSquareTest & {
  groups: (string | number)[]
  rows: Int32Array
  /** Weighted where `rho` is not 0. */
  observed: Float64Array
  expected: Float64Array
  /** Covariances of observed - expected, row by row. */
  variance: Float64Array
}

type Sums = Pick<LogRank, 'observed' | 'expected' | 'variance'>

export type LogRankOptions = {
  strata?: Labels | undefined
  /** Weight of a time: the share left just before it to this power; 0 is the log-rank test, 1 Peto and Peto's. */
  rho?: number
}

/**
 * Log-rank test of k groups, summed over strata, with hypergeometric variance. A group never at risk at an event time
 * takes no degree of freedom.
 * @throws RangeError for times as in `kaplanMeier`, fewer than two groups, no events, or no time with two groups at risk.
 * Cost: O(n log n + times k²).
 * Source: Mantel (1966); Peto & Peto (1972), JRSS A 135; Harrington & Fleming (1982), Biometrika 69.
 * @example logRank({ stop: [1, 2, 3, 4], event: [1, 1, 1, 1] }, ['a', 'a', 'b', 'b']).chiSquare // 2.882352941176471
 */
export function logRank(
  rows: SurvivalRows,
  group: Labels,
  { strata, rho = 0 }: LogRankOptions = {},
): LogRank {
  refuseTimes('logRank', rows)
  const { of, labels } = groupsOf(group)
  const size = labels.length
  if (size < 2) throw new RangeError('logRank: needs two groups')
  const result = {
    rows: new Int32Array(size),
    observed: new Float64Array(size),
    expected: new Float64Array(size),
    variance: new Float64Array(size * size),
  }
  of.forEach((place) => result.rows[place]!++)
  const stratum = strata ? groupsOf(strata) : { of: new Int32Array(of.length), labels: [''] }
  const members: number[][][] = stratum.labels.map(() => labels.map(() => []))
  of.forEach((place, row) => members[stratum.of[row]!]![place]!.push(row))
  for (const groups of members) addStratum(result, rows, groups, rho)
  if (dot(result.observed, result.observed) === 0) throw new RangeError('logRank: there are no events')
  return { groups: labels, ...result, ...testOf(result) }
}

function addStratum(
  { observed, expected, variance }: Sums,
  rows: SurvivalRows,
  groups: number[][],
  rho: number,
) {
  const size = groups.length
  const times = distinct(
    Float64Array.from(
      groups.flat().filter((row) => rows.event[row]! > 0),
      (row) => rows.stop[row]!,
    ),
  )
  const tables = groups.map((own) => riskTable(pickRows(rows, own), 1, times))
  let left = 1
  for (let at = 0; at < times.length; at++) {
    const n = tables.map(({ atRisk }) => atRisk[at]!)
    const d = tables.map(({ events }) => events[0]![at]!)
    const [all, deaths] = [n, d].map((list) => list.reduce((sum, count) => sum + count, 0)) as [
      number,
      number,
    ]
    const weight = left ** rho
    left *= 1 - deaths / all
    const spread = all > 1 ? (weight * weight * deaths * (all - deaths)) / (all - 1) : 0
    for (let a = 0; a < size; a++) {
      observed[a]! += weight * d[a]!
      expected[a]! += (weight * deaths * n[a]!) / all
      for (let b = 0; b < size; b++) {
        variance[a * size + b]! += spread * (n[a]! / all) * ((a === b ? 1 : 0) - n[b]! / all)
      }
    }
  }
}

/** The rows at some places. */
export function pickRows({ start, stop, event }: SurvivalRows, rows: readonly number[]): SurvivalRows {
  const of = (list: ArrayLike<number>) => Float64Array.from(rows, (row) => list[row]!)
  return { start: start && of(start), stop: of(stop), event: of(event) }
}

/** (O - E)ᵀ V⁻¹ (O - E) without the last of the groups that were at risk. */
function testOf({ observed, expected, variance }: Sums): ChiSquareTest {
  const size = observed.length
  const used = [...expected.keys()].filter((place) => expected[place]! > 0).slice(0, -1)
  const gaps = Float64Array.from(used, (place) => observed[place]! - expected[place]!)
  const factor = cholesky(
    used.flatMap((a) => used.map((b) => variance[a * size + b]!)),
    used.length,
  )
  if (!factor || used.length === 0) throw new RangeError('logRank: at no event time are two groups at risk')
  return chiSquareTest(dot(choleskySolve(factor, used.length, gaps), gaps), used.length)
}
