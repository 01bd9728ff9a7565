import { quantile } from '../numbers/quantile.ts'
import { seededRandom } from '../numbers/random.ts'
import { sameCeiling } from './ceiling.ts'
import type { CeilingKind } from './ceiling.ts'
import type { CurveFit } from './curve-fit.ts'
import { fitUnder } from './starts.ts'
import type { Growth } from './starts.ts'
import { refuseCount } from '../numbers/refusals.ts'

/** Percentile limits from refits to simulated series; `failed` of the `replicates` did not converge and are left out. */
export type CurveBootstrap = {
  replicates: number
  failed: number
  level: number
  seed: number | string
  quantities: Record<string, { lower: number; median: number; upper: number; se: number } | null>
}

/**
 * Simulates series around the fitted curve with normal errors of the fit's sigma, refits each from where the fit is and
 * gives percentile limits of the parameters, and of `more` that follows from them. Replicate r draws from branch r of the seed.
 * @throws RangeError unless at least 2 replicates are asked for.
 */
export function bootstrapCurve<Name extends string>(
  fit: CurveFit<Name> & { ceiling: CeilingKind; limit: number | null },
  { replicates = 999, seed = 1 }: { replicates?: number; seed?: number | string },
  growthOf: (y: Float64Array, held?: number) => Growth,
  more: (parameters: Float64Array) => Record<string, number> = () => ({}),
): CurveBootstrap {
  const { level } = fit
  refuseCount('bootstrapCurve: replicates', replicates, 2)
  const random = seededRandom(seed)
  const ceiling = sameCeiling(fit)
  const coefs = Object.keys(fit.coef) as Name[]
  const near = coefs.map((name) => fit.coef[name])
  const found: Record<string, number>[] = []
  for (let r = 0; r < replicates; r++) {
    const own = random.branch(r)
    const y = fit.fitted.map((mean) => mean + fit.sigma * own.normal())
    const { optimum } = fitUnder(ceiling, (held) => growthOf(y, held), near)
    if (!optimum.converged) continue
    const parameters = coefs.map((name, j) => [name, optimum.parameters[j]!] as const)
    found.push({ ...Object.fromEntries(parameters), ...more(optimum.parameters) })
  }
  const names = Object.keys(found[0] ?? {})
  const quantities = names.map(
    (name) =>
      [
        name,
        spreadOf(
          found.map((one) => one[name]!),
          level,
        ),
      ] as const,
  )
  const failed = replicates - found.length
  return { replicates, failed, level, seed, quantities: Object.fromEntries(quantities) }
}

/** Quantiles by linear interpolation between order statistics (R's type 7); those not finite are left out. */
function spreadOf(values: readonly number[], level: number) {
  const sorted = Float64Array.from(values.filter((value) => Number.isFinite(value))).sort()
  if (sorted.length < 2) return null
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    lower: quantile(sorted, (1 - level) / 2),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, (1 + level) / 2),
    se: Math.sqrt(squares / (sorted.length - 1)),
  }
}
