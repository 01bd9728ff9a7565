import { datedRegions } from '@semai/domain/claims/region-spread'
import { shareOf } from '@semai/domain/claims/spread-shares'
import type { ExploredSpread } from '@semai/store/spread/explore-spread'

/** What is compared of two innovations, on either side. */
export type SideFacts = {
  dated: number
  bounds: number
  share: number
  first: { latest: string; precision: 'day' | 'month' | 'year' } | null
  /** The day on which half of its own dated regions were reached. */
  half: string | null
  busiest: { year: number; count: number } | null
  ahead: { year: number; mean: number; lower: number; upper: number } | null
  remote: number | null
  clusters: number | null
  both: number
  only: number
}

/** The facts of one of two, beside the other. Regions are compared by their dated claims. */
export function sideFacts(own: ExploredSpread, other: ExploredSpread): SideFacts {
  const dated = datedRegions(own.spread.regions)
  const days = dated.map(({ first }) => first).toSorted((a, b) => a.latest.localeCompare(b.latest))
  const elsewhere = new Set(datedRegions(other.spread.regions).map(({ regionCode }) => regionCode))
  const both = dated.filter(({ regionCode }) => elsewhere.has(regionCode)).length
  const remote = own.shares.remoteness.groups.find(({ key }) => key === 'remote')
  const model = own.modelled && 'model' in own.modelled ? own.modelled.model : null
  const last = model?.isIdentified ? model.ahead.at(-1) : undefined
  return {
    dated: dated.length,
    bounds: own.spread.regions.length - dated.length,
    share: own.adopters.count === 0 ? 0 : dated.length / own.adopters.count,
    first: days[0] ?? null,
    half: days[Math.ceil(days.length / 2) - 1]?.latest ?? null,
    busiest: own.spread.years.toSorted((a, b) => b.count - a.count || a.year - b.year)[0] ?? null,
    ahead: last ? { year: last.year, ...last.total } : null,
    remote: remote ? shareOf(remote) : null,
    clusters: own.clusters?.index ?? null,
    both,
    only: dated.length - both,
  }
}
