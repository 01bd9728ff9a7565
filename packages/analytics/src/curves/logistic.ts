import { limitOf } from './ceiling.ts'
import type { Ceiling, CeilingKind } from './ceiling.ts'
import { bootstrapCurve } from './curve-bootstrap.ts'
import type { CurveBootstrap } from './curve-bootstrap.ts'
import { bandsOf, beforePeak, describeFit } from './curve-fit.ts'
import type { CurveBands, CurveFit } from './curve-fit.ts'
import type { Curve, CurveProblem } from './least-squares.ts'
import { fitUnder } from './starts.ts'
import type { Growth } from './starts.ts'
import { refuseLevel } from '../numbers/refusals.ts'

/** Asym: the ceiling; xmid: where half of it is reached; scal: how slowly (x from half to 73 %). */
export type LogisticName = 'Asym' | 'xmid' | 'scal'

export type LogisticFit = CurveFit<LogisticName> & {
  x: Float64Array
  ceiling: CeilingKind
  /** The bound or the ceiling that was given. */
  limit: number | null
}

const NAMES = ['Asym', 'xmid', 'scal'] as const

/**
 * The three-parameter logistic curve Asym / (1 + exp((xmid - x) / scal)) by nonlinear least squares, under the names
 * that R's SSlogis uses. Asym is positive by construction; scal is positive for a curve that rises and negative for one
 * that falls.
 * @throws RangeError for fewer than 5 points, fewer than 4 different x, a value that is not finite, values that do not
 *   grow or fall with x or are not mostly positive, a ceiling that is not positive, or a level outside 0 to 1.
 * Cost: a few hundred evaluations of n points.
 * Source: Pinheiro & Bates (2000), Mixed-effects models in S and S-PLUS, appendix C.
 * @example fitLogistic([1, 2, 3, 4, 5, 6], [2, 5, 11, 19, 25, 28]).coef.xmid // 3.4912…
 */
export function fitLogistic(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  { ceiling, level = 0.95 }: { ceiling?: Ceiling; level?: number } = {},
): LogisticFit {
  const x = Float64Array.from(xs)
  const y = Float64Array.from(ys)
  refuseFaults({ x, y, ceiling, level })
  const { problem, optimum, kind, above } = fitUnder(ceiling, (held) => growthOf(x, y, held))
  const fit = describeFit(problem, optimum, { names: NAMES, level, above })
  const { xmid, scal } = fit.coef
  if (scal > 0 ? xmid > Math.max(...x) : xmid < Math.min(...x)) fit.warnings.unshift(beforePeak)
  return { ...fit, x, ceiling: kind, limit: limitOf(ceiling) }
}

/** Height of the fitted curve at other x, with limits for the mean and for one more observation. */
export function logisticBands(fit: LogisticFit, at: ArrayLike<number>): CurveBands {
  return bandsOf(fit, at.length, logisticCurve(at))
}

/**
 * Percentile limits of Asym, xmid and scal by refitting series simulated around the fit. Seeded; normal errors.
 * @throws RangeError for fewer than 2 replicates.
 */
export function logisticBootstrap(
  fit: LogisticFit,
  { replicates = 999, seed = 1 as number | string } = {},
): CurveBootstrap {
  return bootstrapCurve(fit, { replicates, seed }, (y, held) => growthOf(fit.x, y, held))
}

function logisticCurve(x: ArrayLike<number>): Curve {
  return (i, parameters, slopes) => {
    const [asym, middle, scale] = parameters as unknown as [number, number, number]
    const z = (x[i]! - middle) / scale
    const share = 1 / (1 + Math.exp(-z))
    const steep = asym * share * (1 - share)
    slopes[0] = share
    slopes[1] = -steep / scale
    slopes[2] = (-steep * z) / scale
    return asym * share
  }
}

function growthOf(x: Float64Array, y: Float64Array, held?: number): Growth {
  const [left, right] = [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))]
  const span = right - left
  const high = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const sign = Math.sign(slopeOf(x, y)) || 1
  const [low, most] = [1e-4 * span * sign, 1e3 * span * sign].sort((a, b) => a - b) as [number, number]
  const problem: CurveProblem = {
    curve: logisticCurve(x),
    y,
    limits: [
      { positive: true, low: high * 1e-3, high: high * 1e6 },
      { positive: false, low: left - 20 * span, high: right + 20 * span },
      { positive: false, low, high: most },
    ],
    free: held === undefined ? [0, 1, 2] : [1, 2],
  }
  const grid: [number, number][] = []
  for (let a = -2; a <= 12; a++)
    for (let b = 0; b <= 8; b++) grid.push([left + (a / 8) * span, sign * span * 2 ** -b])
  return { problem, grid }
}

function slopeOf(x: Float64Array, y: Float64Array): number {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  return x.reduce((sum, value, i) => sum + (value - mean) * y[i]!, 0)
}

function refuseFaults(given: { x: Float64Array; y: Float64Array; ceiling: Ceiling; level: number }): void {
  const { x, y, ceiling, level } = given
  const no = (says: string) => new RangeError(`fitLogistic: ${says}`)
  if (x.length !== y.length) throw no(`${x.length} x and ${y.length} y`)
  if (x.length < 5) throw no(`needs at least 5 points, got ${x.length}`)
  x.forEach((value, i) => {
    if (!Number.isFinite(value) || !Number.isFinite(y[i])) throw no(`point ${i + 1}: must be finite`)
  })
  if (new Set(x).size < 4) throw no('needs at least 4 different x')
  if (y.every((value) => value === y[0])) throw no('every y is the same: there is no growth to fit')
  if (!(y.reduce((sum, value) => sum + value, 0) > 0)) throw no('y must be mostly positive')
  const limit = limitOf(ceiling)
  if (limit !== null && !(limit > 0 && limit < Infinity)) throw no(`the ceiling ${limit} must be positive`)
  refuseLevel('fitLogistic: the level', level)
}
