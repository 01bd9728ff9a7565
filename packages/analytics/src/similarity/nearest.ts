import { addTo } from './phrases.ts'

/** One thing to compare: an id and figures by name; a figure that is not known is left out. */
export type Profile = { id: string; figures: Readonly<Record<string, number>> }

/** A neighbour: its distance in standard deviations per shared figure, and how far it lies on each of them. */
export type Neighbour = { id: string; distance: number; gaps: Record<string, number> }

/**
 * The profiles most like `id`: root mean square of the differences in standard deviations, over the figures both have.
 * Figures that vary over orders of magnitude are to be passed as logarithms.
 *
 * @param minShared profiles that share fewer figures with `id` are left out.
 * @returns at most `limit` neighbours, nearest first; ties by id. Distances are >= 0; 0 means equal on all shared.
 * @throws RangeError when no profile has this id.
 * Cost: O(n·f + n log n) for n profiles and f figures.
 * Source: standardised Euclidean distance (Mahalanobis distance with a diagonal covariance matrix).
 * @example nearest([{ id: 'a', figures: { x: 0 } }, { id: 'b', figures: { x: 2 } }, { id: 'c', figures: { x: 4 } }],
 *   'a', { limit: 1, minShared: 1 })[0]?.id // 'b'
 */
export function nearest(
  profiles: readonly Profile[],
  id: string,
  { limit, minShared }: { limit: number; minShared: number },
): Neighbour[] {
  const self = profiles.find((profile) => profile.id === id)
  if (!self) throw new RangeError(`nearest: no profile with id ${id}`)
  const spread = deviations(profiles)
  return profiles
    .filter((profile) => profile.id !== id)
    .flatMap((profile) => {
      const gaps = gapsBetween(self, profile, spread)
      const values = Object.values(gaps)
      if (values.length < minShared || values.length === 0) return []
      const distance = Math.sqrt(values.reduce((sum, gap) => sum + gap * gap, 0) / values.length)
      return [{ id: profile.id, distance, gaps }]
    })
    .toSorted((a, b) => a.distance - b.distance || a.id.localeCompare(b.id))
    .slice(0, limit)
}

/** Differences in standard deviations on the figures both know; figures that do not vary count as equal. */
function gapsBetween(self: Profile, other: Profile, spread: ReadonlyMap<string, number>) {
  const gaps: Record<string, number> = {}
  for (const [name, value] of Object.entries(self.figures)) {
    const theirs = other.figures[name]
    if (theirs === undefined) continue
    const deviation = spread.get(name) ?? 0
    gaps[name] = deviation === 0 ? 0 : (theirs - value) / deviation
  }
  return gaps
}

/** Population standard deviation of each figure over the profiles that have it. */
function deviations(profiles: readonly Profile[]): Map<string, number> {
  const columns = new Map<string, number[]>()
  for (const { figures } of profiles) {
    for (const [name, value] of Object.entries(figures)) addTo(columns, name, value)
  }
  return new Map([...columns].map(([name, values]) => [name, deviation(values)]))
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
