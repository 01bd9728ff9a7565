// Network inference as a person runs it: whole processes of the command line, with start, reading and writing, on
// cascades whose network is known. Bars: 0.6 s at 1,000 nodes, 3 s and 400 MB at 4,000; precision = recall 0.98.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { kroneckerGraph, writeCascades } from '../synthetic-cascades.ts'
import type { GraphKind } from '../synthetic-cascades.ts'

export const name = 'networks'

type Data = {
  kind: GraphKind
  levels: number
  edges: number
  cascades: number
  chance: number
  window: number
  search?: 'pruned'
}

/**
 * Chances are such that cascades have about 270 feasible pairs each (340 in the largest). The longer hubs of a core can
 * transmit, the more a hub explains in place of those it reached first: the last rows show what that costs the greedy
 * search, and what pruning mends.
 */
const data: readonly Data[] = [
  { kind: 'random', levels: 10, edges: 2046, cascades: 6000, chance: 0.482, window: 10 },
  { kind: 'random', levels: 11, edges: 4096, cascades: 15_000, chance: 0.482, window: 10 },
  { kind: 'random', levels: 12, edges: 8192, cascades: 30_000, chance: 0.484, window: 10 },
  { kind: 'hierarchical', levels: 10, edges: 1456, cascades: 6000, chance: 0.5, window: 10 },
  { kind: 'core-periphery', levels: 10, edges: 2046, cascades: 6000, chance: 0.28, window: 2 },
  { kind: 'core-periphery', levels: 10, edges: 2046, cascades: 6000, chance: 0.142, window: 10 },
  {
    kind: 'core-periphery',
    levels: 10,
    edges: 2046,
    cascades: 6000,
    chance: 0.142,
    window: 10,
    search: 'pruned',
  },
  { kind: 'random', levels: 12, edges: 8192, cascades: 30_000, chance: 0.484, window: 10, search: 'pruned' },
]

const GRAPH_SEED = 1
const CASCADE_SEED = 2
const RUNS = 5

type Run = { wall: number; processor: number; megabytes: number; precision: number; recall: number }

export async function bench(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'semai-networks-'))
  say(`seeds: graphs ${GRAPH_SEED}, cascades ${CASCADE_SEED}; delays exponential, rate 1`)
  say(`medians of ${RUNS} whole processes (wall s / processor s)`)
  const scale: [pairs: number, processor: number][] = []
  try {
    for (const one of data) {
      const files = { input: join(folder, 'cascades.csv'), truth: join(folder, 'truth.csv') }
      const graph = kroneckerGraph(one.kind, { ...one, seed: GRAPH_SEED })
      const made = await writeCascades(graph, { ...one, ...files, seed: CASCADE_SEED })
      const runs: Run[] = []
      for (let run = 0; run < RUNS; run++) runs.push(await inferred(files, one, folder))
      const of = (what: keyof Run) => medianOf(runs.map((run) => run[what]))
      say(
        `${one.search ?? 'greedy'}, ${one.kind} ${graph.nodes} nodes / ${one.edges} edges / ${one.cascades} cascades / ` +
          `window ${one.window} / ${(made.pairs / 1e6).toFixed(2)} M pairs: ${of('wall').toFixed(2)} / ${of('processor').toFixed(2)} s, ` +
          `${of('megabytes').toFixed(0)} MB, precision ${of('precision').toFixed(3)}, recall ${of('recall').toFixed(3)}`,
      )
      if (one.kind === 'random' && !one.search) scale.push([made.pairs, of('processor')])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  say(`processor time of the three random graphs grows with pairs to the power ${slopeOf(scale).toFixed(2)}`)
}

const cli = join(import.meta.dirname, '../../apps/cli/src/main.ts')
/** Has the process say what it used, when it ends. */
const meter =
  'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.resourceUsage())))'

async function inferred(
  files: { input: string; truth: string },
  { edges, search }: { edges: number; search?: 'pruned' },
  folder: string,
): Promise<Run> {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', meter, cli]
  const options = ['--objective', 'snap', '--model', 'exponential', '--rate', '1', '--edges', String(edges)]
  if (search) options.push('--search', search)
  const paths = ['--input', files.input, '--truth', files.truth, '--out', join(folder, 'edges.csv'), '--json']
  const started = performance.now()
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...flags, 'analyse', 'network', ...options, ...paths],
    { maxBuffer: 2 ** 28 },
  )
  const wall = (performance.now() - started) / 1000
  const used = JSON.parse(stderr) as NodeJS.ResourceUsage
  const { precision, recall } = JSON.parse(stdout) as { precision: number; recall: number }
  const processor = (used.userCPUTime + used.systemCPUTime) / 1e6
  return { wall, processor, megabytes: used.maxRSS / 1024, precision, recall }
}

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

/** Least squares on logarithms. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (place: 0 | 1) => logs.reduce((sum, one) => sum + one[place], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const shared = logs.reduce((sum, one) => sum + (one[0] - x) * (one[1] - y), 0)
  return shared / logs.reduce((sum, one) => sum + (one[0] - x) ** 2, 0)
}
