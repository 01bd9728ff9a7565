import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
import { addReading, expectRating, roomFor } from './rating-scale.ts'
import type { Ratings } from './rating-scale.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import type { Factor } from './readings.ts'
import { rowForm, rowTimes, sparseRows, subtractOuter } from './sparse-rows.ts'

const INFINITE =
  'rasch: no finite joint estimates: scores separate judges or entries completely, or criteria can not be told from ' +
  'judges; the marginal method may still have an answer'

/** Readings that inform the measures; levels without any have been taken out of all factors but the first. */
export type JointData = { entry: Factor; facets: Factor[]; category: Int32Array; top: number }

/**
 * What either method gives. Everything raises the score: `help` holds what facet levels add (minus severity, minus
 * difficulty), then the steps, minus thresholds.
 */
export type RaschEstimates = {
  theta: Float64Array
  thetaSe: Float64Array
  help: Float64Array
  helpSe: Float64Array
  logLikelihood: number
  iterations: number
  population: { mean: number; sd: number; meanSe: number; sdSe: number } | null
  posterior: EntryPosterior
}

/** The active readings of `ratings`, with the levels of facets that still have any. */
export function jointData({ factors, category, values, active }: Ratings): JointData {
  const [entry, ...facets] = factors.map(({ names, codes }, f) => {
    const used = [...new Set(active.map((r) => codes[r]!))].sort((a, b) => a - b)
    if (f === 0) return { names, codes: Int32Array.from(active, (r) => codes[r]!) }
    const place = new Map(used.map((level, k) => [level, k]))
    return {
      names: used.map((level) => names[level]!),
      codes: Int32Array.from(active, (r) => place.get(codes[r]!)!),
    }
  })
  const kept = Int32Array.from(active, (r) => category[r]!)
  return { entry: entry!, facets, category: kept, top: values.length - 1 }
}

/**
 * Maximises the joint likelihood by Newton's method on all measures at once, entries eliminated; the likelihood is
 * concave, so that halving a step that overshoots always leads up. Each kind of `help` sums to zero.
 * @throws RangeError when measures run away or are not determined.
 */
export function jointFit(data: JointData): RaschEstimates {
  const system = jointSystem(data)
  let [theta, help] = startOf(data, system.order)
  let now = system.at(theta, help)
  for (let iterations = 1; iterations <= 200; iterations++) {
    const { factor, stepTheta, stepHelp } = newton(data, now)
    const size = Math.max(
      ...[stepTheta, stepHelp].map((step) => step.reduce((max, x) => Math.max(max, Math.abs(x)), 0)),
    )
    let next = now
    for (let scale = Math.min(1, 3 / size); scale > 1e-9; scale /= 2) {
      const tried = [theta, help].map((x, k) =>
        x.map((value, i) => value + scale * (k ? stepHelp : stepTheta)[i]!),
      )
      next = system.at(tried[0]!, tried[1]!)
      if (next.logLikelihood >= now.logLikelihood - 1e-12 * Math.abs(now.logLikelihood)) {
        ;[theta, help] = [tried[0]!, tried[1]!]
        break
      }
    }
    now = next
    if (size < 1e-9) return jointEstimates(data, { theta, iterations, factor, now })
    if (theta.some((value) => Math.abs(value) > 50)) break
  }
  throw new RangeError(INFINITE)
}

type Solution = {
  theta: Float64Array
  iterations: number
  factor: Float64Array
  now: System
}

function jointEstimates(data: JointData, { theta, iterations, factor, now }: Solution): RaschEstimates {
  const { diagonal, rows, order, logLikelihood, help } = now
  const inverse = choleskyInverse(factor, order)
  const sizes = kindsOf(data)
  const gauge = sizes.reduce((sum, size) => sum + 1 / size ** 2, 0)
  const gauges = gaugesOf(sizes)
  const lent = (weight: number, i: number) =>
    1 / weight + rowForm(rows, i, inverse, order) / weight ** 2 - gauge
  const own = diagonal.map((weight) => (weight > 0 ? 1 / Math.sqrt(weight) : 0))
  const lean = diagonal.map((weight) => (weight > 0 ? -1 / weight : 0))
  return {
    theta,
    thetaSe: diagonal.map((weight, i) => (weight > 0 ? Math.sqrt(Math.max(0, lent(weight, i))) : NaN)),
    help,
    helpSe: Float64Array.from(gauges, (own, k) => Math.sqrt(Math.max(0, inverse[k * (order + 1)]! - own))),
    logLikelihood,
    iterations,
    population: null,
    posterior: { centre: theta, own, shared: { rows, lean, factor, order } },
  }
}

