import { seededRandom } from '../numbers/random.ts'
import { pickCascades } from './cascades.ts'
import type { Cascades } from './cascades.ts'
import type { DelayModel } from './delay-models.ts'
import { edgeUses } from './edge-uses.ts'
import type { Edges } from './edge-uses.ts'
import { netinf } from './netinf.ts'
import type { NetinfOptions } from './netinf.ts'

export type HeldOut = {
  /** The number of edges that predicts the held-out cascades best. */
  edges: number
  /** Log-likelihood of the held-out cascades with the first 0, 1, 2 … edges learnt from the others. */
  logLikelihood: Float64Array
  /** Cascades learnt from, and held out. */
  learnt: number
  held: number
}

/**
 * How many edges predict cascades that were not learnt from. A share of the cascades is put aside, edges are inferred from
 * the others, and with each edge the held-out cascades are scored: a hit has the density of its best parent times the
 * chance that an edge transmits, or that of a hit from outside; an edge whose end was never hit failed to transmit; a
 * node that no one hit was not hit from outside. The two chances, one each for all edges and all nodes, come from the
 * learnt cascades; without the failures the likelihood could only rise with each edge.
 * @throws RangeError unless the share is between 0 and 1 and leaves cascades on both sides.
 */
export function heldOutEdges(
  cascades: Cascades,
  { share, seed, ...options }: NetinfOptions & { share: number; seed: number },
): HeldOut {
  const count = cascades.start.length - 1
  const held = Math.round(share * count)
  if (!(share > 0 && share < 1 && held > 0 && held < count)) {
    throw new RangeError(`heldOutEdges: a share of ${share} of ${count} cascades leaves one side empty`)
  }
  const order = seededRandom(seed).shuffle(Int32Array.from({ length: count }, (_, c) => c))
  const test = pickCascades(cascades, order.subarray(0, held).sort())
  const learnt = pickCascades(cascades, order.subarray(held).sort())
  const network = netinf(learnt, options)
  const outside = fromOutside(learnt, learnt.node.length)
  const known = countsOf(learnt, network, { model: options.model, outside })
  const fresh = countsOf(test, network, { model: options.model, outside })
  const logLikelihood = known.map((counts, i) => scoreOf(learnt, counts, test, fresh[i]!))
  const values = Float64Array.from(logLikelihood)
  const edges = values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
  return { edges, logLikelihood: values, learnt: count - held, held }
}

/** What the first edges of a network explain. */
type Counts = { explained: number; logDensity: number; failed: number }

/** Counts with 0, 1, 2 … edges. A hit counts as explained where its best edge beats a hit from outside. */
function countsOf(
  cascades: Cascades,
  network: Edges,
  { model, outside }: { model: DelayModel; outside: number },
): Counts[] {
  const { start, hit, source, missed } = edgeUses(cascades, network)
  const density = Float64Array.from(hit, (one, k) => cascades.time[one]! - cascades.time[source[k]!]!)
  model.logDensities(density, density.length)
  const best = new Float64Array(cascades.node.length).fill(outside)
  const counts: Counts[] = [{ explained: 0, logDensity: 0, failed: 0 }]
  let { explained, logDensity, failed } = counts[0]!
  for (let i = 0; i < missed.length; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const own = hit[k]!
      if (!(density[k]! > best[own]!)) continue
      if (best[own] === outside) explained++
      else logDensity -= best[own]!
      best[own] = density[k]!
      logDensity += density[k]!
    }
    failed += missed[i]!
    counts.push({ explained, logDensity, failed })
  }
  return counts
}

/** Log density of a hit from outside when `unexplained` hits are: any node of any cascade, at any time it lasts. */
function fromOutside(cascades: Cascades, unexplained: number): number {
  return Math.log(chanceFromOutside(cascades, unexplained)) - Math.log(longest(cascades))
}

/** With half a hit on both sides, so that no chance is 0 or 1. */
function chanceFromOutside({ start, nodes }: Cascades, unexplained: number): number {
  return (unexplained + 0.5) / ((start.length - 1) * nodes + 1)
}

function longest({ start, time }: Cascades): number {
  let most = 0
  for (let c = 0; c + 1 < start.length; c++) {
    if (start[c + 1]! > start[c]!) most = Math.max(most, time[start[c + 1]! - 1]! - time[start[c]!]!)
  }
  return most > 0 ? most : 1
}

function scoreOf(learnt: Cascades, known: Counts, test: Cascades, fresh: Counts): number {
  const chance = (known.explained + 0.5) / (known.explained + known.failed + 1)
  const unexplained = learnt.node.length - known.explained
  const spared = (test.start.length - 1) * test.nodes - test.node.length
  return (
    fresh.logDensity +
    fresh.explained * Math.log(chance) +
    fresh.failed * Math.log(1 - chance) +
    (test.node.length - fresh.explained) * fromOutside(learnt, unexplained) +
    spared * Math.log(1 - chanceFromOutside(learnt, unexplained))
  )
}
