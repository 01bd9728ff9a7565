import type { CriterionAt, CrossedCriterion } from './crossed-criterion.ts'

/** Beyond this ratio of standard deviations nothing is left for the residual. */
const LARGEST = 1e5

/**
 * The pair of relative standard deviations at which the criterion is least, 0 included; null where it falls for ever
 * because the scores leave no residual.
 *
 * The criterion is an even function of each, so that a variance of zero is a smooth stationary point and not a wall:
 * Newton's method runs over the whole plane, from the best point of a coarse grid, with curvature from differences of
 * the exact slope and with damping wherever it would not go down.
 */
export function crossedOptimum(criterion: CrossedCriterion): CriterionAt | null {
  let best = coarseStart(criterion)
  for (let turn = 0; best && turn < 100; turn++) {
    const slope = criterion.slope(best)
    const curve = curvature(criterion, best, slope)
    const next = curve && downhill(criterion, best, slope, curve)
    if (!next || length(next.theta) > LARGEST) return null
    const moved = Math.hypot(next.theta[0] - best.theta[0], next.theta[1] - best.theta[1])
    best = next
    if (moved <= 1e-9 * (1 + length(best.theta))) break
  }
  return best && snapped(criterion, best)
}

type Pair = readonly [number, number]
type Curve = readonly [number, number, number]

/** The first point of a step less and less bold that is not above the one we stand on, which is the last resort. */
function downhill({ at }: CrossedCriterion, here: CriterionAt, slope: Pair, curve: Curve): CriterionAt {
  let damping = 0
  for (let tried = 0; tried < 40; tried++) {
    const step = dampedStep(slope, curve, damping)
    const next = step && at(...away(here.theta[0] + step[0], here.theta[1] + step[1]))
    if (next && next.value <= here.value) return next
    damping = Math.max(8 * damping, 1e-4 * (Math.abs(curve[0]) + Math.abs(curve[2])) + 1e-9)
  }
  return here
}

function coarseStart({ at }: CrossedCriterion): CriterionAt | null {
  const sizes = [0.2, 1, 4]
  const all = sizes.flatMap((many) => sizes.map((few) => at(many, few)))
  return all.reduce((best, one) => (one && (!best || one.value < best.value) ? one : best), null)
}

/** The curvature as (a, b, c) of a symmetric matrix, from the slope a little further on. */
function curvature({ at, slope }: CrossedCriterion, here: CriterionAt, now: Pair): Curve | null {
  const [x, y] = here.theta
  const [hx, hy] = [1e-5 * (Math.abs(x) + 0.01), 1e-5 * (Math.abs(y) + 0.01)]
  const [alongX, alongY] = [at(x + hx, y), at(x, y + hy)]
  if (!alongX || !alongY) return null
  const [sx, sy] = [slope(alongX), slope(alongY)]
  const cross = ((sx[1] - now[1]) / hx + (sy[0] - now[0]) / hy) / 2
  return [(sx[0] - now[0]) / hx, cross, (sy[1] - now[1]) / hy]
}

/** Newton's step with `damping` on the diagonal; null while the damped curvature is not that of a bowl. */
function dampedStep([gx, gy]: Pair, [a, b, c]: Curve, damping: number) {
  const [da, dc] = [a + damping, c + damping]
  const determinant = da * dc - b * b
  if (!(da > 0) || !(determinant > 1e-12 * da * dc)) return null
  const step = [-(dc * gx - b * gy) / determinant, -(da * gy - b * gx) / determinant] as const
  const limit = 10 / Math.max(10, length(step)) // no leap into the plain where the criterion is flat
  return [step[0] * limit, step[1] * limit] as const
}

const length = ([x, y]: Pair) => Math.hypot(x, y)

/** The criterion is even; its slope divides by theta, which must therefore not be nothing at all. */
function away(many: number, few: number): [number, number] {
  return [Math.max(Math.abs(many), 1e-6), Math.max(Math.abs(few), 1e-6)]
}

/** A variance that might as well be zero is zero. */
function snapped({ at }: CrossedCriterion, found: CriterionAt): CriterionAt {
  const [many, few] = found.theta
  let best = found
  for (const [x, y] of [
    [0, few],
    [many, 0],
    [0, 0],
  ] as const) {
    const there = at(x, y)
    if (there && there.value <= best.value + 1e-10) best = there
  }
  return best
}
