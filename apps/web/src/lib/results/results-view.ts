import type { Direction } from '@semai/domain/monitoring/measured-indicator'
import type { Quarter } from '@semai/domain/monitoring/reporting-quarter'
import type { IndicatorResults, NamedResult } from '@semai/store/monitoring/results.queries'

/** A line of the picture: a replica, or the origin (`code` null). */
export type ResultLine = {
  code: string | null
  name: string
  before: number | null
  after: number | null
  target: number | null
  quarter: Quarter | null
}

/** So many replicas are drawn; the others are in the download. */
export const mostDrawn = 25

/**
 * The lines to draw: the origin first, where it says anything of itself; then the replicas with the newest reports, the better
 * value first. `all`: how many replicas report a value in this unit.
 */
export function resultLines(
  { indicator, results }: Pick<IndicatorResults, 'indicator' | 'results'>,
  origin: string,
): { lines: ResultLine[]; all: number } {
  const told = results.filter(({ before, after }) => before?.quarter != null || after !== null)
  const newest = told.toSorted((a, b) => lastTold(b) - lastTold(a)).slice(0, mostDrawn)
  const { baseline, reached, target, direction } = indicator
  const own = { code: null, name: origin, before: baseline, after: reached, target, quarter: null }
  const lines = newest
    .map(({ code, name, before, after, target }): ResultLine => {
      const quarter = after?.quarter ?? before?.quarter ?? null
      return { code, name, before: before?.value ?? null, after: after?.value ?? null, target, quarter }
    })
    .toSorted((a, b) => place(a, direction) - place(b, direction))
  return { lines: baseline === null && reached === null ? lines : [own, ...lines], all: told.length }
}

function lastTold({ before, after }: NamedResult): number {
  const quarter = after?.quarter ?? before?.quarter
  return quarter ? quarter.year * 4 + quarter.quarter : 0
}

/** Those without a value after come last. */
function place({ after }: ResultLine, direction: Direction | null): number {
  if (after === null) return Infinity
  return direction === 'lower' ? after : -after
}

/** An axis from zero, or below it where values are, to a round number above all. */
export type ValueAxis = { from: number; to: number; x(value: number): number }

/** The axis on which all of these lines stand, so that they can be compared. */
export function valueAxis(lines: readonly ResultLine[], width: number): ValueAxis {
  const values = lines.flatMap(({ before, after, target }) =>
    [before, after, target].filter((value) => value !== null),
  )
  const to = roundAbove(Math.max(0, ...values))
  const margin = 8
  return { from: 0, to, x: (value) => margin + (value / to) * (width - 2 * margin) }
}

/**
 * The next of 1, 2, 2.5, 5 and 10 times a power of ten; 1 for nothing.
 * @example roundAbove(84) // 100
 */
export function roundAbove(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * [1, 2, 2.5, 5, 10].find((step) => step * power >= value - value * 1e-9)!
}
