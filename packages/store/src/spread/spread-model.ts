import { bassBands, fitBass, type BassFit } from '@semai/analytics/curves/bass'
import { bassShare } from '@semai/analytics/curves/bass-search'
import { periodCounts } from '@semai/analytics/curves/period-counts'
import { knownDate, type FirstDate } from '@semai/domain/claims/region-spread'

/** A year with what the model says of it. */
export type ModelYear = { year: number; count: number; fitted: number }

/** A year ahead: adoptions in it and altogether by its end, each with the limits in which 95 of 100 should lie. */
export type ForecastYear = {
  year: number
  mean: number
  lower: number
  upper: number
  total: { mean: number; lower: number; upper: number }
}

/** What is read from a curve of adoptions with the ceiling held. */
export type SpreadModel = {
  ceiling: number
  years: ModelYear[]
  /** How many had adopted by the end of the last year. */
  reached: number
  p: number
  q: number
  /** Limits of q; null where they can not be had. */
  qLimits: [number, number] | null
  /** The year in which most adopt, with its fraction; null where adoption only falls. */
  peak: number | null
  /** How far a year lies from the curve, typically. */
  residual: number
  /** Whether the forecast rests on something: the standard error of what drives the growth is at most half of it. */
  isIdentified: boolean
  /** Whether growth was still rising when the data end. */
  isBeforePeak: boolean
  /** Whether no imitation is seen: adoption only falls. */
  isWithoutImitation: boolean
  /** The ceiling that the data alone would give; null where they do not tell. */
  freeCeiling: number | null
  /** Expected in all, at each quarter of a year from the beginning to the last year ahead. */
  curve: { time: number; total: number }[]
  ahead: ForecastYear[]
}

/** Why there is no curve to fit, or the curve. */
export type Modelled = { model: SpreadModel } | { refused: 'none' | 'few-years' | 'few-filled' }

/** A curve needs so many years, and adoptions in so many of them. */
export const modelMinimum = { years: 5, filled: 3 } as const

/** So many years are forecast. */
export const yearsAhead = 3

type Asked = {
  /** How many could take it over. */
  ceiling: number
  /** The last year that the data cover wholly. */
  until: number
  ahead?: number
}

/** A curve is fitted up to this year: the last one that is over and has a date; null without any. */
export function lastWholeYear(dates: readonly FirstDate[], today: string): number | null {
  const before = Number(today.slice(0, 4)) - 1
  const years = dates.map(yearOf).filter((year) => year <= before)
  return years.length === 0 ? null : Math.max(...years)
}

/**
 * The Bass curve through the first dates of regions by year, its ceiling held at how many could adopt, and the years ahead.
 * Method: docs/methods/spread-explorer.md. Cost: about 10 ms.
 */
export function spreadModel(
  dates: readonly FirstDate[],
  { ceiling, until, ahead = yearsAhead }: Asked,
): Modelled {
  const known = dates.filter((date) => yearOf(date) <= until)
  if (known.length === 0) return { refused: 'none' }
  const { counts, labels } = periodCounts(
    known.map((date) => ({ date: knownDate(date) })),
    { by: 'year', until: `${until}-12` },
  )
  if (counts.length < modelMinimum.years) return { refused: 'few-years' }
  if (counts.filter((count) => count > 0).length < modelMinimum.filled) return { refused: 'few-filled' }
  const fit = fitBass(counts, { ceiling: { fixed: ceiling } })
  const first = Number(labels[0])
  const { p, q } = fit.coef
  return {
    model: {
      ceiling,
      years: Array.from(counts, (count, i) => ({ year: first + i, count, fitted: fit.fitted[i]! })),
      reached: known.length,
      p,
      q,
      qLimits: fit.interval.q,
      peak: fit.peakTime === null ? null : first + fit.peakTime,
      residual: fit.sigma,
      isIdentified: isIdentified(fit),
      isBeforePeak: warned(fit, 'before-peak'),
      isWithoutImitation: warned(fit, 'no-imitation'),
      freeCeiling: freeCeiling(counts),
      curve: Array.from({ length: (counts.length + ahead) * 4 + 1 }, (_, quarter) => ({
        time: first + quarter / 4,
        total: ceiling * bassShare(quarter / 4, p, q),
      })),
      ahead: forecast(fit, { first, ahead, reached: known.length, ceiling }),
    },
  }
}

