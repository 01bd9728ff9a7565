import type { Estimates } from '@semai/analytics/hazards/estimates'
import type { DroppedColumn, Separation } from '@semai/analytics/hazards/model-columns'
import { printTable } from './answer.ts'

/** Numbers under the names of their columns. */
export function byName(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]))
}

/** A square table that was kept row by row. */
export function nested(values: Float64Array): number[][] {
  const size = Math.sqrt(values.length)
  return Array.from({ length: size }, (_, i) => Array.from(values.subarray(i * size, (i + 1) * size)))
}

/** Everything said of coefficients, under their names. */
export function estimatesAnswer({ names, vcov, ...lists }: Estimates) {
  return {
    names,
    coef: byName(names, lists.coef),
    se: byName(names, lists.se),
    z: byName(names, lists.z),
    p: byName(names, lists.p),
    lower: byName(names, lists.lower),
    upper: byName(names, lists.upper),
    vcov: nested(vcov),
  }
}

/** What robust errors add: everything but the coefficients themselves. */
export function errorsAnswer(estimates: Estimates) {
  const { names: _, coef: __, ...errors } = estimatesAnswer(estimates)
  return errors
}

/** Coefficients for a reader, with their exponentials under `ratio`. */
export function printEstimates({ names, coef, se, z, p, lower, upper }: Estimates, ratio: string): void {
  printTable(
    names.map((name, i) => ({
      term: name,
      coef: coef[i],
      [ratio]: Math.exp(coef[i]!),
      se: se[i],
      z: z[i],
      p: p[i],
      lower: lower[i],
      upper: upper[i],
    })),
  )
}

/** What a reader must know before the numbers are used. */
export function fitWarnings(
  fit: { converged: boolean; separation: Separation | null; dropped: DroppedColumn[] },
  { omitted, instead }: { omitted: number; instead: string },
): string[] {
  const { converged, separation, dropped } = fit
  const names = separation?.columns.join(', ')
  return [
    ...omittedText(omitted),
    ...dropped.map(({ name, says }) => `${name} was dropped: it ${says}.`),
    ...(separation?.kind === 'diverging'
      ? [
          `The best estimates of ${names} are infinite (separation): do not use them or their errors. ${instead}`,
        ]
      : []),
    ...(separation?.kind === 'extreme'
      ? [`A linear predictor reaches ±${separation.largestPredictor.toPrecision(3)}, most of it by ${names}.`]
      : []),
    ...(converged || separation?.kind === 'diverging' ? [] : ['The fit did not converge.']),
  ]
}

/** How many rows a gap cost, where it cost any. */
export function omittedText(omitted: number): string[] {
  if (omitted === 0) return []
  const rows = omitted === 1 ? '1 row was' : `${omitted} rows were`
  return [`${rows} left out: a variable of the model has a gap there.`]
}

/** Warnings go where they can not be taken for the answer. */
export function warn(warnings: readonly string[]): void {
  for (const warning of warnings) console.error(warning)
}
