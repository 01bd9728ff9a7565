import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
import { gaugesOf, holdSums, kindsOf, startOf } from './rasch-joint.ts'
import type { JointData, RaschEstimates } from './rasch-joint.ts'
import { addReading, expectRating, roomFor } from './rating-scale.ts'
import type { Expected } from './rating-scale.ts'
import { sparseRows } from './sparse-rows.ts'
import type { SparseRows } from './sparse-rows.ts'

/**
 * An entry is integrated at points up to this many of its standard deviations apart, and never further apart than this
 * many logits (the logistic function bends within them), outwards until the density has fallen by e^-34.
 */
const [APART, AT_MOST, FALLEN] = [0.75, 0.75, 34]

/** Unknowns: what helps (facets, then steps), then the mean and the logarithm of the standard deviation of entries. */
type Marginal = {
  logLikelihood: number
  slope: Float64Array
  /** Minus the matrix of second derivatives, lower half. */
  curve: Float64Array
  theta: Float64Array
  thetaSe: Float64Array
}

/**
 * Maximises the marginal likelihood, entries from a normal distribution, by Newton's method with the exact second
 * derivatives (Louis 1982); each entry is integrated around its own mode.
 * @throws RangeError when entries do not differ beyond chance, so that their spread is zero, or when measures run away.
 */
export function marginalFit(data: JointData): RaschEstimates {
  const { at, order } = marginalSystem(data)
  let unknown = new Float64Array(order)
  unknown.set(startOf(data, order - 2)[1])
  let now = at(unknown)
  for (let iterations = 1; iterations <= 200; iterations++) {
    const { factor, step } = marginalStep(data, unknown, now)
    const size = step.reduce((max, x) => Math.max(max, Math.abs(x)), 0)
    for (let scale = Math.min(1, 1 / size); scale > 1e-9; scale /= 2) {
      const tried = unknown.map((value, k) => value + scale * step[k]!)
      const next = at(tried)
      if (!(next.logLikelihood >= now.logLikelihood - 1e-12 * Math.abs(now.logLikelihood))) continue
      ;[unknown, now] = [tried, next]
      break
    }
    if (unknown[order - 1]! < -7 || unknown.some((value) => Math.abs(value) > 20)) break
    if (size < 1e-8) return estimates(data, { unknown, now, factor, iterations })
  }
  throw new RangeError(
    'rasch: the marginal method finds no spread of entries beyond chance, or measures run to infinity',
  )
}

type Solution = { unknown: Float64Array; now: Marginal; factor: Float64Array; iterations: number }

function estimates(data: JointData, { unknown, now, factor, iterations }: Solution): RaschEstimates {
  const order = unknown.length
  const inverse = choleskyInverse(factor, order)
  const sizes = kindsOf(data)
  const gauges = gaugesOf(sizes)
  const seOf = (k: number, gauge: number) => Math.sqrt(Math.max(0, inverse[k * (order + 1)]! - gauge))
  const sd = Math.exp(unknown[order - 1]!)
  const population = {
    mean: unknown[order - 2]!,
    sd,
    meanSe: seOf(
      order - 2,
      sizes.reduce((sum, size) => sum + 1 / size ** 2, 0),
    ),
    sdSe: sd * seOf(order - 1, 0),
  }
  const { theta, thetaSe, logLikelihood } = now
  return {
    theta,
    thetaSe,
    help: unknown.slice(0, order - 2),
    helpSe: Float64Array.from(gauges, (gauge, k) => seOf(k, gauge)),
    logLikelihood,
    iterations,
    population,
    posterior: { centre: theta, own: thetaSe, shared: null },
  }
}

/** Newton's step, with as much on the diagonal as it takes to go up; each kind of help is held at sum zero. */
function marginalStep(data: JointData, unknown: Float64Array, { slope, curve }: Marginal) {
  const order = unknown.length
  const held = Float64Array.from(curve)
  const pull = Float64Array.from(slope)
  holdSums(kindsOf(data), unknown, pull, held)
  for (let ridge = 0; ridge < 1e12; ridge = Math.max(1e-3, 10 * ridge)) {
    const factor = cholesky(
      held.map((cell, k) => (k % (order + 1) === 0 ? cell + ridge : cell)),
      order,
      1e-11,
    )
    if (factor) return { factor, step: choleskySolve(factor, order, pull) }
  }
  throw new RangeError('rasch: criteria can not be told from judges')
}

