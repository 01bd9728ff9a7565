/** From how many regions on clusters are looked for; who is a neighbour; how rare by chance a cluster's size has to be. */
export const clusterNeeds = { regions: 30, nearest: 6, level: 0.05, shuffles: 999, years: 8 } as const

/** What stands out at the end of a year. */
export type ClusterYear = {
  year: number
  /** Regions that had begun by then. */
  adopted: number
  /** Moran's I with its expectation without any pattern, and how rarely a shuffle of the regions is as far from it. */
  moran: number
  expected: number
  p: number
  /** Clusters larger than chance makes them, largest first: regions with much among neighbours with much. */
  hot: { regions: string[]; p: number }[]
}

/** One innovation, or all of them (null) counted by region. */
export type ClusterSubject = { innovation: string | null; years: ClusterYear[] }

export type SpreadClusters = { eligible: number; subjects: ClusterSubject[] }
