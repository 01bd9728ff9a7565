import type { Covariate, Diffusion, GivenNetwork } from '@semai/analytics/adopters/diffusion'
import { cascadesOf } from '@semai/analytics/networks/cascades'
import type { Cascades } from '@semai/analytics/networks/cascades'
import { cascadeOfHits } from '@semai/analytics/networks/netinf'
import { Refusal } from '@semai/domain/refusal'
import { clockOf, timeCell } from './adoption-clock.ts'
import type { Clock } from './adoption-clock.ts'
import { needed, onlyOf } from './answer.ts'
import { readCascades } from './cascade-file.ts'
import type { CascadeFile } from './cascade-file.ts'
import { listOption, usualColumn } from './column-choice.ts'
import { parseFormula } from './formula.ts'
import { columnValues, valuesOf } from './model-values.ts'
import { inOrder } from './ordered-labels.ts'
import { spatialOptions, weightsOf } from './spatial-input.ts'
import { cellRefusal, fullColumn, numberColumn, readTable, textColumn } from './table.ts'
import type { Table } from './table.ts'

const { input, neighbours, from, to, weight, nearest, within, power, lat, lon, plane } = spatialOptions

/** Options that say who adopted what when, and what is known of the places. */
export const adoptionOptions = {
  input,
  neighbours,
  from,
  to,
  weight,
  nearest,
  within,
  power,
  lat,
  lon,
  plane,
  'both-ways': spatialOptions['both-ways'],
  cascade: { type: 'string', default: 'cascade' },
  node: { type: 'string', default: 'node' },
  time: { type: 'string', default: 'time' },
  unit: { type: 'string' },
  repeated: { type: 'string', default: 'reject' },
  places: { type: 'string' },
  id: { type: 'string' },
  columns: { type: 'string' },
  exists: { type: 'string' },
  changing: { type: 'string' },
  network: { type: 'string', default: 'inferred' },
} as const

type Options = {
  [Name in keyof typeof adoptionOptions]?: (typeof adoptionOptions)[Name]['type'] extends 'boolean'
    ? boolean
    : string
} & { cascade: string; node: string; time: string; repeated: string; network: string }

/** A diffusion with the names of its places and innovations, in the order of their numbers. */
export type AdoptionInput = {
  diffusion: Diffusion
  nodes: string[]
  names: string[]
  clock: Clock
  /** What --cascade named, where it is no column but one of the innovations. */
  asked: string | undefined
}

/** @throws Refusal naming what in options or files can not be used. */
export async function readAdoptions(options: Options): Promise<AdoptionInput> {
  const file = needed('input', options.input)
  const events = await readTable(file)
  const clock = clockOf(events, options.time, options.unit)
  const isName = !events.header.includes(options.cascade) && events.header.includes('cascade')
  const cascade = isName ? 'cascade' : options.cascade
  const repeated = onlyOf('repeated', options.repeated, ['reject', 'first'])
  const read = await readCascades(file, {
    ...options,
    cascade,
    unit: clock.days === null ? options.unit : clock.unit,
    repeated,
  })
  const places = await placesOf(read.nodes, options)
  const node = new Map(places.ids.map((id, v) => [id, v]))
  const cascades = cascadesAmong(node, read, { events, options })
  const changing =
    options.changing === undefined ? [] : await changingOf(options.changing, node, { options, clock })
  const spatial = await neighboursOf(places, options)
  const exists =
    options.exists === undefined ? {} : { exists: existenceOf(places.table, options.exists, clock) }
  const covariates = [...covariatesOf(places, options), ...changing]
  const network = await networkOf(options.network, node)
  return {
    diffusion: { cascades, covariates, network, ...exists, ...spatial },
    nodes: places.ids,
    names: read.names,
    clock,
    asked: isName ? options.cascade : undefined,
  }
}

/** The cascades with places by their own numbers. */
function cascadesAmong(
  node: ReadonlyMap<string, number>,
  { cascades, nodes, names }: CascadeFile,
  { events, options }: { events: Table; options: Options },
): Cascades {
  const stranger = nodes.find((id) => !node.has(id))
  if (stranger !== undefined) {
    const row = fullColumn(events, options.node).indexOf(stranger)
    throw cellRefusal(events, row, options.node, `"${stranger}" is not among the places of ${options.places}`)
  }
  return cascadesOf({
    cascades: names.length,
    nodes: node.size,
    cascade: cascadeOfHits(cascades, Int32Array.from(cascades.node.keys())),
    node: cascades.node.map((v) => node.get(nodes[v]!)!),
    time: cascades.time,
  })
}

/** Rows in the order of their ids; without a file, one for each place that adopted something. */
type PlaceTable = { table: Table; ids: string[]; id: string }

