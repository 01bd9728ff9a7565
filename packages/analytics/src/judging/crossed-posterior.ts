import { choleskyInverse } from '../numbers/cholesky.ts'
import type { CriterionAt } from './crossed-criterion.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import { countsOf } from './readings.ts'
import type { CodedReadings } from './readings.ts'
import { crossedSums, rowForm } from './sparse-rows.ts'
import type { SparseRows } from './sparse-rows.ts'

/** The entries' joint distribution when their effects were eliminated. */
export function posteriorMany(centre: Float64Array, best: CriterionAt, residual: number): EntryPosterior {
  const { theta, diagonal, rows, factor, order } = best
  const sigma = Math.sqrt(residual)
  const own = diagonal.map((weight) => (sigma * theta[0]) / Math.sqrt(weight))
  const lean = diagonal.map((weight) => (sigma * theta[0] ** 2) / weight)
  return { centre, own, shared: { rows, lean, factor, order } }
}

/** The same when they were the factor that was kept: each is a column of its own. */
export function posteriorFew(centre: Float64Array, best: CriterionAt, residual: number): EntryPosterior {
  const { theta, factor, order } = best
  const n = centre.length
  const rows: SparseRows = {
    starts: Int32Array.from({ length: n + 1 }, (_, i) => i),
    columns: Int32Array.from(centre, (_, i) => i),
    values: new Float64Array(n).fill(1),
    places: [],
    order,
    dense: 0,
  }
  const lean = new Float64Array(n).fill(Math.sqrt(residual) * theta[1])
  return { centre, own: new Float64Array(n), shared: { rows, lean, factor, order } }
}

/** Squared correlation of predicted and true effects that the distribution expects, for entries of this variance. */
export function reliabilityOf({ centre, own, shared }: EntryPosterior, variance: number): number {
  const n = centre.length
  const { rows, lean, factor, order } = shared!
  const inverse = choleskyInverse(factor, order)
  const sums = new Float64Array(order)
  let [each, thin] = [0, 0]
  for (let i = 0; i < n; i++) {
    each += own[i]! ** 2 + lean[i]! ** 2 * rowForm(rows, i, inverse, order)
    thin += own[i]! ** 2
    for (let a = rows.starts[i]!; a < rows.starts[i + 1]!; a++) {
      if (rows.columns[a]! < order) sums[rows.columns[a]!]! += lean[i]! * rows.values[a]!
    }
  }
  const together = sums.reduce(
    (total, x, k) => sums.reduce((sum, y, l) => sum + x * y * inverse[k * order + l]!, total),
    thin,
  )
  return 1 - (each - together / n) / ((n - 1) * variance)
}

/** The same for the plain means, whose judges differ from entry to entry. */
export function rawReliability(
  { entry, judge }: CodedReadings,
  variance: { entry: number; judge: number; residual: number },
): number {
  const counts = countsOf(entry)
  const n = counts.length
  const { rows } = crossedSums(entry, [judge], [])
  const share = new Float64Array(judge.names.length)
  let [squares, thin] = [0, 0]
  counts.forEach((count, i) => {
    thin += 1 / count
    for (let a = rows.starts[i]!; a < rows.starts[i + 1]!; a++) {
      squares += (rows.values[a]! / count) ** 2
      share[rows.columns[a]!]! += rows.values[a]! / count
    }
  })
  const uneven = squares - share.reduce((sum, value) => sum + (value * value) / n, 0)
  const error = (variance.residual * thin) / n + (variance.judge * uneven) / (n - 1)
  return variance.entry / (variance.entry + error)
}
