import type { Cascades } from './cascades.ts'
import { edgeUses } from './edge-uses.ts'
import type { Network } from './netinf.ts'

/** For each hit the edge that explains it best in the whole network, and the earlier hit it comes from; or -1. */
export type Attribution = { edge: Int32Array; source: Int32Array }

/** What the cascades say of each edge of a network. */
export type EdgeFacts = {
  /** Hits the edge explained better than the edges before it, when it was added; their median and mean delay. */
  volume: Int32Array
  /** The upper of two medians. */
  medianDelay: Float64Array
  meanDelay: Float64Array
  /** Hits it explains best in the whole network. */
  support: Int32Array
  /** Cascades in which its start was hit and its end was not yet. */
  exposures: Int32Array
  /** Share of exposures that the edge explains: an estimate of the chance that it transmits. */
  probability: Float64Array
}

/** Each improvement of a hit beats those before it, so the last one is the best. */
export function attribute(cascades: Cascades, { from, evidence }: Network): Attribution {
  const edge = new Int32Array(cascades.node.length).fill(-1)
  const source = edge.slice()
  for (let i = 0; i < from.length; i++) {
    for (let k = evidence.start[i]!; k < evidence.start[i + 1]!; k++) {
      edge[evidence.hit[k]!] = i
      source[evidence.hit[k]!] = evidence.source[k]!
    }
  }
  return { edge, source }
}

/** The facts of each edge. The network must have been inferred from these cascades. */
export function edgeFacts(cascades: Cascades, network: Network): EdgeFacts {
  const { time } = cascades
  const { start, hit, source } = network.evidence
  const edges = network.from.length
  const [median, mean] = [new Float64Array(edges), new Float64Array(edges)]
  const delays = new Float64Array(hit.length)
  for (let i = 0; i < edges; i++) {
    let sum = 0
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += delays[k] = time[hit[k]!]! - time[source[k]!]!
    const own = delays.subarray(start[i], start[i + 1])
    mean[i] = sum / own.length
    median[i] = own.sort()[own.length >> 1]!
  }
  const support = new Int32Array(edges)
  for (const edge of attribute(cascades, network).edge) if (edge >= 0) support[edge]!++
  const uses = edgeUses(cascades, network)
  const exposures = uses.missed.map((missed, i) => missed + uses.start[i + 1]! - uses.start[i]!)
  return {
    volume: Int32Array.from({ length: edges }, (_, i) => start[i + 1]! - start[i]!),
    medianDelay: median,
    meanDelay: mean,
    support,
    exposures,
    probability: Float64Array.from(support, (count, i) => count / exposures[i]!),
  }
}