/**
 * Holds the sum of each kind of help at zero by adding half its square to what is minimised, which moves nothing else:
 * the likelihood does not change when a kind is shifted against the entries.
 */
export function holdSums(
  kinds: number[],
  help: Float64Array,
  slope: Float64Array,
  curve: Float64Array,
): void {
  const order = slope.length
  let from = 0
  for (const size of kinds) {
    const sum = help.subarray(from, from + size).reduce((total, x) => total + x, 0)
    for (let a = from; a < from + size; a++) {
      slope[a]! -= sum
      for (let b = from; b <= a; b++) curve[a * order + b]! += 1
    }
    from += size
  }
}

/** What holding sums at zero adds to the variance of each level, to be taken off again. */
export const gaugesOf = (sizes: number[]) =>
  sizes.flatMap((size) => Array.from({ length: size }, () => 1 / size ** 2))

/** How many levels each kind of help has. */
export const kindsOf = ({ facets, top }: JointData) => [...facets.map(({ names }) => names.length), top]

type System = ReturnType<ReturnType<typeof jointSystem>['at']>

/** Likelihood, slopes and curvature at given measures. */
function jointSystem({ entry, facets, category, top }: JointData) {
  const plan = sparseRows(entry, facets, top)
  const { order, starts, columns, places } = plan
  const room = roomFor(top)
  const column = new Int32Array(facets.length)

  function at(theta: Float64Array, help: Float64Array) {
    const rows = { ...plan, values: new Float64Array(columns.length) }
    const [diagonal, slopeTheta] = [new Float64Array(theta.length), new Float64Array(theta.length)]
    const [slopeHelp, corner] = [new Float64Array(order), new Float64Array(order * order)]
    const sums = { slope: slopeHelp, curve: corner, width: order, firstStep: order - top }
    const steps = help.subarray(order - top)
    let logLikelihood = 0
    for (let r = 0; r < category.length; r++) {
      const [i, x] = [entry.codes[r]!, category[r]!]
      let eta = theta[i]!
      for (let f = 0; f < column.length; f++) eta += help[(column[f] = columns[places[f]![r]!]!)]!
      expectRating(eta, steps, x, room)
      logLikelihood += room.logChance
      diagonal[i]! += room.variance
      slopeTheta[i]! += x - room.mean
      addReading(room, x, column, sums)
      for (const own of places) rows.values[own[r]!]! += room.variance
      for (let k = 1; k <= top; k++) rows.values[starts[i + 1]! - top + k - 1]! += room.along[k]!
    }
    return { logLikelihood, diagonal, rows, slopeTheta, slopeHelp, corner, order, help }
  }
  return { at, order }
}

/** One Newton step; the sum of each kind of help is held at zero by adding its square to what is minimised. */
function newton(data: JointData, { diagonal, rows, slopeTheta, slopeHelp, corner, order, help }: System) {
  const left = Float64Array.from(corner)
  const inverse = diagonal.map((value) => (value > 0 ? 1 / value : 0))
  subtractOuter(left, rows, inverse)
  const right = Float64Array.from(slopeHelp)
  holdSums(kindsOf(data), help, right, left)
  const factor = cholesky(left, order, 1e-11)
  if (!factor) throw new RangeError(INFINITE)
  for (let i = 0; i < inverse.length; i++) {
    const share = inverse[i]! * slopeTheta[i]!
    for (let a = rows.starts[i]!; a < rows.starts[i + 1]!; a++)
      right[rows.columns[a]!]! -= share * rows.values[a]!
  }
  const stepHelp = choleskySolve(factor, order, right)
  const stepTheta = inverse.map((value, i) => value * (slopeTheta[i]! - rowTimes(rows, i, stepHelp)))
  return { factor, stepTheta, stepHelp }
}

/** Rough measures to start from, as entries and help. */
export function startOf({ entry, category, top }: JointData, order: number): [Float64Array, Float64Array] {
  const [sum, count] = [new Float64Array(entry.names.length), new Float64Array(entry.names.length)]
  const often = new Float64Array(top + 1)
  category.forEach((x, r) => {
    sum[entry.codes[r]!]! += x
    count[entry.codes[r]!]!++
    often[x]!++
  })
  const help = new Float64Array(order)
  const slant = Math.log(often[top]! / often[0]!) / top
  for (let k = 1; k <= top; k++) help[order - top + k - 1] = Math.log(often[k]! / often[k - 1]!) - slant
  return [
    sum.map((own, i) => (count[i]! > 0 ? Math.log((own + 0.3) / (count[i]! * top - own + 0.3)) : 0)),
    help,
  ]
}
