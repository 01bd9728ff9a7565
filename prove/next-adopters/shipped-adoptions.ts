import { join } from 'node:path'
import type { Covariate, Diffusion } from '@semai/analytics/adopters/diffusion'
import { cascadesOf } from '@semai/analytics/networks/cascades'
import { nearestLinks } from '@semai/analytics/spatial/near-links'
import { weightsFrom } from '@semai/analytics/spatial/weights'
import { readSheetFile } from '@semai/store/exchange/read-sheet'

type Row = Record<string, string>

const NEIGHBOURS = 5

/**
 * Shipped adoptions of some programmes among regencies and cities (and the one province that adopted), in years: a date known
 * to the month or the year counts as its middle. Regions known to have one without a date are left out: they are neither
 * at risk nor adopters on a day. Attributes are those of the shipped files, mostly of 2024 and 2025; they are taken as if they
 * had always been so.
 */
export async function shippedAdoptions(programmes: readonly string[]): Promise<Diffusion> {
  const adoptions = (
    await Promise.all(programmes.map((name) => rowsOf(`catalogue/${name}-adoptions.csv`)))
  ).flat()
  const dated = new Set(adoptions.map((row) => row['region_code']))
  const undated = programmes.includes('mpp') ? await rowsOf('catalogue/mpp-known-by.csv') : []
  const left = new Set(undated.map((row) => row['region_code']).filter((code) => !dated.has(code)))
  const regions = (await rowsOf('regions/regions.csv')).filter(
    ({ region_code: code, kind }) => !left.has(code) && (kind !== 'provinsi' || dated.has(code)),
  )
  const place = new Map(regions.map(({ region_code: code }, v) => [code, v]))
  const first = new Map<string, { cascade: number; node: number; time: number }>()
  for (const row of adoptions) {
    const node = place.get(row['region_code'])!
    const key = `${row['innovation']} ${node}`
    const hit = { cascade: 0, node, time: yearOf(row['date']!) }
    if (!first.has(key) || first.get(key)!.time > hit.time) first.set(key, hit)
  }
  const innovations = [...new Set(adoptions.map((row) => row['innovation']))]
  const hits = [...first].map(([key, hit]) => ({ ...hit, cascade: innovations.indexOf(key.split(' ')[0]!) }))
  const points = new Map((await rowsOf('regions/points.csv')).map((row) => [row['region_code'], row]))
  const coordinate = (name: string) => regions.map((row) => Number(points.get(row['region_code'])![name]))
  const places = { x: coordinate('lon'), y: coordinate('lat'), on: 'sphere' as const }
  return {
    cascades: cascadesOf({
      cascades: innovations.length,
      nodes: regions.length,
      cascade: hits.map(({ cascade }) => cascade),
      node: hits.map(({ node }) => node),
      time: hits.map(({ time }) => time),
    }),
    covariates: await attributesOf(regions, place),
    neighbours: weightsFrom(regions.length, nearestLinks(places, NEIGHBOURS)),
  }
}

async function attributesOf(
  regions: readonly Row[],
  place: Map<string | undefined, number>,
): Promise<Covariate[]> {
  const rows = await rowsOf('regions/attributes.csv')
  const attribute = (name: string, scale: (value: number) => number): Covariate => {
    const values = new Float64Array(regions.length).fill(NaN)
    for (const row of rows) {
      const v = place.get(row['region_code'])
      if (row['attribute'] === name && v !== undefined) values[v] = scale(Number(row['value']))
    }
    return { name, values }
  }
  const same = (value: number) => value
  return [
    { name: 'city', values: Float64Array.from(regions, ({ kind }) => (kind === 'kota' ? 1 : 0)) },
    attribute('population', Math.log),
    attribute('area_km2', Math.log),
    attribute('grdp_per_capita_rp', Math.log),
    attribute('hdi', same),
    attribute('poverty_rate', same),
  ]
}

/** A day, month or year as a year with its fraction. */
function yearOf(date: string): number {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return Number(year) + 0.5
  return Number(year) + (Number(month) - 1 + (day === undefined ? 0.5 : (Number(day) - 1) / 31)) / 12
}

async function rowsOf(file: string): Promise<Row[]> {
  const { sheet, problem } = await readSheetFile(join(import.meta.dirname, '../../data', file))
  if (problem) throw new Error(`${file}: ${JSON.stringify(problem)}`)
  return sheet.rows.map(({ cells }) =>
    Object.fromEntries(sheet.header.map((name, i) => [name, cells[i] ?? ''])),
  )
}
