import { studentQuantile } from '../numbers/tails.ts'
import { inverseInformation } from './least-squares.ts'
import type { Curve, CurveProblem, Optimum } from './least-squares.ts'

/** Something a reader has to know before using the curve. */
export type CurveWarning = {
  code:
    | 'ceiling-not-identified'
    | 'ceiling-above-possible'
    | 'before-peak'
    | 'no-imitation'
    | 'few-points'
    | 'empty-start'
    | 'not-converged'
  says: string
}

export type CurveFit<Name extends string> = {
  coef: Record<Name, number>
  /** Standard errors; 0 for a parameter that was given, null where the data can not tell. */
  se: Record<Name, number | null>
  /** The parameters that `vcov` is about, in the order of its rows: given ones, and ones at their limit, are left out. */
  estimated: Name[]
  vcov: number[][] | null
  /** From `level`: Student's quantile; on the logarithm for parameters that are positive. */
  interval: Record<Name, [number, number] | null>
  level: number
  rss: number
  /** Square root of rss / df; df is points less parameters searched for. */
  sigma: number
  df: number
  /** Of normal errors, with sigma² at its maximum likelihood; `aic` counts sigma as a parameter. */
  logLikelihood: number
  aic: number
  fitted: Float64Array
  residuals: Float64Array
  converged: boolean
  warnings: CurveWarning[]
}

/** Mean of the curve at some places, with limits for the mean and for one more observation. */
export type CurveBands = {
  mean: Float64Array
  seMean: Float64Array
  lower: Float64Array
  upper: Float64Array
  predictionLower: Float64Array
  predictionUpper: Float64Array
}

/**
 * What an optimum says, with standard errors from (Jᵀ J)⁻¹ σ² in natural units: for a positive parameter the same
 * number as the delta method gives from its logarithm. A parameter at its limit has none.
 */
export function describeFit<Name extends string>(
  problem: CurveProblem,
  optimum: Optimum,
  { names, level, above }: { names: readonly Name[]; level: number; above: number | null },
): CurveFit<Name> {
  const { parameters, rss, converged } = optimum
  const { y, free, limits } = problem
  const df = y.length - free.length
  const sigma = Math.sqrt(rss / df)
  const { over, vcov } = covariance(problem, parameters, sigma)
  const se = (j: number): number | null => {
    if (!free.includes(j)) return 0
    const a = over.indexOf(j)
    return vcov && a >= 0 ? Math.sqrt(vcov[a]![a]!) : null
  }
  const slopes = new Float64Array(parameters.length)
  const fitted = Float64Array.from(y, (_, i) => problem.curve(i, parameters, slopes))
  const logLikelihood = (-y.length / 2) * (Math.log((2 * Math.PI * rss) / y.length) + 1)
  const each = <Value>(give: (j: number) => Value) =>
    Object.fromEntries(names.map((name, j) => [name, give(j)])) as Record<Name, Value>
  const t = studentQuantile((1 + level) / 2, df)
  return {
    coef: each((j) => parameters[j]!),
    se: each(se),
    estimated: over.map((j) => names[j]!),
    vcov,
    interval: each((j) => intervalOf(parameters[j]!, se(j), t, limits[j]!.positive)),
    level,
    rss,
    sigma,
    df,
    logLikelihood,
    aic: 2 * (free.length + 1) - 2 * logLikelihood,
    fitted,
    residuals: fitted.map((value, i) => y[i]! - value),
    converged,
    warnings: warningsOf(problem, optimum, { above, seCeiling: se(0) }),
  }
}

/** What may be wrong with any curve that grows to a ceiling, its first parameter. */
function warningsOf(
  { y, free }: CurveProblem,
  { parameters, converged }: Optimum,
  { above, seCeiling }: { above: number | null; seCeiling: number | null },
): CurveWarning[] {
  const ceiling = parameters[0]!
  const warnings: CurveWarning[] = []
  if (!converged)
    warnings.push({ code: 'not-converged', says: 'the search ended before the sum of squares was least' })
  if (above !== null)
    warnings.push({
      code: 'ceiling-above-possible',
      says: `left free, the ceiling would be ${Number(above.toPrecision(6))}, above the possible ${ceiling}; it is held at ${ceiling}`,
    })
  if (y.length - free.length < 5)
    warnings.push({
      code: 'few-points',
      says: `${y.length} points for ${free.length} parameters: prefer the bootstrap's limits to the standard errors`,
    })
  if (!(seCeiling !== null && seCeiling <= ceiling / 2))
    warnings.push({
      code: 'ceiling-not-identified',
      says: 'the data do not identify the ceiling (its standard error is above half of it, or can not be had): give a ceiling, such as the number of regions',
    })
  return warnings
}

/** The series ends before the growth is fastest. */
export const beforePeak: CurveWarning = {
  code: 'before-peak',
  says: 'the series ends before the peak: what follows rests on the form of the curve, not on data',
}

function covariance(problem: CurveProblem, parameters: Float64Array, sigma: number) {
  const { free, limits } = problem
  const over = free.filter((j) => !atLimit(limits[j]!, parameters[j]!))
  // A ceiling that ran away takes the others with it: only their product is known.
  const lost = free.includes(0) && !over.includes(0)
  const inverse = lost ? null : inverseInformation(problem, parameters, over)
  const vcov = inverse && over.map((_, a) => over.map((_, b) => sigma ** 2 * inverse[a * over.length + b]!))
  return { over, vcov }
}

/** Whether a search ended at the edge of what it was allowed. */
export function atLimit({ low, high }: { low: number; high: number }, value: number): boolean {
  return value - low <= 1e-6 * Math.abs(low) || high - value <= 1e-6 * Math.abs(high)
}

function intervalOf(value: number, se: number | null, t: number, positive: boolean): [number, number] | null {
  if (se === null) return null
  if (!positive) return [value - t * se, value + t * se]
  const factor = Math.exp((t * se) / value)
  return [value / factor, value * factor]
}

/**
 * Bands of a curve at some places by the delta method. Student's quantile with the fit's degrees of freedom.
 */
export function bandsOf<Name extends string>(fit: CurveFit<Name>, places: number, curve: Curve): CurveBands {
  const names = Object.keys(fit.coef) as Name[]
  const parameters = Float64Array.from(names, (name) => fit.coef[name])
  const over = fit.estimated.map((name) => names.indexOf(name))
  const t = studentQuantile((1 + fit.level) / 2, fit.df)
  const slopes = new Float64Array(names.length)
  const mean = new Float64Array(places)
  const seMean = new Float64Array(places)
  for (let i = 0; i < places; i++) {
    mean[i] = curve(i, parameters, slopes)
    let variance = fit.vcov ? 0 : NaN
    fit.vcov?.forEach((row, a) =>
      row.forEach((cell, b) => (variance += slopes[over[a]!]! * cell * slopes[over[b]!]!)),
    )
    seMean[i] = Math.sqrt(Math.max(variance, 0))
  }
  const around = (factor: number, se: (own: number) => number) =>
    mean.map((value, i) => value + factor * t * se(seMean[i]!))
  const one = (own: number) => Math.hypot(own, fit.sigma)
  return {
    mean,
    seMean,
    lower: around(-1, (own) => own),
    upper: around(1, (own) => own),
    predictionLower: around(-1, one),
    predictionUpper: around(1, one),
  }
}
