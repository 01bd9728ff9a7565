import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'

/**
 * A curve with parameters: gives its value at observation `i` and writes its derivatives by each parameter into
 * `slopes`.
 */
export type Curve = (i: number, parameters: Float64Array, slopes: Float64Array) => number

/** What is to be fitted: sum over i of (y[i] - curve(i))² as small as it gets within the limits. */
export type CurveProblem = {
  curve: Curve
  y: ArrayLike<number>
  /** One a parameter. A positive one is searched for in its logarithm; `low` and `high` are in natural units. */
  limits: readonly { positive: boolean; low: number; high: number }[]
  /** Which parameters are searched for; the others stay as they start. */
  free: readonly number[]
}

export type Optimum = { parameters: Float64Array; rss: number; converged: boolean; steps: number }

type State = { place: Float64Array; rss: number; normal: Float64Array; gradient: Float64Array }

const STEPS = 500

/**
 * The nearest minimum from a start: Levenberg-Marquardt on scaled columns with the curve's own derivatives, then a few
 * undamped steps to the last digits.
 * Cost: O(n k²) a step, at most 500 steps.
 * Source: Levenberg (1944), Marquardt (1963); damping as in Nielsen (1999).
 */
export function leastSquares(problem: CurveProblem, start: ArrayLike<number>): Optimum {
  const at = evaluator(problem)
  let state = at(inside(problem, placeOf(problem, start)))
  let [damping, growth, steps, converged] = [1e-3, 2, 0, false]
  for (; steps < STEPS && !converged && damping < 1e14; steps++) {
    const step = stepFrom(state, problem.free.length, damping)
    const next = step && at(inside(problem, moved(problem, state.place, step.by)))
    const small = step !== null && step.gain <= 1e-13 * state.rss
    if (next && next.rss < state.rss) {
      converged = small
      state = next
      ;[damping, growth] = [Math.max(damping / 5, 1e-12), 2]
    } else {
      converged = small || state.rss === 0
      damping *= growth
      growth *= 2
    }
  }
  state = polished(problem, at, state)
  return { parameters: naturalOf(problem, state.place), rss: state.rss, converged, steps }
}

/**
 * The inverse of Jᵀ J in natural units over the parameters named, row by row; null when the data can not tell them
 * apart.
 */
export function inverseInformation(
  problem: CurveProblem,
  parameters: Float64Array,
  over: readonly number[],
): Float64Array | null {
  const k = over.length
  const limits = Array.from(parameters, () => natural)
  const { normal } = evaluator({ ...problem, free: over, limits })(parameters)
  const { factor, scale } = factorOf(normal, k, 0)
  if (!factor || over.some((_, a) => normal[a * k + a] === 0)) return null
  return choleskyInverse(factor, k).map((cell, at) => cell / (scale[Math.floor(at / k)]! * scale[at % k]!))
}

const natural = { positive: false, low: -Infinity, high: Infinity }

/** Logarithms of what is searched for and positive; a parameter that is given keeps its last digit. */
function placeOf({ limits, free }: CurveProblem, natural: ArrayLike<number>): Float64Array {
  const place = Float64Array.from(natural)
  for (const j of free) if (limits[j]!.positive) place[j] = Math.log(place[j]!)
  return place
}

function naturalOf({ limits, free }: CurveProblem, place: Float64Array): Float64Array {
  const natural = Float64Array.from(place)
  for (const j of free) if (limits[j]!.positive) natural[j] = Math.exp(place[j]!)
  return natural
}

function inside({ limits, free }: CurveProblem, place: Float64Array): Float64Array {
  for (const j of free) {
    const [least, most] = edges(limits[j]!)
    place[j] = Math.min(Math.max(place[j]!, least), most)
  }
  return place
}

function edges({ positive, low, high }: CurveProblem['limits'][number]): [number, number] {
  return positive ? [Math.log(low), Math.log(high)] : [low, high]
}

function moved({ free }: CurveProblem, place: Float64Array, by: Float64Array): Float64Array {
  const next = Float64Array.from(place)
  free.forEach((j, a) => (next[j]! += by[a]!))
  return next
}

/** Sum of squares, normal matrix and gradient at a place, in the units that are searched. */
function evaluator(problem: CurveProblem): (place: Float64Array) => State {
  const { curve, y, limits, free } = problem
  const k = free.length
  const slopes = new Float64Array(limits.length)
  return (place) => {
    const parameters = naturalOf(problem, place)
    const normal = new Float64Array(k * k)
    const gradient = new Float64Array(k)
    const units = free.map((j) => (limits[j]!.positive ? parameters[j]! : 1))
    let rss = 0
    for (let i = 0; i < y.length; i++) {
      const residual = y[i]! - curve(i, parameters, slopes)
      rss += residual * residual
      for (let a = 0; a < k; a++) {
        const slope = slopes[free[a]!]! * units[a]!
        gradient[a]! += slope * residual
        for (let b = 0; b <= a; b++) normal[a * k + b]! += slope * slopes[free[b]!]! * units[b]!
      }
    }
    free.forEach((j, a) => {
      const [least, most] = edges(limits[j]!)
      // At its limit and pulled outward: no longer searched for.
      if (gradient[a]! < 0 ? place[j] === least : place[j] === most) {
        gradient[a] = 0
        for (let b = 0; b < k; b++) normal[a * k + b] = normal[b * k + a] = 0
      }
    })
    return { place, rss, normal, gradient }
  }
}

/** The damped step and by how much it should lower the sum of squares; null when there is no such step. */
function stepFrom({ normal, gradient }: State, k: number, damping: number) {
  const { factor, scale } = factorOf(normal, k, damping)
  if (!factor) return null
  const scaled = (vector: Float64Array) => vector.map((cell, a) => cell / scale[a]!)
  const by = scaled(choleskySolve(factor, k, scaled(gradient)))
  return { by, gain: by.reduce((sum, cell, a) => sum + cell * gradient[a]!, 0) }
}

/** Cholesky factor of the normal matrix with columns scaled to length 1, its diagonal raised by the damping. */
function factorOf(normal: Float64Array, k: number, damping: number) {
  const scale = Float64Array.from({ length: k }, (_, a) => Math.sqrt(normal[a * k + a]!) || 1)
  const system = normal.map((cell, at) => cell / (scale[Math.floor(at / k)]! * scale[at % k]!))
  for (let a = 0; a < k; a++) system[a * k + a] = (system[a * k + a]! || 1) + damping
  return { factor: cholesky(system, k), scale }
}

/** Undamped steps while each promises less than the one before: the sum of squares itself is too flat to judge. */
function polished(problem: CurveProblem, at: (place: Float64Array) => State, found: State): State {
  let state = found
  let promised = Infinity
  for (let turn = 0; turn < 20; turn++) {
    const step = stepFrom(state, problem.free.length, 0)
    if (!step || !(step.gain > 0) || step.gain >= promised || step.gain > 1e-6 * state.rss) break
    const next = at(inside(problem, moved(problem, state.place, step.by)))
    if (!(next.rss <= state.rss * (1 + 1e-12))) break
    state = next
    promised = step.gain
  }
  return state
}
