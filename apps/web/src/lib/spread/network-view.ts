import { networkNeeds } from '@semai/domain/analyses/network'
import type { NetworkEdge, NetworkRegion, SpreadNetwork } from '@semai/domain/analyses/network'

type Known = Extract<SpreadNetwork, { enough: true }>

/** Edges drawn at most, and rows of a page of them. */
const drawn = 120
export const edgesEach = 25

export type NetworkView = {
  /** Stable edges, of one region where it is asked for; and the rows of this page. */
  edges: readonly NetworkEdge[]
  rows: readonly NetworkEdge[]
  page: number
  pages: number
  arcs: readonly { from: string; to: string }[]
  leaders: readonly NetworkRegion[]
  bridges: readonly NetworkRegion[]
}

/** What the page shows of a network: the most stable edges first, then those that explain most. */
export function networkView(
  network: Known,
  { region, page }: { region: string | null; page: number },
): NetworkView {
  const edges = network.edges
    .filter(({ from, to, stability }) => stability >= networkNeeds.stable && touches(region, from, to))
    .toSorted((a, b) => b.stability - a.stability || b.gain - a.gain)
  const pages = Math.max(1, Math.ceil(edges.length / edgesEach))
  const at = Math.min(Math.max(1, page), pages)
  return {
    edges,
    rows: edges.slice((at - 1) * edgesEach, at * edgesEach),
    page: at,
    pages,
    arcs: edges.slice(0, drawn).map(({ from, to }) => ({ from, to })),
    leaders: most(network.places, ({ followers }) => followers, 12),
    bridges: most(network.places, ({ between }) => between, 6),
  }
}

function touches(region: string | null, from: string, to: string): boolean {
  return region === null || region === from || region === to
}

/** Those with most of something, and none of those with nothing. */
function most(
  places: readonly NetworkRegion[],
  of: (place: NetworkRegion) => number,
  count: number,
): NetworkRegion[] {
  return places
    .filter((place) => of(place) > 0)
    .toSorted((a, b) => of(b) - of(a) || b.innovations - a.innovations || (a.region < b.region ? -1 : 1))
    .slice(0, count)
}
