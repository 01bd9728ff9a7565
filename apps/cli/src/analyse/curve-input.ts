import { periodCounts } from '@semai/analytics/curves/period-counts'
import type { PeriodCounts, PeriodUnit } from '@semai/analytics/curves/period-counts'
import type { Ceiling } from '@semai/analytics/curves/ceiling'
import type { CurveBootstrap } from '@semai/analytics/curves/curve-bootstrap'
import type { CurveBands, CurveFit } from '@semai/analytics/curves/curve-fit'
import { Refusal } from '@semai/domain/refusal'
import { numberOption, onlyOf, printTable, seedOf } from './answer.ts'
import { analysed, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** Options that `bass` and `logistic` share. */
export const curveOptions = {
  input: { type: 'string' },
  dates: { type: 'string' },
  precision: { type: 'string' },
  by: { type: 'string', default: 'year' },
  from: { type: 'string' },
  until: { type: 'string' },
  ceiling: { type: 'string' },
  most: { type: 'string' },
  level: { type: 'string', default: '0.95' },
  bootstrap: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

/** The ceiling that the options give. */
export function ceilingOf({ ceiling, most }: { ceiling?: string; most?: string }): Ceiling {
  if (ceiling !== undefined && most !== undefined)
    throw new Refusal('invalid', 'Give --ceiling or --most, not both.')
  if (ceiling !== undefined) return { fixed: numberOption('ceiling', ceiling, { min: 0 }) }
  return most === undefined ? undefined : { most: numberOption('most', most, { min: 0 }) }
}

/** Counts by period from dates; `start` is the beginning of the first period and `length` that of each, in years. */
export type DatedCounts = {
  counts: Float64Array
  start: number
  length: number
  dates: Omit<PeriodCounts, 'counts'>
}

/** A table of adoptions, one a row, as counts by period. */
export function countsOfDates(
  table: Table,
  options: { dates: string; precision?: string; by: string; from?: string; until?: string },
): DatedCounts {
  const texts = textColumn(table, options.dates)
  const known = options.precision === undefined ? [] : textColumn(table, options.precision)
  const { from, until } = options
  const by: PeriodUnit = onlyOf('by', options.by, ['year', 'quarter', 'month'])
  const { counts, ...dates } = analysed(() =>
    periodCounts(
      texts.map((date, i) => ({ date, by: known[i] === 'by' })),
      { by, ...(from !== undefined && { from }), ...(until !== undefined && { until }) },
    ),
  )
  const length = { year: 1, quarter: 1 / 4, month: 1 / 12 }[by]
  const [year, part = '1'] = dates.labels[0]!.split(/-Q?/)
  return { counts, start: Number(year) + (Number(part) - 1) * length, length, dates }
}

/** The bootstrap that the options ask for; null when they ask for none. */
export function bootstrapOf(
  values: { bootstrap: string; seed: string },
  draw: (options: { replicates: number; seed: number | string }) => CurveBootstrap,
): CurveBootstrap | null {
  const replicates = numberOption('bootstrap', values.bootstrap, { min: 0, max: 100_000, whole: true })
  return replicates === 0 ? null : analysed(() => draw({ replicates, seed: seedOf(values.seed) }))
}

/** Estimates for a reader on standard output, warnings on standard error. */
export function printFit<Name extends string>(fit: CurveFit<Name>): void {
  const names = Object.keys(fit.coef) as Name[]
  printTable(
    names.map((name) => ({
      parameter: name,
      estimate: fit.coef[name],
      se: fit.se[name],
      lower: fit.interval[name]?.[0],
      upper: fit.interval[name]?.[1],
    })),
  )
  for (const { says } of fit.warnings) console.error(`Note: ${says}.`)
}

/** Mean and limits at some places, for a reader. */
export function printBands(name: string, at: ArrayLike<number>, { mean, lower, upper }: CurveBands): void {
  printTable(Array.from(at, (x, i) => ({ [name]: x, mean: mean[i], lower: lower[i], upper: upper[i] })))
}
