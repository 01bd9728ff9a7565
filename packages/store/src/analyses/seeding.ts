import { drawnDelays, halfway } from '@semai/analytics/networks/arrivals'
import type { Delays } from '@semai/analytics/networks/arrivals'
import { chooseHubs, spreadOf } from '@semai/analytics/networks/hubs'
import { drawnWorlds } from '@semai/analytics/networks/live-edge-worlds'
import type { Worlds } from '@semai/analytics/networks/live-edge-worlds'
import { quantile } from '@semai/analytics/numbers/quantile'
import { seededRandom } from '@semai/analytics/numbers/random'
import { networkNeeds } from '@semai/domain/analyses/network'
import type { SpreadNetwork } from '@semai/domain/analyses/network'
import { seedingLimits } from '@semai/domain/analyses/seeding'
import type { Seed, Seeding, Soon } from '@semai/domain/analyses/seeding'

type Asked = {
  /** How many first adopters, the musts among them. */
  budget: number
  /** Regions that are first adopters in any case. */
  must: readonly string[]
  /** Seats of the hubs of today. */
  hubs: readonly string[]
}

const seed = 1

/**
 * First adopters from which an innovation reaches most along the stable edges of a network, beside as many seats of hubs and
 * as many regions by lot. Greedy with a bound (CELF) on where it comes in the end; how soon is told of each choice, with
 * the exponential delays the network was inferred with. Musts that are not in the network pass on to nobody and reach themselves.
 * Cost: about 0.4 s for 500 regions and 1,000 edges. Method: docs/methods/seeding.md.
 */
export function seeding(
  network: Extract<SpreadNetwork, { enough: true }>,
  { budget, must, hubs }: Asked,
): Seeding {
  const edges = network.edges.filter(({ stability }) => stability >= networkNeeds.stable)
  const regions = [...new Set([...edges.flatMap(({ from, to }) => [from, to]), ...must])].sort()
  const node = new Map(regions.map((code, i) => [code, i]))
  const worlds = drawnWorlds(
    {
      nodes: regions.length,
      from: Int32Array.from(edges, ({ from }) => node.get(from)!),
      to: Int32Array.from(edges, ({ to }) => node.get(to)!),
      probability: edges.map(({ probability }) => probability),
    },
    { worlds: seedingLimits.worlds, seed },
  )
  const musts = [...new Set(must)].map((code) => node.get(code)!)
  const many = Math.min(Math.max(budget, musts.length), regions.length)
  const best = chooseHubs(worlds, { budget: many, must: musts })
  const delays = drawnDelays(worlds, { mean: network.meanDelayMonths, seed })
  const drawn = { worlds, delays }
  const seats = [...new Set(hubs.flatMap((code) => node.get(code) ?? []))]
  return {
    seeds: seedsOf(best.hubs, regions),
    reached: best.spread,
    bound: best.bound,
    soon: halfway(worlds, delays, { hubs: best.hubs.map(({ node }) => node) }),
    regions: regions.length,
    hubs: seats.length === 0 ? null : amongHubs(drawn, { seats, many, regions }),
    random: byLot(drawn, many),
  }
}

function seedsOf(chosen: readonly { node: number; gain: number }[], regions: readonly string[]): Seed[] {
  let reached = 0
  return chosen.map(({ node, gain }) => ({ region: regions[node]!, reached: (reached += gain) }))
}

/** Ways in which the network may transmit, and how long each takes. */
type Drawn = { worlds: Worlds; delays: Delays }

/** The best of the seats alone. */
function amongHubs(
  { worlds, delays }: Drawn,
  { seats, many, regions }: { seats: readonly number[]; many: number; regions: readonly string[] },
): NonNullable<Seeding['hubs']> {
  const isSeat = new Set(seats)
  const not = regions.flatMap((_, i) => (isSeat.has(i) ? [] : [i]))
  const { hubs, spread } = chooseHubs(worlds, { budget: Math.min(many, seats.length), not })
  const soon = halfway(worlds, delays, { hubs: hubs.map(({ node }) => node) })
  return { seeds: seedsOf(hubs, regions), reached: spread, soon }
}

function byLot({ worlds, delays }: Drawn, many: number): Seeding['random'] {
  const random = seededRandom(seed)
  const all = Int32Array.from({ length: worlds.nodes }, (_, i) => i)
  const lots = Array.from({ length: seedingLimits.random }, (_, r) => [
    ...random.branch(r).shuffle(all.slice()).subarray(0, many),
  ])
  const reached = Float64Array.from(lots, (hubs) => spreadOf(worlds, hubs)).sort()
  const soon = lots.flatMap(
    (hubs) => halfway(worlds, delays, { hubs, worlds: seedingLimits.worldsOfLot }) ?? [],
  )
  const at = (share: number) => reached[Math.round(share * (reached.length - 1))]!
  return {
    mean: reached.reduce((sum, one) => sum + one, 0) / reached.length,
    low: at(0.05),
    high: at(0.95),
    soon: middleOf(soon),
  }
}

/** Of several lots, what is usual: the middle of their medians, and of their limits. */
function middleOf(several: readonly Soon[]): Soon | null {
  if (several.length === 0) return null
  const middle = (of: keyof Soon) => quantile(Float64Array.from(several, (one) => one[of]).sort(), 0.5)
  return { median: middle('median'), low: middle('low'), high: middle('high') }
}
