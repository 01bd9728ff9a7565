import { parseArgs } from 'node:util'
import type { Adoption, AdoptionOptions } from '@semai/analytics/innovativeness/adoption-table'
import { innovativeness } from '@semai/analytics/innovativeness/innovativeness'
import type { Innovativeness } from '@semai/analytics/innovativeness/innovativeness'
import { innovativenessBootstrap } from '@semai/analytics/innovativeness/innovativeness-bootstrap'
import type {
  InnovativenessBootstrap,
  Limits,
} from '@semai/analytics/innovativeness/innovativeness-bootstrap'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, printTable, seedOf } from './answer.ts'
import { analysed, cellRefusal, fullColumn, readTable, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** How early and how often regions adopt: Walker's score and the rate, shrunk and with limits. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      input: { type: 'string' },
      region: { type: 'string', default: 'region' },
      innovation: { type: 'string', default: 'innovation' },
      time: { type: 'string', default: 'time' },
      regions: { type: 'string' },
      end: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      bootstrap: { type: 'string', default: '0' },
      level: { type: 'string', default: '0.95' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  const table = await readTable(needed('input', values.input))
  const { adoptions, options } = await adoptionsOf(table, values)
  const found = analysed(() => innovativeness(adoptions, options))
  const replicates = numberOption('bootstrap', values.bootstrap, { min: 0, max: 100_000, whole: true })
  const drawing = { replicates, level: numberOption('level', values.level), seed: seedOf(values.seed) }
  const limits =
    replicates === 0 ? null : analysed(() => innovativenessBootstrap(adoptions, { ...options, ...drawing }))
  if (values.json) printJson(answerOf(found, limits))
  else printReadable(found)
  return 0
}

/** Everything by region, under its name. */
function answerOf(found: Innovativeness, limits: InnovativenessBootstrap | null) {
  const { regions, shrunk, walker, adoptions, atRisk, rate, rank, ...counts } = found
  const by = (cells: ArrayLike<number>) => Object.fromEntries(regions.map((id, i) => [id, cells[i]]))
  const both = ({ lower, upper }: Limits) => ({ lower: by(lower), upper: by(upper) })
  return {
    regions: regions.length,
    ...counts,
    walker: by(walker),
    adoptions: by(adoptions),
    atRisk: by(atRisk),
    rate: by(rate),
    shrunk: shrunk && { ...shrunk, shares: by(shrunk.shares), sd: by(shrunk.sd) },
    rank: by(rank),
    bootstrap: limits && {
      ...limits,
      walker: both(limits.walker),
      rate: both(limits.rate),
      rank: both(limits.rank),
    },
  }
}

function printReadable(found: Innovativeness): void {
  const order = [...found.regions.keys()].sort((a, b) => found.rank[a]! - found.rank[b]! || a - b)
  printTable(
    order.map((i) => ({
      rank: found.rank[i],
      region: found.regions[i],
      walker: found.walker[i],
      adoptions: found.adoptions[i],
      atRisk: found.atRisk[i],
      rate: found.rate[i],
      shrunk: found.shrunk?.shares[i],
    })),
  )
}

type Names = Record<'region' | 'innovation' | 'time', string> &
  Partial<Record<'regions' | 'end' | 'from' | 'until', string>>

/** One row an adoption; a row without a time names a region (and an innovation) that has not adopted. */
async function adoptionsOf(table: Table, names: Names) {
  const regions = fullColumn(table, names.region)
  const innovations = fullColumn(table, names.innovation)
  const times = textColumn(table, names.time)
  const adoptions = times.flatMap((text, i): Adoption[] =>
    text === '' || text === 'NA'
      ? []
      : [{ region: regions[i]!, innovation: innovations[i]!, time: periodOf(table, i, names.time, text) }],
  )
  const listed = names.regions === undefined ? [] : await regionsOf(names.regions, names.region)
  const period = (name: 'end' | 'from' | 'until') =>
    names[name] === undefined ? undefined : numberOption(name, names[name], { whole: true })
  const [end, from, until] = [period('end'), period('from'), period('until')]
  if ((from === undefined) !== (until === undefined))
    throw new Refusal('invalid', 'Give --from and --until together.')
  const options: AdoptionOptions = {
    regions: [...new Set([...listed, ...regions])],
    ...(end !== undefined && { end }),
    ...(from !== undefined && until !== undefined && { window: [from, until] }),
  }
  return { adoptions, options }
}

/** A whole number, or the year of a date such as 2021-05-17. */
function periodOf(table: Table, row: number, column: string, text: string): number {
  const year = /^(\d{4})-\d{2}(-\d{2})?$/.exec(text)?.[1]
  const value = Number(year ?? text)
  if (Number.isInteger(value)) return value
  throw cellRefusal(table, row, column, `"${text}" is neither a whole period nor a date like 2021-05-17`)
}

async function regionsOf(file: string, column: string): Promise<string[]> {
  const table = await readTable(file)
  return fullColumn(table, table.header.length === 1 ? table.header[0]! : column)
}
