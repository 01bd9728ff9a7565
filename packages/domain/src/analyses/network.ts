/**
 * From how much a network is inferred at all, and from which stability on an edge is shown. In trials with a known network
 * of 100 regions, some 20 innovations that reach 31 regions on average find half of the edges, and 9 of 10 stable ones are true
 * (docs/methods/spread-network.md).
 */
export const networkNeeds = { innovations: 20, adoptions: 5, stable: 0.5 } as const

/** That one region tends to follow another. */
export type NetworkEdge = {
  from: string
  to: string
  /** What it adds to the explanation, in natural logarithms. */
  gain: number
  /** Share of resamples of the innovations in which it is found again. */
  stability: number
  /** Innovations that the first region had and the second had not yet. */
  exposures: number
  /** Share of them that the second took over and this edge explains best. */
  probability: number
  /** Those innovations, with both days. */
  evidence: { innovation: string; from: string; to: string }[]
}

/** A region among the stable edges. */
export type NetworkRegion = {
  region: string
  /** Regions that follow it, and that it follows. */
  followers: number
  leads: number
  /** Innovations in which it was followed. */
  innovations: number
  /** Shortest ways between two others that lead through it. */
  between: number
}

type Counted = {
  /** Innovations with enough adoptions by their own day. */
  innovations: number
  /** Their adoptions; and those left out because they were opened in batches. */
  adoptions: number
  batched: number
}

/** Who follows whom, or that too little is known to say. */
export type SpreadNetwork =
  | (Counted & { enough: false })
  | (Counted & {
      enough: true
      regions: number
      /** Innovations learnt from and held out when the number of edges was chosen. */
      heldOut: { learnt: number; held: number }
      replicates: number
      meanDelayMonths: number
      edges: NetworkEdge[]
      places: NetworkRegion[]
    })
