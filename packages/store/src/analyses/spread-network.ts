import { attribute, edgeFacts } from '@semai/analytics/networks/attribution'
import { betweenness } from '@semai/analytics/networks/betweenness'
import { cascadesOf } from '@semai/analytics/networks/cascades'
import type { Cascades } from '@semai/analytics/networks/cascades'
import { edgeStability } from '@semai/analytics/networks/edge-stability'
import { fitNetwork } from '@semai/analytics/networks/fit-network'
import { heldOutEdges } from '@semai/analytics/networks/held-out'
import { cascadeOfHits } from '@semai/analytics/networks/netinf'
import type { Network } from '@semai/analytics/networks/netinf'
import { objectiveOf } from '@semai/analytics/networks/objective'
import { networkNeeds } from '@semai/domain/analyses/network'
import type { SpreadNetwork, NetworkEdge, NetworkRegion } from '@semai/domain/analyses/network'
import type { Adoption, SpreadInput } from '@semai/domain/analyses/adoption'
import { daysBetween } from '@semai/domain/time/clock'

const monthDays = 365.2425 / 12
const share = 0.2
const replicates = 100
const seed = 1
const objective = objectiveOf('snap')

/**
 * Who tends to follow whom across innovations: edges that predict innovations not learnt from, each with its stability
 * over resampled innovations and the innovations that speak for it. What was opened in batches is left out: its days
 * were chosen by somebody else. Method: docs/methods/spread-network.md.
 * @param tell is told how much of the work is done, from 0 to 1.
 */
export function spreadNetwork(
  { adoptions }: SpreadInput,
  tell: (done: number) => void = () => undefined,
): SpreadNetwork {
  const own = adoptions.filter(({ batched }) => !batched)
  const usable = [...Map.groupBy(own, ({ innovation }) => innovation).values()].filter(
    (rows) => rows.length >= networkNeeds.adoptions,
  )
  const counts = { batched: adoptions.length - own.length, adoptions: usable.flat().length }
  if (usable.length < networkNeeds.innovations)
    return { enough: false, innovations: usable.length, ...counts }
  const hits = usable.flat()
  const nodes = [...new Set(hits.map(({ region }) => region))].sort()
  const names = usable.map(([first]) => first!.innovation)
  const day = new Map(hits.map(({ innovation, region, day }) => [`${innovation} ${region}`, day]))
  const cascades = cascadesFrom(usable, nodes)
  const first = fitNetwork(cascades, 'exponential', { objective, stop: { edges: 4 * nodes.length } })
  const { model } = first
  const { edges, learnt, held } = heldOutEdges(cascades, { model, objective, share, seed })
  const { network } = fitNetwork(cascades, 'exponential', { objective, stop: { edges } })
  const stability = edgeStability(cascades, network, {
    model,
    objective,
    replicates,
    seed,
    done: (done) => tell(done / replicates),
  })
  const found = edgesOf(cascades, network, { nodes, names, stability, day })
  return {
    enough: true,
    innovations: usable.length,
    ...counts,
    regions: nodes.length,
    heldOut: { learnt, held },
    replicates,
    meanDelayMonths: 1 / model.parameters['rate']!,
    edges: found,
    places: regionsOf(found, nodes),
  }
}

function cascadesFrom(usable: readonly Adoption[][], nodes: readonly string[]): Cascades {
  const place = new Map(nodes.map((code, node) => [code, node]))
  const hits = usable.flat()
  return cascadesOf({
    cascades: usable.length,
    nodes: nodes.length,
    cascade: usable.flatMap((rows, c) => rows.map(() => c)),
    node: hits.map(({ region }) => place.get(region)!),
    time: hits.map(({ day }) => daysBetween('1970-01-01', day) / monthDays),
  })
}

type Named = {
  nodes: readonly string[]
  names: readonly string[]
  stability: Float64Array
  /** By innovation and region. */
  day: ReadonlyMap<string, string>
}

function edgesOf(
  cascades: Cascades,
  network: Network,
  { nodes, names, stability, day }: Named,
): NetworkEdge[] {
  const facts = edgeFacts(cascades, network)
  const best = attribute(cascades, network).edge
  const { start, hit, source } = network.evidence
  const cascade = cascadeOfHits(cascades, hit)
  const dayIn = (innovation: string, h: number) => day.get(`${innovation} ${nodes[cascades.node[h]!]!}`)!
  return Array.from(network.from, (from, edge) => {
    const steps = Array.from({ length: start[edge + 1]! - start[edge]! }, (_, i) => start[edge]! + i)
    return {
      from: nodes[from]!,
      to: nodes[network.to[edge]!]!,
      gain: network.gain[edge]!,
      stability: stability[edge]!,
      exposures: facts.exposures[edge]!,
      probability: facts.probability[edge]!,
      evidence: steps
        .filter((k) => best[hit[k]!] === edge)
        .map((k) => {
          const innovation = names[cascade[k]!]!
          return { innovation, from: dayIn(innovation, source[k]!), to: dayIn(innovation, hit[k]!) }
        }),
    }
  })
}

/** Regions that lead or bridge, by the stable edges only. */
function regionsOf(edges: readonly NetworkEdge[], nodes: readonly string[]): NetworkRegion[] {
  const stable = edges.filter(({ stability }) => stability >= networkNeeds.stable)
  const place = new Map(nodes.map((code, node) => [code, node]))
  const ends = {
    from: stable.map(({ from }) => place.get(from)!),
    to: stable.map(({ to }) => place.get(to)!),
  }
  const between = betweenness(ends, nodes.length)
  const leaving = Map.groupBy(stable, ({ from }) => from)
  const arriving = Map.groupBy(stable, ({ to }) => to)
  return nodes.flatMap((region, node) => {
    const out = leaving.get(region) ?? []
    const into = arriving.get(region) ?? []
    if (out.length + into.length === 0) return []
    const followed = new Set(out.flatMap(({ evidence }) => evidence.map(({ innovation }) => innovation))).size
    return [
      { region, followers: out.length, leads: into.length, innovations: followed, between: between[node]! },
    ]
  })
}
