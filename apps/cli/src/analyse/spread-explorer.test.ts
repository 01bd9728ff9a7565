import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicActor } from '@semai/domain/people/actor'
import { exportDataset } from '@semai/store/exchange/export-dataset'
import { regionSpreadCsv } from '@semai/store/exchange/region-spread-file'
import { loadShippedData } from '@semai/store/exchange/shipped-data'
import { exploreSpread } from '@semai/store/spread/explore-spread'
import type { ExploredSpread } from '@semai/store/spread/explore-spread'
import { testDb } from '@semai/testkit/test-db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { run as bass } from './bass.ts'
import { run as moran } from './moran.ts'

const { db, owner, pool } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-explorer-'))
const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
const today = '2026-03-02'
let explored: ExploredSpread
let claims: string

beforeAll(async () => {
  await loadShippedData(owner.db, () => undefined)
  const scope = { of: 'innovations', codes: ['PRG-MPP'] } as const
  explored = await exploreSpread(db, publicActor, { scope, strength: null, today, madeFrom: null })
  const asked = { dataset: 'claims', format: 'csv', today, bom: false } as const
  const parts: Uint8Array[] = []
  for await (const part of exportDataset(db, publicActor, { ...asked, claims: { innovation: 'PRG-MPP' } }))
    parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  claims = file('claims.csv', Buffer.concat(parts))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function answered<Shape>(work: Promise<unknown>): Promise<Shape> {
  await work
  return JSON.parse(String(printed.mock.lastCall![0])) as Shape
}

type BassAnswer = {
  nls: { coef: { p: number; q: number }; sigma: number }
  counts: Record<string, number>
  forecast: { mean: number[]; predictionLower: number[]; predictionUpper: number[] }
}
const fitted = (until: string, ahead: string) =>
  answered<BassAnswer>(
    bass(
      ['--input', claims, '--dates', 'latest', '--precision', 'precision', '--until', until].concat([
        '--ceiling',
        '509',
        '--ahead',
        ahead,
        '--json',
      ]),
    ),
  )
const bandsOf = ({ mean, predictionLower, predictionUpper }: BassAnswer['forecast']) =>
  Object.values(mean).map((value, i) => [
    value,
    Object.values(predictionLower)[i],
    Object.values(predictionUpper)[i],
  ])

test('the explorer shows 254 dated inaugurations of MPP, year by year as SQL counts them', async () => {
  const { rows } = await pool.query<{ year: number; n: number }>(
    `select extract(year from first)::int as year, count(*)::int as n from
      (select c.region_code, min(c.latest) as first from claim c join innovation i on i.id = c.innovation_id
       where i.code = 'PRG-MPP' and c.withdrawn_at is null and c.precision <> 'by' and c.happening <> 'stopped'
       group by 1) f group by 1 order by 1`,
  )
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(254)
  const counted = explored.spread.years.map(({ year, count }) => ({ year, n: count }))
  expect(counted).toEqual(rows)
  expect(explored.adopters).toEqual({ kind: 'local', count: 509 })
})

test('its curve and the years ahead are those of semai analyse bass on the export', async () => {
  const found = explored.modelled!
  if ('refused' in found) throw new Error(found.refused)
  const { nls, forecast } = await fitted('2025-12', '3')
  expect([found.model.p, found.model.q, found.model.residual]).toEqual([nls.coef.p, nls.coef.q, nls.sigma])
  expect(found.model.ahead.map(({ mean, lower, upper }) => [mean, lower, upper])).toEqual(bandsOf(forecast))
})

test('the forecast from the end of 2023 is that of the command, set against what came in 2024 and 2025', async () => {
  const { lookBack } = explored
  const { forecast } = await fitted('2023-12', '2')
  expect([lookBack!.madeFrom, lookBack!.years.map(({ year, count }) => [year, count])]).toEqual([
    2023,
    [
      [2024, 96],
      [2025, 16],
    ],
  ])
  expect(lookBack!.years.map(({ mean, lower, upper }) => [mean, lower, upper])).toEqual(bandsOf(forecast))
})

test('the file behind the picture gives the same curve, whatever an innovation’s claims on one region', async () => {
  const scope = { of: 'innovations', codes: ['PRG-112'] } as const
  const other = await exploreSpread(db, publicActor, { scope, strength: null, today, madeFrom: null })
  const input = file('regions.csv', await regionSpreadCsv(other))
  const options = [
    '--dates',
    'date',
    '--until',
    `${other.until}-12`,
    '--ceiling',
    String(other.adopters.count),
  ]
  const { nls } = await answered<BassAnswer>(bass(['--input', input, ...options, '--json']))
  const found = other.modelled!
  if ('refused' in found) throw new Error(found.refused)
  expect([found.model.p, found.model.q]).toEqual([nls.coef.p, nls.coef.q])
})

test('Moran’s I by province is that of semai analyse moran on the shares in the table', async () => {
  const points = new Map(explored.regions.map((region) => [region.code, region]))
  const lines = explored.clusters!.provinces.map(({ code, share }) => {
    const { lat, lon } = points.get(code)!
    return [code, share, lat, lon].join(',')
  })
  expect(lines.length).toBe(38)
  const input = file('provinces.csv', `id,x,lat,lon\n${lines.join('\n')}\n`)
  type Answer = { moran: { I: number; expected: number; permutation: { pTwoSided: number } } }
  const { moran: found } = await answered<Answer>(moran(['--input', input, '--nearest', '4', '--json']))
  expect([explored.clusters!.index, explored.clusters!.expected, explored.clusters!.chance]).toEqual([
    found.I,
    found.expected,
    found.permutation.pTwoSided,
  ])
})
