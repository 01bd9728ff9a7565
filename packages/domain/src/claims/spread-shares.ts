import { datedRegions, isAdopter, type AdopterKind, type RegionSpread } from './region-spread.ts'
import type { PossibleAdopter } from './spread.ts'

/** How far something came in a group of places: of those that could adopt, how many had by the end of each year. */
export type GroupShares = {
  key: string
  /** How many in the group could adopt. */
  adopters: number
  /** How many of them have. */
  reached: number
  /** By the end of each year, in the order of the years of all groups. */
  byYear: number[]
}

/** The same for all groups, with the years they share. */
export type SharesByYear = { years: number[]; groups: GroupShares[] }

/**
 * Adopters by group and year. Only those that could adopt are counted, above and below the line alike, so no share passes one; a
 * group without any is left out, and `groupOf` may leave a place out by null. Groups come in the order in which places name them.
 */
export function sharesByYear(
  rows: readonly RegionSpread[],
  places: readonly PossibleAdopter[],
  { kind, groupOf }: { kind: AdopterKind; groupOf: (place: PossibleAdopter) => string | null },
): SharesByYear {
  const first = new Map(
    datedRegions(rows).map(({ regionCode, first }) => [regionCode, Number(first.latest.slice(0, 4))]),
  )
  const able = places.filter((place) => isAdopter(place, kind))
  const years = yearsBetween([...first.values()])
  const groups = [...Map.groupBy(able, groupOf)].flatMap(([key, own]) => {
    if (key === null) return []
    const days = own.flatMap(({ code }) => first.get(code) ?? [])
    const byYear = years.map((year) => days.filter((one) => one <= year).length)
    return [{ key, adopters: own.length, reached: days.length, byYear }]
  })
  return { years, groups }
}

/** What part of a group has adopted. */
export function shareOf({ reached, adopters }: Pick<GroupShares, 'reached' | 'adopters'>): number {
  return reached / adopters
}

function yearsBetween(years: readonly number[]): number[] {
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i)
}
