import { parseArgs } from 'node:util'
import { chooseHubs } from '@semai/analytics/networks/hubs'
import { allWorlds, drawnWorlds } from '@semai/analytics/networks/live-edge-worlds'
import type { Transmission } from '@semai/analytics/networks/live-edge-worlds'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, printTable } from './answer.ts'
import { areWholeNumbers, inOrder } from './ordered-labels.ts'
import { analysed, cellRefusal, fullColumn, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

const options = {
  input: { type: 'string' },
  from: { type: 'string', default: 'from' },
  to: { type: 'string', default: 'to' },
  probability: { type: 'string', default: 'probability' },
  budget: { type: 'string' },
  costs: { type: 'string' },
  must: { type: 'string', default: '' },
  not: { type: 'string', default: '' },
  worlds: { type: 'string', default: '1000' },
  exact: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

/** Where to start so that an inferred network reaches most. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  const budget = numberOption('budget', needed('budget', values.budget), { min: 0 })
  const [seed, worlds] = [
    numberOption('seed', values.seed),
    numberOption('worlds', values.worlds, { min: 1, whole: true }),
  ]
  const { network, nodes } = await networkOf(needed('input', values.input), values)
  const costs = values.costs === undefined ? undefined : await costsOf(values.costs, nodes)
  const [must, not] = [named('must', values.must, nodes), named('not', values.not, nodes)]
  const result = analysed(() =>
    chooseHubs(values.exact ? allWorlds(network) : drawnWorlds(network, { worlds, seed }), {
      budget,
      must,
      not,
      ...(costs ? { costs } : {}),
    }),
  )
  const names: readonly (string | number)[] = areWholeNumbers(nodes) ? nodes.map(Number) : nodes
  let reached = 0
  const hubs = result.hubs.map(({ node, ...hub }) => ({
    node: names[node],
    ...hub,
    spread: (reached += hub.gain),
  }))
  const draw = values.exact ? { exact: true } : { exact: false, worlds, seed }
  if (values.json) printJson({ ...result, hubs, nodes: nodes.length, edges: network.from.length, ...draw })
  else printTable(hubs)
  return 0
}

async function networkOf(
  file: string,
  columns: { from: string; to: string; probability: string },
): Promise<{ network: Transmission; nodes: string[] }> {
  const table = await readTable(file)
  const [from, to] = [fullColumn(table, columns.from), fullColumn(table, columns.to)]
  const seen = new Map<string, number>()
  const idOf = (label: string) => {
    const id = seen.get(label) ?? seen.size
    seen.set(label, id)
    return id
  }
  const { ids, labels } = inOrder({
    ids: Int32Array.from([...from, ...to], idOf),
    labels: [...seen.keys()],
  })
  const edges = { from: ids.subarray(0, from.length), to: ids.subarray(from.length) }
  return {
    network: { nodes: labels.length, ...edges, probability: probabilitiesOf(table, columns.probability) },
    nodes: labels,
  }
}

/** A column, or one number for all edges. */
function probabilitiesOf(table: Table, column: string): Float64Array {
  const same = column.trim() === '' || table.header.includes(column) ? NaN : Number(column)
  if (same >= 0 && same <= 1) return new Float64Array(table.rows.length).fill(same)
  const values = numberColumn(table, column)
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 1))
  if (wrong >= 0) throw cellRefusal(table, wrong, column, `${values[wrong]} is no probability from 0 to 1`)
  return values
}

async function costsOf(file: string, nodes: readonly string[]): Promise<Float64Array> {
  const table = await readTable(file)
  const values = numberColumn(table, 'cost')
  const wrong = values.findIndex((value) => !(value > 0))
  if (wrong >= 0) throw cellRefusal(table, wrong, 'cost', `${values[wrong]} is not above 0`)
  const costs = new Map(fullColumn(table, 'node').map((node, row) => [node, values[row]!]))
  return Float64Array.from(nodes, (node) => {
    const cost = costs.get(node)
    if (cost === undefined) throw new Refusal('invalid', `${file}: there is no cost for node "${node}".`)
    return cost
  })
}

function named(option: string, list: string, nodes: readonly string[]): number[] {
  const names = list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
  return names.map((name) => {
    const node = nodes.indexOf(name)
    if (node < 0) throw new Refusal('invalid', `--${option}: no edge has the node "${name}".`)
    return node
  })
}
