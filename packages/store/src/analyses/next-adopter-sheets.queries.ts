import type { AdopterReason } from '@semai/domain/analyses/next-adopters'
import { adopterNeeds } from '@semai/domain/analyses/next-adopters'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { plainCsv } from '../exchange/plain-csv.ts'
import { nextInnovations, nextRegions } from './next-adopter.queries.ts'

/** More than there are regions or ranked innovations. */
const all = { after: 0, limit: 2_000 }

type Figures = { chance: number; lower: number; upper: number; reasons: readonly AdopterReason[] }

/** All regions ranked for an innovation, as CSV that old spreadsheets open too. One query. */
export async function nextRegionsCsv(db: Db, asked: { inputs: string; innovation: string }): Promise<string> {
  const { rows } = await nextRegions(db, { ...asked, ...all })
  return csvOf(
    ['rank', 'region_code', 'region', 'province'],
    rows.map((row) => [[String(row.rank), row.code, row.name, row.province], row]),
  )
}

/** All innovations ranked for a region. One query. */
export async function nextInnovationsCsv(
  db: Db,
  actor: Actor,
  asked: { inputs: string; region: string },
): Promise<string> {
  const { rows } = await nextInnovations(db, actor, { ...asked, ...all })
  return csvOf(
    ['rank', 'innovation_code', 'innovation'],
    rows.map((row) => [[String(row.rankInRegion), row.code, row.name], row]),
  )
}

/** A reason says what it is, whether there is more or less of it than elsewhere, and whether that raises the chance. */
function csvOf(named: readonly string[], rows: readonly [names: string[], figures: Figures][]): string {
  const numbers = Array.from({ length: adopterNeeds.reasons }, (_, i) => i)
  const header = [...named, 'chance', 'lower', 'upper', ...numbers.map((i) => `reason_${i + 1}`)]
  const cells = rows.map(([names, { chance, lower, upper, reasons }]) => [
    ...names,
    ...[chance, lower, upper].map(String),
    ...numbers.map((i) => reasonCell(reasons[i])),
  ])
  return plainCsv([header, ...cells])
}

function reasonCell(reason: AdopterReason | undefined): string {
  if (!reason) return ''
  return `${reason.name} ${reason.more ? 'more' : 'less'}: ${reason.adds > 0 ? 'raises' : 'lowers'}`
}
