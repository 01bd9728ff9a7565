import { normalUpper, studentQuantile, studentUpper, normalQuantile } from '../numbers/tails.ts'
import type { Influenced } from './group-time.ts'

/**
 * Degrees of freedom of an estimate's error: units that began together vary about a mean of their own, and their
 * variances add up. NaN where nothing varies. With one group and those never treated it is Welch's number.
 * Source: Satterthwaite (1946), Biometrics Bulletin 2.
 */
export function degreesOf({ influence }: Influenced, first: Float64Array): number {
  const parts = new Map<number, { variance: number; units: number }>()
  influence.forEach((value, unit) => {
    if (value === 0) return
    const part = parts.get(first[unit]!) ?? { variance: 0, units: 0 }
    parts.set(first[unit]!, { variance: part.variance + value * value, units: part.units + 1 })
  })
  let [all, squares] = [0, 0]
  for (const { variance, units } of parts.values()) {
    all += variance
    squares += variance ** 2 / Math.max(1, units - 1) // one alone among the comparisons shares their mean
  }
  return all ** 2 / squares
}

/** So many errors by Student's t as leave the tail that `z` leaves by the normal distribution. */
export function studentErrors(z: number, df: number): number {
  return Number.isNaN(df) ? z : studentQuantile(1 - normalUpper(z), df)
}

/** The other way: the normal z with the tail of |t|. */
export function normalErrors(t: number, df: number): number {
  return -normalQuantile(studentUpper(Math.abs(t), df))
}
