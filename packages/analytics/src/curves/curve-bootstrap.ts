import { quantile } from '../numbers/quantile.ts'
import { seededRandom } from '../numbers/random.ts'
import type { CurveFit } from './curve-fit.ts'
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
 * Simulates series around the fitted curve with normal errors of the fit's sigma, refits each by `refit` and gives
 * percentile limits of what it returns (null: no fit). Replicate r draws from branch r of the seed.
 * @throws RangeError unless at least 2 replicates are asked for.
 */
export function bootstrapCurve<Name extends string>(
  fit: CurveFit<Name>,
  { replicates, seed, level }: { replicates: number; seed: number | string; level: number },
  refit: (y: Float64Array) => Record<string, number> | null,
): CurveBootstrap {
  refuseCount('bootstrapCurve: replicates', replicates, 2)
  const random = seededRandom(seed)
  const found: Record<string, number>[] = []
  for (let r = 0; r < replicates; r++) {
    const own = random.branch(r)
    const one = refit(fit.fitted.map((mean) => mean + fit.sigma * own.normal()))
    if (one) found.push(one)
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
