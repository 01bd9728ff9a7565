import { parseArgs } from 'node:util'
import { edgeStability } from '@semai/analytics/networks/edge-stability'
import { fitNetwork } from '@semai/analytics/networks/fit-network'
import { heldOutEdges } from '@semai/analytics/networks/held-out'
import type { HeldOut } from '@semai/analytics/networks/held-out'
import { netinf } from '@semai/analytics/networks/netinf'
import type { Network, Stop } from '@semai/analytics/networks/netinf'
import { objectiveOf } from '@semai/analytics/networks/objective'
import type { Objective } from '@semai/analytics/networks/objective'
import type { ExitCode } from '../commands.ts'
import { progress } from '../progress.ts'
import { needed, numberOption, onlyOf, printJson, printTable, writeCsv } from './answer.ts'
import { readCascades } from './cascade-file.ts'
import type { CascadeFile } from './cascade-file.ts'
import { delayModelOf, delayOptions } from './delay-options.ts'
import { edgeHeader, edgeRows, evidenceRows, networkAnswer } from './network-answer.ts'
import type { Inferred } from './network-answer.ts'
import { analysed } from './table.ts'
import { recoveryOf } from './true-edges.ts'

const options = {
  input: { type: 'string' },
  cascade: { type: 'string', default: 'cascade' },
  node: { type: 'string', default: 'node' },
  time: { type: 'string', default: 'time' },
  unit: { type: 'string' },
  repeated: { type: 'string', default: 'reject' },
  objective: { type: 'string', default: 'snap' },
  eps: { type: 'string' },
  tied: { type: 'string' },
  ...delayOptions,
  search: { type: 'string', default: 'greedy' },
  edges: { type: 'string' },
  'stop-gain': { type: 'string' },
  'stop-p': { type: 'string' },
  test: { type: 'string' },
  holdout: { type: 'string' },
  bootstrap: { type: 'string' },
  seed: { type: 'string', default: '1' },
  truth: { type: 'string' },
  out: { type: 'string' },
  evidence: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof valuesOf>

function valuesOf(argv: string[]) {
  return parseArgs({ args: argv, options }).values
}

/** Infers who passed it on to whom from who was hit when. */
export async function run(argv: string[]): Promise<ExitCode> {
  const values = valuesOf(argv)
  const asked = askedOf(values)
  const file = await readCascades(needed('input', values.input), {
    ...values,
    unit: values.unit,
    repeated: onlyOf('repeated', values.repeated, ['reject', 'first']),
  })
  const inferred = analysed(() => infer(file, asked))
  const answer = {
    ...networkAnswer(file, inferred),
    ...(values.truth === undefined ? {} : await recoveryOf(values.truth, file, inferred.network)),
  }
  const rows = edgeRows(file, inferred)
  if (values.out !== undefined) writeCsv(edgeHeader(inferred), rows, values.out)
  if (values.evidence !== undefined) writeEvidence(values.evidence, file, inferred.network)
  if (values.json) printJson({ ...answer, edges: edgesOf(inferred, rows) })
  else {
    const summary = Object.entries(answer).filter(([, value]) => typeof value !== 'object')
    if (values.out !== undefined) printTable([Object.fromEntries(summary)])
    else writeCsv(edgeHeader(inferred), rows)
  }
  sayWhyFewer(inferred, asked)
  return 0
}

/** Fewer edges than were asked for are no failure, but should not surprise. */
function sayWhyFewer({ network, heldOut }: Inferred, { stop }: Asked): void {
  const found = network.from.length
  if (stop.edges === undefined || found >= stop.edges || heldOut) return
  const reasons = {
    'no-gain': 'no further one gains anything',
    gain: `the next one gains less than ${stop.gain}`,
    'p-value': `the p-value has reached ${stop.p}`,
    edges: '',
  }
  progress(`${found} edges: ${reasons[network.stopped]}.`)
}

type Asked = {
  objective: Objective
  search: 'greedy' | 'pruned'
  delays: ReturnType<typeof delayModelOf>
  stop: Stop
  share: number | undefined
  replicates: number | undefined
  seed: number
}

function askedOf(values: Values): Asked {
  const number = (name: keyof Values & string, bounds: Parameters<typeof numberOption>[2] = {}) => {
    const value = values[name]
    return typeof value === 'string' ? numberOption(name, value, bounds) : undefined
  }
  const given = <Name extends string>(name: Name, value: number | undefined) =>
    (value === undefined ? {} : { [name]: value }) as { [name in Name]?: number }
  return {
    objective: analysed(() =>
      objectiveOf(onlyOf('objective', values.objective, ['snap', 'r']), {
        ...given('eps', number('eps')),
        ...given('tied', number('tied')),
      }),
    ),
    search: onlyOf('search', values.search, ['greedy', 'pruned']),
    delays: delayModelOf(values),
    stop: {
      ...given('edges', number('edges', { min: 0, whole: true })),
      ...given('gain', number('stop-gain', { min: 0 })),
      ...given('p', number('stop-p', { min: 0, max: 1 })),
      ...(values.test === undefined ? {} : { test: onlyOf('test', values.test, ['vuong', 'published']) }),
    },
    share: number('holdout', { min: 0, max: 1 }),
    replicates: number('bootstrap', { min: 1, whole: true }),
    seed: number('seed') ?? 1,
  }
}

function infer(
  { cascades }: CascadeFile,
  { objective, search, delays, stop, share, replicates, seed }: Asked,
): Inferred {
  const learn = (stop: Stop) => {
    if (delays.model)
      return {
        model: delays.model,
        network: netinf(cascades, { model: delays.model, objective, search, stop }),
      }
    const shortest = delays.shortest === undefined ? {} : { shortest: delays.shortest }
    return fitNetwork(cascades, delays.name, { objective, search, stop, ...shortest })
  }
  let [learnt, heldOut]: [ReturnType<typeof learn>, HeldOut | null] = [learn(stop), null]
  if (share !== undefined) {
    heldOut = heldOutEdges(cascades, { model: learnt.model, objective, search, stop, share, seed })
    learnt = learn({ edges: heldOut.edges })
  }
  const { model, network } = learnt
  const fit =
    'rounds' in learnt ? { rounds: learnt.rounds, converged: learnt.converged, delays: learnt.delays } : null
  if (fit?.converged === false)
    progress('The delay model had not come to rest; it is that of the last round.')
  const stability =
    replicates === undefined
      ? null
      : edgeStability(cascades, network, {
          model,
          objective,
          search,
          replicates,
          seed,
          done: (done) => {
            if (done % 20 === 0) progress(`bootstrap: ${done} of ${replicates}`)
          },
        })
  return { objective, search, model, network, fit, heldOut, stability, seed }
}

function writeEvidence(out: string, file: CascadeFile, network: Network): void {
  const header = ['from', 'to', 'cascade', 'from_time', 'to_time', 'delay', 'gain', 'explains']
  writeCsv(header, evidenceRows(file, network), out)
}

function edgesOf(inferred: Inferred, rows: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  const header = edgeHeader(inferred)
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}
