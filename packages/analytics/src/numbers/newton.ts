import { cholesky, choleskySolve } from './cholesky.ts'
import { dot } from './dot.ts'

/** A function at one point: its value, gradient and (expected) negative second derivative, row by row. */
export type View = { value: number; slope: Float64Array; information: Float64Array }

/** Where a climb ended. */
export type Summit = View & {
  at: Float64Array
  /** What was seen at the start. */
  first: View
  /** Cholesky factors of the information at the end, and where the last step began; null where there is none. */
  factor: Float64Array | null
  stepFactor: Float64Array | null
  /** The last step: not near nothing when the value flattens out while the point runs away. */
  step: Float64Array
  turns: number
  converged: boolean
}

export type ClimbLimits = {
  start?: ArrayLike<number>
  turns?: number
  /** Whether a step that changed the value so was the last; `promised` is the gain its slope promised, doubled. */
  settled?: (before: number, after: number, promised: number) => boolean
  /** A direction along which the point may not move: held · point stays what it is at the start. */
  held?: Float64Array
}

/**
 * The maximum of a concave function of `size` variables by Newton's steps, halved while they lead down. Value, slope and
 * information belong to the point returned.
 * Cost: a look and O(size³) a turn.
 */
export function climb(
  look: (at: Float64Array) => View,
  size: number,
  {
    start = new Float64Array(size),
    turns = 50,
    settled = (_, __, promised) => promised <= 1e-10,
    held,
  }: ClimbLimits,
): Summit {
  let at: Float64Array = Float64Array.from(start)
  let view = look(at)
  const first = view
  let factor = cholesky(view.information, size)
  let stepFactor = factor
  let step: Float64Array = new Float64Array(size)
  for (let turn = 0; ; turn++) {
    const end = { first, factor, stepFactor, step, turns: turn }
    if (turn === turns || factor === null) return { ...view, at, ...end, converged: false }
    step = stepOf(factor, view.slope, held)
    stepFactor = factor
    const { point, seen, whole } = climbed(look, at, view, step)
    const last = whole && settled(view.value, seen.value, dot(step, view.slope))
    at = point
    view = seen
    factor = cholesky(view.information, size)
    if (last) return { ...view, at, first, factor, stepFactor, step, turns: turn + 1, converged: true }
  }
}

function stepOf(factor: Float64Array, slope: Float64Array, held: Float64Array | undefined): Float64Array {
  const step = choleskySolve(factor, slope.length, slope)
  if (!held) return step
  const away = choleskySolve(factor, slope.length, held)
  return moved(step, away, -dot(held, step) / dot(held, away))
}

/** The step, or the half, quarter … of it that does not lead down by more than rounding. */
function climbed(look: (at: Float64Array) => View, at: Float64Array, view: View, step: Float64Array) {
  const least = view.value - 1e-12 * Math.abs(view.value)
  for (let share = 1; ; share /= 2) {
    const point = moved(at, step, share)
    const seen = look(point)
    const isHigher = seen.value >= least && seen.value < Infinity // endless by rounding only
    if (isHigher || share < 1e-6) return { point, seen, whole: share === 1 }
  }
}

function moved(at: Float64Array, step: Float64Array, share: number): Float64Array {
  return at.map((value, i) => value + share * step[i]!)
}