async function placesOf(nodes: readonly string[], { places, id, node }: Options): Promise<PlaceTable> {
  if (places === undefined) {
    const rows = nodes.map((one, v) => ({ number: v + 1, cells: [one] }))
    return { table: { file: 'events', header: [node], rows }, ids: [...nodes], id: node }
  }
  const table = await readTable(places)
  const name = usualColumn(table, id, [node.toLowerCase(), 'node', 'id', 'place', 'region_code', 'region'])
  if (name === null)
    throw new Refusal('invalid', `${places}: no column "${node}"; name that of the places with --id.`)
  const labels = fullColumn(table, name)
  const twice = labels.findIndex((label, row) => labels.indexOf(label) < row)
  if (twice >= 0) throw cellRefusal(table, twice, name, `"${labels[twice]}" stands in an earlier row too`)
  const ordered = inOrder({ ids: Int32Array.from(labels.keys()), labels })
  const row = new Map(labels.map((label, i) => [label, i]))
  const rows = ordered.labels.map((label) => table.rows[row.get(label)!]!)
  return { table: { ...table, rows }, ids: ordered.labels, id: name }
}

async function neighboursOf(
  { table, id }: PlaceTable,
  options: Options,
): Promise<Pick<Diffusion, 'neighbours' | 'places'>> {
  const asked = [options.neighbours, options.nearest, options.within].some((one) => one !== undefined)
  const { lat = 'lat', lon = 'lon', plane } = options
  const [x = lon, y = lat] = plane?.split(',') ?? []
  const known = table.header.includes(x) && table.header.includes(y)
  const on = plane === undefined ? ('sphere' as const) : ('plane' as const)
  return {
    ...(asked && { neighbours: (await weightsOf(table, { ...options, id })).weights }),
    ...(known && { places: { x: numberColumn(table, x), y: numberColumn(table, y), on } }),
  }
}

/** The columns asked for, or all that are numbers (or yes and no) and have no other use. */
function covariatesOf({ table, id }: PlaceTable, options: Options): Covariate[] {
  const { lat = 'lat', lon = 'lon', plane = '', exists, columns } = options
  const used = new Set([id, lat, lon, exists, ...plane.split(',')])
  if (columns !== undefined) {
    return listOption(columns).flatMap((text) =>
      named(text, valuesOf(parseFormula(`0 ~ ${text}`).terms, table)),
    )
  }
  return table.header
    .filter((name) => !used.has(name))
    .flatMap((name) => {
      const values = columnValues(table, name)
      return values.kind === 'levels' ? [] : named(name, values)
    })
}

/** Of texts, a column of ones and zeros for each but the first in the alphabet. */
function named(name: string, values: ReturnType<typeof valuesOf>): Covariate[] {
  if (values.kind !== 'levels') return [{ name, values: values.numbers }]
  return values.levels.slice(1).map((level, i) => ({
    name: `${name} ${level}`,
    values: Float64Array.from(values.codes, (code) => (code < 0 ? NaN : Number(code === i + 1))),
  }))
}

function existenceOf(table: Table, column: string, clock: Clock): Float64Array {
  return Float64Array.from(textColumn(table, column), (text, row) =>
    text === '' || text === 'NA' ? -Infinity : timeCell(table, row, column, { text, clock }),
  )
}

/** Columns node and time, and each other column a value that holds from then on. */
async function changingOf(
  file: string,
  node: ReadonlyMap<string, number>,
  { options, clock }: { options: Options; clock: Clock },
): Promise<Covariate[]> {
  const table = await readTable(file)
  const times = fullColumn(table, options.time).map((text, row) =>
    timeCell(table, row, options.time, { text, clock }),
  )
  const at = placesIn(table, options.node, node)
  return table.header
    .filter((name) => name !== options.time && name !== options.node)
    .map((name) => {
      const values = numberColumn(table, name, { empty: 'nan' })
      const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]!))
      const of = (list: ArrayLike<number>) => rows.map((row) => list[row]!)
      return { name, node: of(at), time: of(times), value: of(values) }
    })
}

/** A file of edges as `semai analyse network --out` writes it, or any with the columns from and to. */
async function networkOf(
  network: string,
  node: ReadonlyMap<string, number>,
): Promise<GivenNetwork | 'inferred' | 'none'> {
  if (network === 'inferred' || network === 'none') return network
  const table = await readTable(network)
  const weight = usualColumn(table, undefined, ['probability', 'weight'])
  return {
    from: Int32Array.from(placesIn(table, 'from', node)),
    to: Int32Array.from(placesIn(table, 'to', node)),
    weight: weight === null ? new Float64Array(table.rows.length).fill(1) : numberColumn(table, weight),
  }
}

function placesIn(table: Table, column: string, node: ReadonlyMap<string, number>): number[] {
  return fullColumn(table, column).map((id, row) => {
    const place = node.get(id)
    if (place === undefined) throw cellRefusal(table, row, column, `"${id}" is none of the places`)
    return place
  })
}
