import { attribute, edgeFacts } from '@semai/analytics/networks/attribution'
import type { DelayModel } from '@semai/analytics/networks/delay-models'
import type { HeldOut } from '@semai/analytics/networks/held-out'
import { cascadeOfHits } from '@semai/analytics/networks/netinf'
import type { Network } from '@semai/analytics/networks/netinf'
import type { Objective } from '@semai/analytics/networks/objective'
import type { CascadeFile } from './cascade-file.ts'
import { areWholeNumbers } from './ordered-labels.ts'

/** What `semai analyse network` found out. */
export type Inferred = {
  objective: Objective
  search: 'greedy' | 'pruned'
  model: DelayModel
  network: Network
  /** How the model was learnt; null when it was given. */
  fit: { rounds: number; converged: boolean; delays: number } | null
  heldOut: HeldOut | null
  stability: Float64Array | null
  seed: number
}

const columns = [
  'from',
  'to',
  'gain',
  'p',
  'vuong_p',
  'volume',
  'median_dt',
  'mean_dt',
  'support',
  'exposures',
  'probability',
]

/** The columns of the edges. */
export function edgeHeader({ stability }: Inferred): string[] {
  return stability === null ? columns : [...columns, 'stability']
}

/** Edges in the order they were added, under the names of their nodes: numbers where all names are whole numbers. */
export function edgeRows({ cascades, nodes }: CascadeFile, { network, stability }: Inferred): unknown[][] {
  const names: readonly (string | number)[] = areWholeNumbers(nodes) ? nodes.map(Number) : nodes
  const facts = edgeFacts(cascades, network)
  return Array.from(network.from, (from, i) => {
    const row = [
      names[from],
      names[network.to[i]!],
      network.gain[i],
      network.p[i],
      network.publishedP[i],
      facts.volume[i],
      facts.medianDelay[i],
      facts.meanDelay[i],
      facts.support[i],
      facts.exposures[i],
      facts.probability[i],
    ]
    return stability === null ? row : [...row, stability[i]]
  })
}

/** Everything but the edges. */
export function networkAnswer({ cascades, nodes, names }: CascadeFile, inferred: Inferred) {
  const { objective, model, network, fit, heldOut, seed } = inferred
  return {
    objective: objective.name,
    search: inferred.search,
    eps: objective.eps,
    ...(objective.name === 'r' ? { tied: objective.tied } : {}),
    model: model.name,
    ...model.parameters,
    parameters: model.parameters,
    fit,
    total_gain: network.totalGain,
    edge_count: network.from.length,
    stopped: network.stopped,
    nodes: nodes.length,
    cascades: names.length,
    hits: cascades.node.length,
    pairs: network.pairs,
    candidates: network.candidates,
    ...(heldOut === null
      ? {}
      : {
          held_out: {
            edges: heldOut.edges,
            log_likelihood: heldOut.logLikelihood,
            learnt: heldOut.learnt,
            held: heldOut.held,
            seed,
          },
        }),
  }
}

/** Every hit that an edge explained better when it was added, and whether it still explains it best at the end. */
export function evidenceRows({ cascades, nodes, names }: CascadeFile, network: Network): unknown[][] {
  const { start, hit, source, by } = network.evidence
  const final = attribute(cascades, network).edge
  const cascade = cascadeOfHits(cascades, hit)
  const { time } = cascades
  return Array.from(network.from).flatMap((from, edge) =>
    Array.from({ length: start[edge + 1]! - start[edge]! }, (_, i) => {
      const k = start[edge]! + i
      const [sent, got] = [time[source[k]!]!, time[hit[k]!]!]
      const explains = final[hit[k]!] === edge ? 1 : 0
      return [
        nodes[from],
        nodes[network.to[edge]!],
        names[cascade[k]!],
        sent,
        got,
        got - sent,
        by[k],
        explains,
      ]
    }),
  )
}
