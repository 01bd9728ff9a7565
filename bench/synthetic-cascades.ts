import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { seededRandom } from '@semai/analytics/numbers/random'
import { simulatedCascade } from '@semai/testkit/simulated-cascade'

/** The four corners of a stochastic Kronecker graph of two halves. */
export const kroneckerSeeds = {
  random: [0.5, 0.5, 0.5, 0.5],
  'core-periphery': [0.962, 0.535, 0.535, 0.107],
  hierarchical: [0.962, 0.107, 0.107, 0.962],
} as const

export type GraphKind = keyof typeof kroneckerSeeds

/** Out-neighbours of each node, in rising order. */
export type Graph = { kind: GraphKind; nodes: number; edges: number; out: readonly (readonly number[])[] }

/** Different edges without loops, each drawn by walking down the powers of the corners. */
export function kroneckerGraph(
  kind: GraphKind,
  { levels, edges, seed }: { levels: number; edges: number; seed: number },
): Graph {
  const random = seededRandom(seed)
  const corners = kroneckerSeeds[kind]
  const sum = corners[0] + corners[1] + corners[2] + corners[3]
  const nodes = 2 ** levels
  const out = Array.from({ length: nodes }, () => new Set<number>())
  for (let made = 0; made < edges;) {
    let [from, to] = [0, 0]
    for (let level = 0; level < levels; level++) {
      let place = random.uniform() * sum
      let corner = 0
      while (corner < 3 && place >= corners[corner]!) place -= corners[corner++]!
      from = 2 * from + (corner >> 1)
      to = 2 * to + (corner & 1)
    }
    if (from === to || out[from]!.has(to)) continue
    out[from]!.add(to)
    made++
  }
  return { kind, nodes, edges, out: out.map((own) => [...own].sort((a, b) => a - b)) }
}

/** Writes `cascade,node,time` with six decimals, a cascade after the other, and `from,to` of the graph. */
export async function writeCascades(
  graph: Graph,
  {
    cascades,
    chance,
    window,
    seed,
    input,
    truth,
  }: { cascades: number; chance: number; window: number; seed: number; input: string; truth: string },
): Promise<{ hits: number; pairs: number }> {
  const random = seededRandom(seed)
  const file = createWriteStream(input)
  file.write('cascade,node,time\n')
  let [hits, pairs] = [0, 0]
  for (let c = 0; c < cascades; c++) {
    const cascade = simulatedCascade(graph.out, { chance, window, uniform: random.uniform })
    hits += cascade.length
    pairs += (cascade.length * (cascade.length - 1)) / 2
    file.write(cascade.map(({ node, time }) => `${c},${node},${time.toFixed(6)}\n`).join(''))
  }
  file.end()
  await finished(file)
  const edges = createWriteStream(truth)
  edges.write('from,to\n')
  graph.out.forEach((own, from) => own.forEach((to) => edges.write(`${from},${to}\n`)))
  edges.end()
  await finished(edges)
  return { hits, pairs }
}
