import { parseArgs } from 'node:util'
import { riskSet } from '@semai/analytics/hazards/risk-set'
import type { Adoption, Influence, RiskSet, Unit } from '@semai/analytics/hazards/risk-set'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, writeCsv } from './answer.ts'
import { analysed, fullColumn, numberColumn, readTable } from './table.ts'

const header = ['unit', 'item', 'period', 'duration', 'adopt', 'exposure', 'exposed_to', 'prevalence']

/** Rows of unit, item and period at risk, for `logit`, from plain lists. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      input: { type: 'string' },
      units: { type: 'string' },
      neighbours: { type: 'string' },
      unit: { type: 'string', default: 'unit' },
      item: { type: 'string', default: 'item' },
      period: { type: 'string', default: 'period' },
      from: { type: 'string' },
      until: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const adoptions = await adoptionsOf(needed('input', values.input), values)
  const units = values.units === undefined ? unitsIn(adoptions) : await unitsOf(values.units)
  const neighbours = values.neighbours === undefined ? [] : await neighboursOf(values.neighbours)
  const period = (name: 'from' | 'until') =>
    values[name] === undefined ? undefined : numberOption(name, values[name], { whole: true })
  const set = analysed(() =>
    riskSet(units, adoptions, { neighbours, from: period('from'), until: period('until') }),
  )
  if (values.json) printJson({ n: set.unit.length, rows: rowsOf(set).map(named) })
  else writeCsv(header, rowsOf(set), values.out)
  return 0
}

async function adoptionsOf(
  file: string,
  names: { unit: string; item: string; period: string },
): Promise<Adoption[]> {
  const table = await readTable(file)
  const [units, items] = [fullColumn(table, names.unit), fullColumn(table, names.item)]
  const periods = numberColumn(table, names.period)
  return units.map((unit, i) => ({ unit, item: items[i]!, period: periods[i]! }))
}

function unitsIn(adoptions: readonly Adoption[]): Unit[] {
  return [...new Set(adoptions.map(({ unit }) => unit))].map((id) => ({ id }))
}

/** Columns unit, and where they are there from and until (empty: always). */
async function unitsOf(file: string): Promise<Unit[]> {
  const table = await readTable(file)
  const bounds = ['from', 'until'].map((name) =>
    table.header.includes(name) ? numberColumn(table, name, { empty: 'nan' }) : null,
  )
  return fullColumn(table, 'unit').map((id, i) => {
    const [from, until] = bounds.map((column) => (Number.isNaN(column?.[i]) ? undefined : column?.[i]))
    return { id, from, until }
  })
}

/** Columns unit, neighbour, and where it is there weight. */
async function neighboursOf(file: string): Promise<Influence[]> {
  const table = await readTable(file)
  const others = fullColumn(table, 'neighbour')
  const weights = table.header.includes('weight') ? numberColumn(table, 'weight') : null
  return fullColumn(table, 'unit').map((unit, i) => ({ unit, neighbour: others[i]!, weight: weights?.[i] }))
}

function rowsOf(set: RiskSet): (string | number)[][] {
  return Array.from(set.unit, (unit, i) => [
    set.units[unit]!,
    set.items[set.item[i]!]!,
    set.period[i]!,
    set.duration[i]!,
    set.adopted[i]!,
    set.exposure[i]!,
    set.exposedTo[i]!,
    set.prevalence[i]!,
  ])
}

function named(row: readonly (string | number)[]): Record<string, string | number> {
  return Object.fromEntries(header.map((name, i) => [name, row[i]!]))
}
