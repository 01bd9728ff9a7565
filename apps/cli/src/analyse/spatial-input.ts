import { bandLinks, inverseDistance, nearestLinks } from '@semai/analytics/spatial/near-links'
import type { Places } from '@semai/analytics/spatial/near-links'
import { bothWays, weightsFrom, withoutIslands } from '@semai/analytics/spatial/weights'
import type { Links, WeightStyle, Weights } from '@semai/analytics/spatial/weights'
import { Refusal } from '@semai/domain/refusal'
import { numberOption, onlyOf } from './answer.ts'
import { analysed, cellRefusal, fullColumn, numberColumn, readTable, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** Options that say who is whose neighbour, and how much that weighs. */
export const spatialOptions = {
  input: { type: 'string' },
  id: { type: 'string' },
  neighbours: { type: 'string' },
  from: { type: 'string', default: 'from' },
  to: { type: 'string', default: 'to' },
  weight: { type: 'string' },
  'both-ways': { type: 'boolean', default: false },
  nearest: { type: 'string' },
  within: { type: 'string' },
  power: { type: 'string' },
  lat: { type: 'string', default: 'lat' },
  lon: { type: 'string', default: 'lon' },
  plane: { type: 'string' },
  style: { type: 'string', default: 'W' },
  islands: { type: 'string', default: 'keep' },
  missing: { type: 'string' },
} as const

type Options = {
  [Name in keyof typeof spatialOptions]?: (typeof spatialOptions)[Name]['type'] extends 'boolean'
    ? boolean
    : string
}

/** Regions that take part, by id and as rows of the input, with their weights in the same order. */
export type Neighbourhood = {
  ids: string[]
  used: Table
  weights: Weights
  style: WeightStyle
  links: number
}

const styles: readonly WeightStyle[] = ['W', 'B', 'raw']

/** @throws Refusal naming what in options or files can not be used. */
export async function weightsOf(table: Table, options: Options): Promise<Neighbourhood> {
  const style = onlyOf('style', options.style ?? 'W', styles)
  const islands = onlyOf('islands', options.islands ?? 'keep', ['keep', 'drop'] as const)
  const used = usedRows(table, options.missing)
  const ids = idsOf(table, options.id)
  const all = await linksOf(table, ids, used, options)
  const links = options['both-ways'] ? bothWays(all) : all
  const left = islands === 'drop' ? withoutIslands(used.length, links) : { kept: [...used.keys()], links }
  const rows = left.kept.map((i) => used[i]!)
  const weights = analysed(() => weightsFrom(rows.length, left.links, style))
  return {
    ids: rows.map((row) => ids[row]!),
    used: rowsOf(table, rows),
    weights,
    style,
    links: weights.neighbours.length,
  }
}

/** All rows; or those in which the column named is not empty, and neither NA. */
function usedRows(table: Table, missing: string | undefined): number[] {
  const cells = missing === undefined ? table.rows.map(() => 'used') : textColumn(table, missing)
  return [...cells.keys()].filter((row) => cells[row] !== '' && cells[row] !== 'NA')
}

/** The column of ids, each once; without one the rows are counted from 1. */
function idsOf(table: Table, id: string | undefined): string[] {
  const name = id ?? (table.header.includes('id') ? 'id' : undefined)
  if (name === undefined) return table.rows.map((_, row) => String(row + 1))
  const ids = fullColumn(table, name)
  const seen = new Set<string>()
  ids.forEach((one, row) => {
    if (seen.has(one)) throw cellRefusal(table, row, name, `"${one}" stands in an earlier row too`)
    seen.add(one)
  })
  return ids
}

async function linksOf(table: Table, ids: string[], used: number[], options: Options): Promise<Links> {
  const { neighbours, nearest, within } = options
  if ([neighbours, nearest, within].filter((one) => one !== undefined).length !== 1)
    throw new Refusal('invalid', 'Give one of --neighbours FILE, --nearest K and --within DISTANCE.')
  if (neighbours !== undefined) {
    const place = new Map(used.map((row, i) => [ids[row]!, i]))
    return listedLinks(await readTable(neighbours), place, new Set(ids), options)
  }
  const places = placesOf(rowsOf(table, used), options)
  const links = analysed(() =>
    nearest === undefined
      ? bandLinks(places, numberOption('within', within!, { min: 0 }))
      : nearestLinks(places, numberOption('nearest', nearest, { min: 1, whole: true })),
  )
  if (options.power === undefined) return { from: links.from, to: links.to }
  return analysed(() => inverseDistance(links, numberOption('power', options.power!, { min: 0 })))
}

/** The pairs of a file; those with a region that is left out are left out too. */
function listedLinks(table: Table, place: Map<string, number>, known: Set<string>, options: Options): Links {
  const [from, to] = [options.from ?? 'from', options.to ?? 'to']
  const ends = [from, to].map((name) =>
    fullColumn(table, name).map((id, row) => {
      if (!known.has(id)) throw cellRefusal(table, row, name, `no region "${id}" is in the input`)
      return place.get(id)
    }),
  ) as [(number | undefined)[], (number | undefined)[]]
  const weight = options.weight === undefined ? null : numberColumn(table, options.weight)
  const seen = new Map<string, number>()
  const kept: number[] = []
  ends[0].forEach((start, row) => {
    const end = ends[1][row]
    if (start === undefined || end === undefined) return
    if (start === end) throw cellRefusal(table, row, to, 'joins a region to itself')
    const before = seen.get(`${start} ${end}`)
    if (before !== undefined)
      throw cellRefusal(table, row, to, `the pair stands in row ${table.rows[before]!.number} too`)
    if (weight && weight[row]! < 0)
      throw cellRefusal(table, row, options.weight!, 'a weight may not be negative')
    seen.set(`${start} ${end}`, row)
    kept.push(row)
  })
  return {
    from: kept.map((row) => ends[0][row]!),
    to: kept.map((row) => ends[1][row]!),
    ...(weight && { weight: kept.map((row) => weight[row]!) }),
  }
}

/** Latitude and longitude; or, with --plane EAST,NORTH, two columns of a plane. */
function placesOf(table: Table, { lat = 'lat', lon = 'lon', plane }: Options): Places {
  const [x = lon, y = lat, ...rest] = plane?.split(',') ?? []
  if (plane !== undefined && (rest.length > 0 || !plane.includes(',')))
    throw new Refusal('invalid', `--plane takes two columns, such as east,north; found "${plane}".`)
  const on = plane === undefined ? 'sphere' : 'plane'
  return { x: numberColumn(table, x), y: numberColumn(table, y), on }
}

function rowsOf(table: Table, rows: readonly number[]): Table {
  return { ...table, rows: rows.map((row) => table.rows[row]!) }
}
