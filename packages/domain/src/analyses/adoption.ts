import { isBound, isDated } from '../claims/spread.ts'
import type { Dating } from '../claims/spread.ts'

/** That an innovation began in a region: what analyses of the spread look at, and nothing else of a claim. */
export type Adoption = {
  innovation: string
  region: string
  /** The last possible day, by which the house dates everything. */
  day: string
  /** Opened together with others by somebody else: its day tells nothing about who followed whom. */
  batched: boolean
}

/** What is looked at of a claim. */
export type AdoptionClaim = Dating & {
  innovationCode: string
  regionCode: string
  latest: string
  batch: string | null
}

/** A region as analyses see it. */
export type AnalysedPlace = {
  code: string
  /** The province; of a province, itself. */
  province: string
  /** A government of its own, which could adopt. */
  canAdopt: boolean
  lat: number
  lon: number
  /** Newest figures by name; unknown ones are absent. */
  figures: Record<string, number>
}

/** What every analysis of the spread is made from, in one order, whoever asks and wherever it was read. */
export type SpreadInput = {
  adoptions: Adoption[]
  /** Where something is known to have begun, but not when. */
  undated?: Pick<Adoption, 'innovation' | 'region'>[]
  places: AnalysedPlace[]
}

/**
 * The first dated claim of each innovation in each region, by innovation, day and region. A region that opened the same
 * day in a batch and by itself did it by itself.
 * @example adoptionsOf([]) // []
 */
export function adoptionsOf(claims: readonly AdoptionClaim[]): Adoption[] {
  const first = new Map<string, Adoption>()
  for (const claim of claims.filter(isDated)) {
    const adoption = {
      innovation: claim.innovationCode,
      region: claim.regionCode,
      day: claim.latest,
      batched: claim.batch !== null,
    }
    const key = `${adoption.innovation} ${adoption.region}`
    const before = first.get(key)
    if (!before || orderOf(adoption) < orderOf(before)) first.set(key, adoption)
  }
  return [...first.values()].sort((a, b) => compare(a, b))
}

/**
 * Innovations in regions where they are known to have begun by some day, with no claim that says when; by innovation and
 * region.
 * @example undatedOf([]) // []
 */
export function undatedOf(claims: readonly AdoptionClaim[]): Pick<Adoption, 'innovation' | 'region'>[] {
  const key = ({ innovationCode, regionCode }: AdoptionClaim) => `${innovationCode} ${regionCode}`
  const dated = new Set(claims.filter(isDated).map(key))
  const bounds = claims.filter((claim) => isBound(claim) && !dated.has(key(claim)))
  return [...new Map(bounds.map((claim) => [key(claim), claim])).values()]
    .map(({ innovationCode, regionCode }) => ({ innovation: innovationCode, region: regionCode }))
    .sort((a, b) => by(a.innovation, b.innovation) || by(a.region, b.region))
}

function orderOf({ day, batched }: Adoption): string {
  return `${day} ${batched ? 1 : 0}`
}

function compare(a: Adoption, b: Adoption): number {
  return by(a.innovation, b.innovation) || by(a.day, b.day) || by(a.region, b.region)
}

function by(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
