/** First adopters at most, and draws in which the spread from them is measured. */
export const seedingLimits = { most: 20, worlds: 400, random: 60, worldsOfLot: 40 } as const

/** One first adopter, and how many regions are reached on average with it and those before it. */
export type Seed = { region: string; reached: number }

/** Months until half of what a choice reaches beyond itself has begun: over the draws the median and what 9 of 10 lie between. */
export type Soon = { median: number; low: number; high: number }

/** Where to begin so that a network reaches most, beside the hubs of today and beside lots. */
export type Seeding = {
  seeds: Seed[]
  /** Regions reached on average, the seeds included. */
  reached: number
  /** No choice of as many reaches more in these draws. */
  bound: number
  /** Null where nobody else is reached. */
  soon: Soon | null
  /** Regions in the network. */
  regions: number
  /** As many of the hubs' seats as the budget allows, the best of them; null where no seat is in the network. */
  hubs: { seeds: Seed[]; reached: number; soon: Soon | null } | null
  /** As many regions by lot: the mean, and what 9 of 10 draws lie between. */
  random: { mean: number; low: number; high: number; soon: Soon | null }
}
