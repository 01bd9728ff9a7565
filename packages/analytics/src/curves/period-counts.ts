/** A year, quarter or month. */
export type PeriodUnit = 'year' | 'quarter' | 'month'

/**
 * A date as it is known: `2021`, `2021-05` or `2021-05-17`. `by` says that it had happened by then: an upper bound, not
 * a date.
 */
export type KnownDate = { date: string; by?: boolean }

export type PeriodCounts = {
  /** `2021`, `2021-Q2` or `2021-05`, one a period, without gaps. */
  labels: string[]
  /** Dates in each period; with fractions where a date is known less exactly than the periods are long. */
  counts: Float64Array
  /** How many dates were divided over several periods. */
  divided: number
  /** Upper bounds: left out of every period. */
  bounds: number
  /** Dates (or parts of them) in a last period that the data do not cover wholly: left out. */
  afterLast: number
  /** Dates (or parts of them) before `from`: left out. */
  beforeFirst: number
}

const MONTHS: Record<PeriodUnit, number> = { year: 12, quarter: 3, month: 1 }

/**
 * Turns dates of any precision into counts by period, for a curve. A date known only to the year is divided evenly over
 * the periods of that year (up to `until`); several on the same day count one each; upper bounds are left out, as they
 * would all be late, but are counted. Only periods that end by `until` are kept: half a year of data is no year.
 * Without `until` the data are taken to cover the last period wholly; without `from` the first date begins.
 * @throws RangeError when a date can not be read, there is none but upper bounds, or no whole period is left.
 * @example periodCounts([{ date: '2020' }, { date: '2022-03-01' }, { date: '2022-03' }], { by: 'year' }).counts // 1, 0, 2
 */
export function periodCounts(
  dates: readonly KnownDate[],
  { by, from, until }: { by: PeriodUnit; from?: string; until?: string },
): PeriodCounts {
  const size = MONTHS[by]
  const spans = dates.filter((one) => !one.by).map(({ date }) => monthsOf(date))
  if (spans.length === 0) throw new RangeError('periodCounts: there is no date other than upper bounds')
  const end = until === undefined ? Infinity : monthsOf(until)[1]
  const first = Math.floor(
    from === undefined ? Math.min(...spans.map(([start]) => start)) / size : monthsOf(from)[0] / size,
  )
  const last = Math.floor(
    (until === undefined ? Math.max(...spans.map(([, end]) => end)) + size - 1 : end) / size,
  )
  if (!(last > first))
    throw new RangeError('periodCounts: no whole period lies between the first date and the end')
  const counts = new Float64Array(last - first)
  let [divided, afterLast, beforeFirst] = [0, 0, 0]
  for (const [start, stop] of spans) {
    const known = Math.max(Math.min(stop, end), start + 1) - start
    const places = new Set<number>()
    for (let month = start; month < start + known; month++) {
      const place = Math.floor(month / size) - first
      places.add(place)
      if (place < 0) beforeFirst += 1 / known
      else if (place >= counts.length) afterLast += 1 / known
      else counts[place]! += 1 / known
    }
    if (places.size > 1) divided++
  }
  const labels = Array.from(counts, (_, i) => labelOf((first + i) * size, by))
  return {
    labels,
    counts: counts.map(clean),
    divided,
    bounds: dates.length - spans.length,
    afterLast: clean(afterLast),
    beforeFirst: clean(beforeFirst),
  }
}

/** Twelfths added up twelve times make a whole again. */
function clean(sum: number): number {
  return Math.abs(sum - Math.round(sum)) < 1e-9 ? Math.round(sum) : sum
}

/** The months that a date may lie in, from and up to but not including, counted from year 0. */
function monthsOf(date: string): [number, number] {
  const [, year, month] = /^(\d{4})(?:-(\d{2})(?:-\d{2})?)?$/.exec(date.trim()) ?? []
  if (year === undefined || (month !== undefined && !(Number(month) >= 1 && Number(month) <= 12)))
    throw new RangeError(`periodCounts: "${date}" is no date like 2021, 2021-05 or 2021-05-17`)
  const start = Number(year) * 12
  return month === undefined ? [start, start + 12] : [start + Number(month) - 1, start + Number(month)]
}

function labelOf(month: number, by: PeriodUnit): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  if (by === 'year') return year
  const own = month % 12
  return by === 'quarter' ? `${year}-Q${own / 3 + 1}` : `${year}-${String(own + 1).padStart(2, '0')}`
}
