import { chiSquareUpper, normalQuantile, normalUpper } from '../numbers/tails.ts'
import { refuseLevel } from '../numbers/refusals.ts'

/** Coefficients by name with what is known of them; all lists in one order, `vcov` row by row. */
export type Estimates = {
  names: string[]
  coef: Float64Array
  se: Float64Array
  z: Float64Array
  /** Two-sided, by the normal distribution. */
  p: Float64Array
  lower: Float64Array
  upper: Float64Array
  vcov: Float64Array
}

/** One number that judges many: `chiSquare` on `df` degrees, with its tail. */
export type ChiSquareTest = { chiSquare: number; df: number; p: number }

/** The table of coefficients from their covariances, with limits coef ± z se. */
export function estimatesOf(
  names: string[],
  coef: Float64Array,
  vcov: Float64Array,
  confidence: number,
): Estimates {
  const half = normalQuantile((1 + confidence) / 2)
  const se = coef.map((_, i) => Math.sqrt(vcov[i * coef.length + i]!))
  const z = coef.map((value, i) => value / se[i]!)
  return {
    names,
    coef,
    se,
    z,
    p: z.map((value) => 2 * normalUpper(Math.abs(value))),
    lower: coef.map((value, i) => value - half * se[i]!),
    upper: coef.map((value, i) => value + half * se[i]!),
    vcov,
  }
}

/** A statistic that rounding took below nothing counts as nothing; without degrees there is no tail. */
export function chiSquareTest(statistic: number, df: number): ChiSquareTest {
  const chiSquare = Math.max(statistic, 0)
  return { chiSquare, df, p: df > 0 && chiSquare >= 0 ? chiSquareUpper(chiSquare, df) : NaN }
}

/** @throws RangeError unless 0 < confidence < 1. */
export function refuseConfidence(method: string, confidence: number): void {
  refuseLevel(`${method}: the confidence`, confidence)
}
