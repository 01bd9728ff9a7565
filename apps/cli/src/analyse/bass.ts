import { parseArgs } from 'node:util'
import type { BassFit } from '@semai/analytics/curves/bass'
import { bassBands, bassBootstrap, fitBass } from '@semai/analytics/curves/bass'
import { bassQuadratic } from '@semai/analytics/curves/bass-quadratic'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson } from './answer.ts'
import { bootstrapOf, ceilingOf, countsOfDates, curveOptions, printBands, printFit } from './curve-input.ts'
import { analysed, cellRefusal, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

type Series = { counts: Float64Array; from: Float64Array; to: Float64Array; origin: number; even: boolean }

/** The Bass curve through counts by period, or through dates of adoption. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...curveOptions,
      time: { type: 'string' },
      value: { type: 'string', default: 'y' },
      origin: { type: 'string' },
      ahead: { type: 'string', default: '5' },
    },
  })
  const table = await readTable(needed('input', values.input))
  const { dates } = values
  const dated = dates === undefined ? null : countsOfDates(table, { ...values, dates })
  const series = dated ? seriesOf(dated.counts, dated.length, dated.start) : seriesOfRows(table, values)
  const { counts, from, to, origin, even } = series
  const level = numberOption('level', values.level)
  const fit = analysed(() => fitBass(counts, { from, to, ceiling: ceilingOf(values), level }))
  const ahead = numberOption('ahead', values.ahead, { min: 0, max: 1000, whole: true })
  const forecast = forecastOf(fit, ahead, origin)
  const bootstrap = bootstrapOf(values, (options) => bassBootstrap(fit, { ...options, ahead }))
  if (!values.json) return printReadable(fit, forecast, origin)
  printJson({
    n: counts.length,
    origin,
    times: to.map((end) => end + origin),
    counts,
    dates: dated?.dates ?? null,
    nls: fit,
    ols1969: even ? quadraticOf(counts) : null,
    forecast,
    bootstrap,
  })
  return 0
}

function printReadable(fit: BassFit, forecast: ReturnType<typeof forecastOf>, origin: number): ExitCode {
  printFit(fit)
  console.log(`\npeak ${fit.peakTime === null ? 'none' : (origin + fit.peakTime).toFixed(2)}\n`)
  printBands('t', forecast.t, forecast)
  return 0
}

function seriesOf(counts: Float64Array, length = 1, origin = 0): Series {
  const from = Float64Array.from(counts, (_, i) => i * length)
  return { counts, from, to: counts.map((_, i) => (i + 1) * length), origin, even: true }
}

/** Rows in the order of their time, rows of the same time added; without a column of times the rows are the periods. */
function seriesOfRows(table: Table, names: { time?: string; value: string; origin?: string }): Series {
  const values = numberColumn(table, names.value)
  const time = names.time ?? (table.header.includes('t') ? 't' : undefined)
  if (time === undefined) return seriesOf(values)
  const times = numberColumn(table, time)
  const sums = new Map<number, number>()
  times.forEach((t, i) => sums.set(t, (sums.get(t) ?? 0) + values[i]!))
  const ends = Float64Array.from(sums.keys()).sort()
  const gaps = ends.subarray(1).map((end, i) => end - ends[i]!)
  const step = gaps.length === 0 ? 1 : gaps.reduce((least, gap) => Math.min(least, gap))
  const origin = names.origin === undefined ? ends[0]! - step : numberOption('origin', names.origin)
  const early = times.findIndex((t) => t - step < origin - 1e-9 * step)
  if (early >= 0)
    throw cellRefusal(table, early, time, `the period ends less than ${step} after --origin ${origin}`)
  const to = ends.map((end) => end - origin)
  return {
    counts: ends.map((end) => sums.get(end)!),
    from: to.map((end, i) => Math.max(end - step, to[i - 1] ?? 0)),
    to,
    origin,
    even: gaps.every((gap) => Math.abs(gap - step) <= 1e-9 * step),
  }
}

function quadraticOf(counts: Float64Array) {
  try {
    return bassQuadratic(counts)
  } catch (problem) {
    if (problem instanceof RangeError) return { refused: problem.message }
    throw problem
  }
}

/** The next periods, as long as the last one: adoptions in each, and altogether by its end. */
function forecastOf(fit: BassFit, ahead: number, origin: number) {
  const end = fit.to.at(-1)!
  const step = end - fit.from.at(-1)!
  const to = Float64Array.from({ length: ahead }, (_, i) => end + (i + 1) * step)
  const from = to.map((value) => value - step)
  const { mean, seMean, lower, upper } = bassBands(fit, new Float64Array(ahead), to)
  return {
    t: to.map((value) => value + origin),
    ...bassBands(fit, from, to),
    cumulative: { mean, seMean, lower, upper },
  }
}