function marginalSystem(data: JointData) {
  const plan = sparseRows(data.entry, data.facets, data.top + 2)
  const { order, starts, columns } = plan
  const own: number[][] = data.entry.names.map(() => [])
  data.entry.codes.forEach((code, r) => own[code]!.push(r))
  const modes = new Float64Array(own.length)

  function at(unknown: Float64Array): Marginal {
    const [slope, curve] = [new Float64Array(order), new Float64Array(order * order)]
    const [theta, thetaSe] = [new Float64Array(own.length), new Float64Array(own.length)]
    let logLikelihood = 0
    own.forEach((readings, i) => {
      const lot = lotOf(data, plan, { readings, i, unknown })
      const { mode, sd } = modeOf(lot, modes[i]!)
      const { logs, means, squares, width } = integrated(lot, mode, sd)
      modes[i] = mode
      logLikelihood += logs.total
      theta[i] = logs.mean
      thetaSe[i] = logs.sd
      for (let a = 0; a < width; a++) {
        const column = columns[starts[i]! + a]!
        slope[column]! += means[a]!
        for (let b = 0; b <= a; b++) {
          curve[column * order + columns[starts[i]! + b]!]! += squares[a * width + b]! + means[a]! * means[b]!
        }
      }
    })
    return { logLikelihood, slope, curve, theta, thetaSe }
  }
  return { at, order }
}

/** One entry's readings at given unknowns: what else is in their eta, and at which of the entry's own columns. */
type Lot = {
  others: Float64Array
  category: Int32Array
  columns: Int32Array[]
  width: number
  steps: Float64Array
  mean: number
  variance: number
  room: Expected
}

type OneEntry = { readings: readonly number[]; i: number; unknown: Float64Array }

function lotOf(data: JointData, plan: SparseRows, { readings, i, unknown }: OneEntry): Lot {
  const { starts, columns, places, order } = plan
  const helps = (r: number) => places.reduce((sum, place) => sum + unknown[columns[place[r]!]!]!, 0)
  return {
    others: Float64Array.from(readings, helps),
    category: Int32Array.from(readings, (r) => data.category[r]!),
    columns: readings.map((r) => Int32Array.from(places, (place) => place[r]! - starts[i]!)),
    width: starts[i + 1]! - starts[i]!,
    steps: unknown.subarray(order - 2 - data.top, order - 2),
    mean: unknown[order - 2]!,
    variance: Math.exp(2 * unknown[order - 1]!),
    room: roomFor(data.top),
  }
}

/** The entry's most likely measure, and the width of the peak. */
function modeOf({ others, category, steps, mean, variance, room }: Lot, start: number) {
  let mode = start
  for (let turn = 0; ; turn++) {
    let [slope, curve] = [(mean - mode) / variance, 1 / variance]
    others.forEach((eta, r) => {
      expectRating(mode + eta, steps, category[r]!, room)
      slope += category[r]! - room.mean
      curve += room.variance
    })
    const step = Math.max(-2, Math.min(2, slope / curve))
    if (Math.abs(step) < 1e-6 || turn > 60) return { mode, sd: 1 / Math.sqrt(curve) }
    mode += step
  }
}

/** Log density, and slope and curvature of the complete likelihood, at one node. */
function atNode(lot: Lot, node: number, slope: Float64Array, curve: Float64Array): number {
  const { others, category, columns, width, steps, mean, variance, room } = lot
  slope.fill(0)
  curve.fill(0)
  const into = { slope, curve, width, firstStep: width - 2 - steps.length }
  const away = node - mean
  let log = -0.5 * (away ** 2 / variance + Math.log(2 * Math.PI * variance))
  others.forEach((eta, r) => {
    expectRating(node + eta, steps, category[r]!, room)
    log += room.logChance
    addReading(room, category[r]!, columns[r]!, into)
  })
  slope[width - 2] = away / variance
  slope[width - 1] = away ** 2 / variance - 1
  curve[(width - 2) * (width + 1)] = 1 / variance
  curve[(width - 1) * width + width - 2] = (2 * away) / variance
  curve[(width - 1) * (width + 1)] = (2 * away ** 2) / variance
  return log
}

/** Means over the entry's distribution, given its readings, of slopes, and of curvature less squared slopes. */
function integrated(lot: Lot, mode: number, sd: number) {
  const { width } = lot
  const [slope, curve] = [new Float64Array(width), new Float64Array(width * width)]
  const [means, squares] = [new Float64Array(width), new Float64Array(width * width)]
  let [weights, largest, first, second] = [0, -Infinity, 0, 0]
  const apart = Math.min(APART * sd, AT_MOST)
  for (const side of [1, -1]) {
    for (let q = side === 1 ? 0 : 1; q < 1000; q++) {
      const offset = side * q * apart
      const log = atNode(lot, mode + offset, slope, curve)
      if (largest === -Infinity) largest = log
      if (log < largest - FALLEN) break
      const weight = Math.exp(log - largest)
      weights += weight
      first += weight * offset
      second += weight * offset ** 2
      for (let a = 0; a < width; a++) {
        const own = weight * slope[a]!
        means[a]! += own
        for (let b = 0; b <= a; b++)
          squares[a * width + b]! += weight * curve[a * width + b]! - own * slope[b]!
      }
    }
  }
  const [shift, spread] = [first / weights, second / weights]
  const total = largest + Math.log(weights * apart)
  const logs = { total, mean: mode + shift, sd: Math.sqrt(spread - shift ** 2) }
  return { logs, means: means.map((x) => x / weights), squares: squares.map((x) => x / weights), width }
}
