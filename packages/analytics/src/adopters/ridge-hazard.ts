import { binaryLikelihood } from '../hazards/binary-likelihood.ts'
import { estimatesOf } from '../hazards/estimates.ts'
import type { Estimates } from '../hazards/estimates.ts'
import { predictorOf } from '../hazards/links.ts'
import type { Link } from '../hazards/links.ts'
import type { Column } from '../hazards/model-columns.ts'
import { sandwich } from '../hazards/sandwich.ts'
import { groupsOf } from '../numbers/groups.ts'
import type { Groups, Labels } from '../numbers/groups.ts'
import { dot } from '../numbers/dot.ts'
import { byRow } from '../numbers/orthogonal-columns.ts'
import { climb } from '../numbers/newton.ts'
import { momentsOf } from './risk-rows.ts'

/** A column's effect is pulled towards `effect` (a unit of it), as strongly as `penalty` says. */
export type Pull = { effect: number; penalty: number }

export type RidgeOptions = { link: Link; pull: (name: string) => Pull; cluster: Labels; level: number }

/** Effects of one standard deviation of each column, the constant first; columns that do not vary are left out. */
export type RidgeHazard = Estimates & {
  link: Link
  mean: Float64Array
  sd: Float64Array
  clusters: number
  converged: boolean
  /** What each column, constant included, adds to the linear predictor of each row. */
  parts(columns: readonly Column[], rows: number): Float64Array[]
  /** Standard error of each row's linear predictor. */
  errors(columns: readonly Column[], rows: number): Float64Array
}

/**
 * Hazard by pooled logit or complementary log-log, with penalty / 2 times the squared distance of each standardised effect
 * from what it is pulled to taken from the log-likelihood: estimates are finite whatever the separation or collinearity.
 * Errors are robust to clusters. What is not known (NaN) counts as the column's mean in these rows.
 * @throws RangeError when nobody or everybody has the event, or a penalty is below 0.
 * Cost: O(rows × columns²) an iteration.
 * Source: le Cessie & van Houwelingen (1992), Applied Statistics 41.
 */
export function ridgeHazard(
  event: Float64Array,
  columns: readonly Column[],
  { link, pull, cluster, level }: RidgeOptions,
): RidgeHazard {
  const share = shareOf(event)
  const varying = columns
    .map(({ name, values }) => ({ name, ...momentsOf(values) }))
    .filter(({ sd }) => sd > 1e-12)
  const pulls = varying.map(({ name, sd }) => {
    const { effect, penalty } = pull(name)
    if (penalty >= 0 && penalty < Infinity) return { to: effect * sd, penalty }
    throw new RangeError(`ridgeHazard: the penalty must be 0 or more, got ${penalty}`)
  })
  const units = unitsOf(varying, columns, event.length)
  const groups = groupsOf(cluster)
  const { at, vcov, converged } = pulledFit(units, event, { link, pulls, groups, share })
  const size = at.length
  return {
    ...estimatesOf(['(Intercept)', ...varying.map(({ name }) => name)], at, vcov, level),
    link,
    mean: Float64Array.from(varying, ({ mean }) => mean),
    sd: Float64Array.from(varying, ({ sd }) => sd),
    clusters: groups.labels.length,
    converged,
    parts: (columns, rows) =>
      unitsOf(varying, columns, rows).map((unit, j) => unit.map((value) => value * at[j]!)),
    errors(columns, rows) {
      const table = byRow(unitsOf(varying, columns, rows))
      const variance = (row: Float64Array) =>
        row.reduce((sum, a, i) => sum + a * dot(row, vcov.subarray(i * size, (i + 1) * size)), 0)
      return Float64Array.from({ length: rows }, (_, row) =>
        Math.sqrt(variance(table.subarray(row * size, (row + 1) * size))),
      )
    },
  }
}

function shareOf(event: Float64Array): number {
  const share = event.reduce((sum, one) => sum + one, 0) / event.length
  if (share > 0 && share < 1) return share
  const who = share > 0 ? 'everybody' : 'nobody'
  throw new RangeError(`ridgeHazard: ${who} adopted in the periods to learn from`)
}

type Pulled = { link: Link; pulls: { to: number; penalty: number }[]; groups: Groups; share: number }

function pulledFit(
  units: readonly Float64Array[],
  event: Float64Array,
  { link, pulls, groups, share }: Pulled,
) {
  const size = units.length
  const likelihood = binaryLikelihood(units, event, { link, firth: false })
  const look = (at: Float64Array) => {
    const { value, slope, information } = likelihood.look(at)
    const away = pulls.reduce((sum, { to, penalty }, i) => {
      const off = at[i + 1]! - to
      slope[i + 1]! -= penalty * off
      information[(i + 1) * (size + 1)]! += penalty
      return sum + (penalty * off * off) / 2
    }, 0)
    return { value: value - away, slope, information }
  }
  const start = new Float64Array(size)
  start[0] = predictorOf(share, link)
  const { at, factor, converged } = climb(look, size, { start })
  const { residual } = likelihood.rowsAt(at)
  const scores = byRow(units).map((value, cell) => value * residual[Math.trunc(cell / size)]!)
  const vcov = factor ? sandwich(factor, scores, groups) : new Float64Array(size * size).fill(NaN)
  return { at, vcov, converged }
}

/** A column of ones, then each column in standard deviations from its mean. */
function unitsOf(
  varying: readonly { name: string; mean: number; sd: number }[],
  columns: readonly Column[],
  rows: number,
): Float64Array[] {
  const found = varying.map(({ name, mean, sd }) =>
    columns
      .find((column) => column.name === name)!
      .values.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / sd)),
  )
  return [new Float64Array(rows).fill(1), ...found]
}
