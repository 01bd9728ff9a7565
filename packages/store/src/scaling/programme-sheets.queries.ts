import type { Actor } from '@semai/domain/people/actor'
import { coverageSheet, programmeRegionsSheet } from '@semai/domain/scaling/coverage-sheet'
import { coverageByYear } from '@semai/domain/scaling/scaling-programme'
import type { Db } from '../db/transaction.ts'
import { plainCsv } from '../exchange/plain-csv.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import { programmeNamed } from './programmes.ts'

/** The first dated claim of each region on what a programme takes to scale, by region. One query; at most 552 rows. */
export function programmeReached(db: Db, actor: Actor, programmeId: string) {
  return visibleClaims(db, actor)
    .innerJoin('scaling_programme_innovation as x', 'x.innovation_id', 'c.innovation_id')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as g', 'g.code', 'c.region_code')
    .distinctOn('c.region_code')
    .select(['g.code', 'g.name', 'c.latest', 'i.name as innovation'])
    .where('x.programme_id', '=', programmeId)
    .where('c.precision', '<>', 'by')
    .where('c.happening', '<>', 'stopped')
    .orderBy('c.region_code')
    .orderBy('c.latest')
    .orderBy('c.id')
    .execute()
}

type Asked = { slug: string; today: string }

/** Coverage of a programme by year, as CSV that old spreadsheets open too. Two queries. @throws Refusal not-found. */
export async function coverageCsv(db: Db, actor: Actor, { slug, today }: Asked): Promise<string> {
  const programme = await programmeNamed(db, actor, slug)
  const reached = await programmeReached(db, actor, programme.id)
  return plainCsv(coverageSheet(coverageByYear(programme, reached, today)))
}

/** Regions that have it or are meant to, as CSV. Two queries. @throws Refusal not-found. */
export async function programmeRegionsCsv(db: Db, actor: Actor, slug: string): Promise<string> {
  const programme = await programmeNamed(db, actor, slug)
  const reached = await programmeReached(db, actor, programme.id)
  const there = new Set(reached.map(({ code }) => code))
  const missing = programme.regions.filter(({ code }) => !there.has(code))
  const rows = [...reached, ...missing.map((one) => ({ ...one, latest: null, innovation: null }))]
  const inOrder = rows.toSorted((a, b) => a.code.localeCompare(b.code))
  return plainCsv(programmeRegionsSheet(inOrder, programme.regions))
}
