import { lastingRows } from '@semai/store/boards/stated-lasting'
import type { StoppingFactors } from '@semai/store/continuity/stopping-factors'
import type { OpenedDatabase } from '@semai/store/db/open'
import { plainCsv } from '@semai/store/exchange/plain-csv'
import { analysed } from './analysed.ts'

const factors = ['place', 'form', 'category'] as const
type Row = Record<'entry' | 'exit' | 'event' | 'earlier', number> &
  Record<'innovation' | (typeof factors)[number], string>

/** A ratio with its limits. */
export type Ratio = { column: string; ratio: number; lower: number; upper: number }

/** What the page shows, by its columns. */
export function shownRatios({ factors }: StoppingFactors): Ratio[] {
  return factors.map(({ factor, level, ratio, lower, upper }) => ({
    column: level === null ? factor : `${factor} ${level}`,
    ratio,
    lower,
    upper,
  }))
}

/**
 * What `semai analyse cox` says of the rows that the stated query tells, each level as a column of noughts and ones; errors by
 * innovation where the page has them so.
 */
export async function analysedRatios(
  pool: OpenedDatabase['pool'],
  { today, shown }: { today: string; shown: StoppingFactors },
): Promise<Ratio[]> {
  const { rows } = await pool.query<Row>(lastingRows.replaceAll(':today', '$1'), [today])
  const columns = shown.factors.map(({ factor, level }) => ({ factor, level }))
  const table = rows.map((row) => [
    row.entry,
    row.exit,
    row.event,
    row.innovation,
    ...columns.map(({ factor, level }) =>
      factor === 'earlier' ? row.earlier : Number(row[factor] === level),
    ),
  ])
  const names = columns.map((_, i) => `c${i}`)
  const fit = analysed<Fit>(
    'cox',
    plainCsv([
      ['entry', 'exit', 'event', 'innovation', ...names],
      ...table.map((cells) => cells.map(String)),
    ]),
    [
      '--start',
      'entry',
      '--stop',
      'exit',
      '--columns',
      names.join(','),
      '--json',
      ...(shown.innovations === null ? [] : ['--cluster', 'innovation']),
    ],
  )
  const { lower, upper } = fit.clusterRobust ?? fit
  return columns.map(({ factor, level }, i) => ({
    column: level === null ? factor : `${factor} ${level}`,
    ratio: fit.hazardRatio[names[i]!]!,
    lower: Math.exp(lower[names[i]!]!),
    upper: Math.exp(upper[names[i]!]!),
  }))
}

type Named = Record<string, number>
type Fit = {
  hazardRatio: Named
  lower: Named
  upper: Named
  clusterRobust?: { lower: Named; upper: Named } | null
}
