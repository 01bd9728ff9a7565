import { comparedRows } from '@semai/store/boards/stated-lasting'
import { lastingBy } from '@semai/domain/continuity/lasting'
import type { Continuity } from '@semai/store/continuity/continuity.queries'
import type { OpenedDatabase } from '@semai/store/db/open'
import { plainCsv } from '@semai/store/exchange/plain-csv'
import { analysed } from './analysed.ts'

/** A log-rank test between the groups that are drawn, in words to six digits. */
export type Tested = string

const told = (by: string, { chiSquare, df, p }: { chiSquare: number; df: number; p: number }): Tested =>
  `${by}: ${chiSquare.toPrecision(6)} on ${df}, p ${p.toPrecision(6)}`

/** What the page says of each comparison that it draws. */
export function shownTests({ comparisons }: Pick<Continuity, 'comparisons'>): Tested[] {
  return lastingBy.flatMap((by) => (comparisons[by].test ? [told(by, comparisons[by].test)] : []))
}

type Row = Record<'entry' | 'exit' | 'event', number> & Record<(typeof lastingBy)[number], string>

/** What `semai analyse km` says of the rows that the stated query tells, of the groups that the page draws. */
export async function analysedTests(
  pool: OpenedDatabase['pool'],
  { today, comparisons }: { today: string } & Pick<Continuity, 'comparisons'>,
): Promise<Tested[]> {
  const { rows } = await pool.query<Row>(comparedRows.replaceAll(':today', '$1'), [today])
  return lastingBy.flatMap((by) => {
    if (comparisons[by].test === null) return []
    const drawn = new Set(comparisons[by].groups.flatMap(({ key, curve }) => (curve === null ? [] : [key])))
    const cells = rows
      .filter((row) => drawn.has(row[by]))
      .map(({ entry, exit, event, ...row }) => [entry, exit, event, row[by]].map(String))
    const csv = plainCsv([['entry', 'exit', 'event', 'grp'], ...cells])
    const options = ['--start', 'entry', '--time', 'exit', '--event', 'event', '--group', 'grp', '--json']
    const { logRank } = analysed<{ logRank: { chiSquare: number; df: number; p: number } }>(
      'km',
      csv,
      options,
    )
    return [told(by, logRank)]
  })
}