/** A forecast made from the data up to the end of a year, beside what came. */
export type LookBack = {
  madeFrom: number
  model: SpreadModel
  years: (ForecastYear & { count: number; isWithin: boolean })[]
  /** In all the years: what was forecast, what came, and what "as many as in the last year" would have said. */
  forecast: number
  came: number
  asLastYear: number
  /** Mean distance of a year's forecast from what came; of the model, and of "as many as in the last year". */
  error: { model: number; asLastYear: number }
}

/** The years from whose end a forecast can be set against at least one whole year after it, latest first. */
export function lookBackYears(dates: readonly FirstDate[], until: number): number[] {
  if (dates.length === 0) return []
  const first = Math.min(...dates.map(yearOf))
  const from = first + modelMinimum.years - 1
  return Array.from({ length: Math.max(0, until - from) }, (_, i) => until - 1 - i).filter(
    (year) => new Set(dates.map(yearOf).filter((one) => one <= year)).size >= modelMinimum.filled,
  )
}

/** What would have been forecast at the end of `madeFrom`, from what was dated by then alone; null where nothing could. */
export function lookBack(
  dates: readonly FirstDate[],
  { madeFrom, until, ceiling }: { madeFrom: number; until: number; ceiling: number },
): LookBack | null {
  const modelled = spreadModel(dates, { ceiling, until: madeFrom, ahead: until - madeFrom })
  if ('refused' in modelled || until <= madeFrom) return null
  const { model } = modelled
  const came = (year: number) => dates.filter((date) => yearOf(date) === year).length
  const last = came(madeFrom)
  const years = model.ahead.map((one) => {
    const count = came(one.year)
    return { ...one, count, isWithin: one.lower <= count && count <= one.upper }
  })
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  return {
    madeFrom,
    model,
    years,
    forecast: years.reduce((sum, one) => sum + one.mean, 0),
    came: years.reduce((sum, { count }) => sum + count, 0),
    asLastYear: last * years.length,
    error: {
      model: mean(years.map((one) => Math.abs(one.mean - one.count))),
      asLastYear: mean(years.map(({ count }) => Math.abs(last - count))),
    },
  }
}

function yearOf({ latest }: FirstDate): number {
  return Number(latest.slice(0, 4))
}

function warned({ warnings }: BassFit, code: string): boolean {
  return warnings.some((warning) => warning.code === code)
}

/** As the library says it of a ceiling: a number is known when its standard error is at most half of it. */
function isIdentified(fit: BassFit): boolean {
  const [value, error] = warned(fit, 'no-imitation') ? [fit.coef.p, fit.se.p] : [fit.coef.q, fit.se.q]
  return fit.converged && error !== null && error <= value / 2
}

function freeCeiling(counts: Float64Array): number | null {
  const free = fitBass(counts)
  const isKnown = free.converged && !warned(free, 'ceiling-not-identified')
  return isKnown ? free.coef.m : null
}

/**
 * Each year ahead by the library's own band for one more observation. Those by its end begin at what was reached: their error is
 * that of the sum of the years, and they neither fall nor pass the ceiling.
 */
function forecast(
  fit: BassFit,
  { first, ahead, reached, ceiling }: { first: number; ahead: number; reached: number; ceiling: number },
): ForecastYear[] {
  const end = fit.to.at(-1)!
  const to = Array.from({ length: ahead }, (_, i) => end + i + 1)
  const each = bassBands(
    fit,
    to.map((time) => time - 1),
    to,
  )
  const sums = bassBands(
    fit,
    to.map(() => end),
    to,
  )
  return to.map((time, i) => {
    const t = (each.predictionUpper[i]! - each.mean[i]!) / Math.hypot(each.seMean[i]!, fit.sigma)
    const reach = t * Math.hypot(sums.seMean[i]!, fit.sigma * Math.sqrt(i + 1))
    const within = (total: number) => Math.min(ceiling, Math.max(reached, total))
    const mean = reached + sums.mean[i]!
    return {
      year: first + time - 1,
      mean: each.mean[i]!,
      lower: each.predictionLower[i]!,
      upper: each.predictionUpper[i]!,
      total: { mean: within(mean), lower: within(mean - reach), upper: within(mean + reach) },
    }
  })
}
