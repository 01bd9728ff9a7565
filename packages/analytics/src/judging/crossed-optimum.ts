import type { CriterionAt, CrossedCriterion } from './crossed-criterion.ts'

/** Beyond this ratio of standard deviations nothing is left for the residual. */
const LARGEST = 1e5

/**
 * The pair of relative standard deviations at which the criterion is least, 0 included; null where it falls for ever
 * because the scores leave no residual.
 *
 * The criterion is an even function of each, so that a variance of zero is a smooth stationary point and not a wall:
 * Newton's method runs over the whole plane, from the low points of a coarse grid, with damping wherever it would not go
 * down. Curvature comes from differences of the exact slope, and between from its changes along the way.
 */
export function crossedOptimum(criterion: CrossedCriterion): CriterionAt | null {
  const found = startsOf(criterion).map((start) => descended(criterion, start))
  const best = found.reduce<CriterionAt | null>(
    (low, one) => (one && (!low || one.value < low.value) ? one : low),
    null,
  )
  return best && !runsAway(criterion, best) ? snapped(criterion, best) : null
}

/** Whether the criterion goes on falling, or lies level, as all variances grow against the residual one. */
function runsAway({ at }: CrossedCriterion, { theta, value }: CriterionAt): boolean {
  if (length(theta) < 100) return false
  const beyond = at(10 * theta[0], 10 * theta[1])
  return !beyond || beyond.value < value + 0.1
}

function descended(criterion: CrossedCriterion, start: CriterionAt): CriterionAt | null {
  let best = start
  let slope = criterion.slope(best)
  let known: Curve | null = null
  for (let turn = 0; turn < 200; turn++) {
    const curve: Curve | null = known ?? curvature(criterion, best, slope)
    const next: CriterionAt | null = curve && downhill(criterion, best, slope, curve)
    if (!curve || !next || length(next.theta) > LARGEST) return null
    const step = minus(next.theta, best.theta)
    const settled = length(step) <= 1e-9 * (1 + length(best.theta))
    if (settled && !known) return next
    const ahead = criterion.slope(next)
    known = settled ? null : updated(curve, step, minus(ahead, slope)) // the last word is never a guessed curvature's
    ;[best, slope] = [next, ahead]
  }
  return best
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

/** Points of a coarse grid that are not above their neighbours: small designs have several valleys, large ones one. */
function startsOf({ at }: CrossedCriterion): CriterionAt[] {
  const middle = at(1, 1)
  const sizes = middle && middle.order > 200 ? [0.2, 1, 4] : [0.02, 0.3, 1, 3, 10, 50]
  const grid = sizes.map((many) => sizes.map((few) => at(many, few)))
  const near = [-1, 0, 1]
  return grid.flatMap((row, i) =>
    row.filter((one, j): one is CriterionAt => {
      const around = near.flatMap((di) => near.map((dj) => grid[i + di]?.[j + dj]?.value ?? Infinity))
      return one !== null && around.every((value) => one.value <= value)
    }),
  )
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

/** The curvature after a step, from how the slope changed on the way (Broyden, Fletcher, Goldfarb, Shanno). */
function updated([a, b, c]: Curve, [sx, sy]: Pair, [gx, gy]: Pair): Curve | null {
  const [px, py] = [a * sx + b * sy, b * sx + c * sy]
  const [before, after] = [sx * px + sy * py, sx * gx + sy * gy]
  const bowl = a > 0 && a * c > b * b
  if (!bowl || !(after > 1e-3 * before)) return null // look again rather than guess
  return [
    a - (px * px) / before + (gx * gx) / after,
    b - (px * py) / before + (gx * gy) / after,
    c - (py * py) / before + (gy * gy) / after,
  ]
}

const minus = (a: Pair, b: Pair): Pair => [a[0] - b[0], a[1] - b[1]]

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
  if (Math.min(many, few) > 0.01) return found
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
