/**
 * What is ranked and how it is looked back: from how many dated adoptions on, how many innovations at most, what share opened in
 * batches is too much, who is a neighbour, how far ahead in months, how many years are looked back at, and among how many
 * first places precision is counted. Regions that look able are the first `able` of a ranking a year ago.
 */
export const adopterNeeds = {
  regions: 10,
  most: 200,
  batched: 0.5,
  nearest: 6,
  horizonMonths: 12,
  splits: 5,
  first: 10,
  replicates: 200,
  reasons: 3,
  able: 0.1,
} as const

/** The whole model, or one thing that anybody could look up. */
export const adopterRankings = ['model', 'popularity', 'neighbours', 'nearest', 'random'] as const
export type AdopterRanking = (typeof adopterRankings)[number]

/** What tells regions apart. */
export const adopterReasons = [
  'neighbours',
  'history',
  'nearest',
  'population',
  'product',
  'poverty',
  'hdi',
  'underdeveloped',
] as const
export type AdopterReasonName = (typeof adopterReasons)[number]

/** Something by which a region stands apart from the others that have not begun. */
export type AdopterReason = {
  name: AdopterReasonName
  /** More of it than the others on average, rather than less. */
  more: boolean
  /** What it adds to the log odds of the chance, or takes away. */
  adds: number
}

/** A region that has not begun an innovation, with its modelled chance to begin within the horizon. */
export type NextAdopterRow = {
  innovation: string
  region: string
  /** 1 for the first: among the regions of an innovation, and among the innovations of a region. */
  rank: number
  rankInRegion: number
  chance: number
  lower: number
  upper: number
  /** Strongest first. */
  reasons: AdopterReason[]
  /** Among the first tenth a year ago, as it was learnt then, and has not begun since. */
  ableBefore: boolean
}

/** Why an innovation has no ranking: see `standingOf`. */
export const adopterStandings = ['ranked', 'few', 'batches', 'everywhere'] as const
export type AdopterStanding = (typeof adopterStandings)[number]

/** An innovation as the ranking sees it. */
export type AdoptedInnovation = {
  innovation: string
  /** Governments that began on a known day, and how many of these days were those of a batch. */
  adopted: number
  batched: number
}

/** How good a ranking was, with limits by resampling. */
export type AdopterMeasure = { value: number; lower: number; upper: number }

/** Of pairs, of the first ten, of chances: see docs/methods/next-adopters.md. */
export const adopterMeasures = ['auc', 'precision', 'logLoss', 'brier'] as const
export type AdopterMeasureName = (typeof adopterMeasures)[number]

export type AdopterContest = Record<AdopterMeasureName, AdopterMeasure> & {
  ranking: AdopterRanking
  /** The model's auc less this one's. */
  lead: AdopterMeasure
  expected: number
  observed: number
  /** Tenths from the lowest chances up: how many were at risk, their mean chance, the share that began. */
  tenths: { rows: number; chance: number; share: number }[]
  /** Of what came on the log odds of the chances: 0 and 1 where they are right; null where it has no fit. */
  line: { intercept: number; slope: number; slopeSe: number } | null
}

export type AdopterSplit = {
  /** The first day that was not known when it was learnt (`YYYY-MM-DD`). */
  day: string
  periods: number
  rows: number
  adopters: number
  /** Null where nobody began within the horizon. */
  rankings: ({ ranking: AdopterRanking } & Record<AdopterMeasureName, number | null>)[]
}

/** A look back over the last years, by what was known then. */
export type AdopterLookBack = {
  splits: AdopterSplit[]
  contests: AdopterContest[]
  rows: number
  adopters: number
  resampled: 'innovations' | 'places'
  /** Whether the model lies above every simple ranking by its limits; and what is used therefore. */
  beatsAll: boolean
  use: AdopterRanking
}

/** How the ranking would have done: all that is ranked together, and the most widely spread one by one, batches or not. */
export type SpreadBackTest = {
  /** The day after the last adoption known; null where there is none. */
  day: string | null
  eligible: number
  innovations: number
  together: AdopterLookBack | null
  alone: { innovation: string; adopted: number; batched: number; lookBack: AdopterLookBack | null }[]
}

export type SpreadNextAdopters = {
  day: string | null
  eligible: number
  /** By what is ranked; null where too little is known to look back, so that nothing is ranked. */
  use: AdopterRanking | null
  beatsAll: boolean
  /** Whether the limits of how often the ranking in use was right lie above drawing lots. */
  aboveLots: boolean
  learnt: { periods: number; rows: number; adopters: number } | null
  /** By one standard deviation: log odds with limits. */
  effects: { name: string; effect: number; lower: number; upper: number }[]
  /** Every innovation that began on a known day anywhere; most widely spread first. */
  innovations: AdoptedInnovation[]
  rows: NextAdopterRow[]
}

/**
 * Whether an innovation can be ranked, and if not, why.
 * @example standingOf({ adopted: 12, batched: 9 }, 508) // 'batches'
 */
export function standingOf(
  { adopted, batched }: Pick<AdoptedInnovation, 'adopted' | 'batched'>,
  eligible: number,
): AdopterStanding {
  if (adopted > 0 && batched > adopterNeeds.batched * adopted) return 'batches'
  if (adopted < adopterNeeds.regions) return 'few'
  return adopted >= eligible ? 'everywhere' : 'ranked'
}
