import type { Links } from './weights.ts'
import { refuseCount } from '../numbers/refusals.ts'

/**
 * Places of regions. On the plane any unit; on the sphere x is the longitude and y the latitude in degrees, and distances
 * are in kilometres.
 */
export type Places = { x: ArrayLike<number>; y: ArrayLike<number>; on: 'plane' | 'sphere' }

const EARTH_KM = 6371.0088

/**
 * Distance between two places: straight on the plane; along the great circle on the sphere (haversine, mean radius).
 * @example distanceBetween({ x: [0, 3], y: [0, 4], on: 'plane' }, 0, 1) // 5
 */
export function distanceBetween({ x, y, on }: Places, i: number, j: number): number {
  if (on === 'plane') return Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)
  const radian = Math.PI / 180
  const up = Math.sin(((y[i]! - y[j]!) * radian) / 2) ** 2
  const along = Math.sin(((x[i]! - x[j]!) * radian) / 2) ** 2
  const half = up + Math.cos(y[i]! * radian) * Math.cos(y[j]! * radian) * along
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/**
 * Links from each place to its `k` nearest others, so that no region is an island; not symmetric in general. Of places
 * equally far the earlier one is nearer. `weight` of a link is its distance.
 * @throws RangeError unless k is a whole number from 1 to n - 1 and every coordinate is finite.
 * Cost: O(n² log n).
 */
export function nearestLinks(places: Places, k: number): Required<Links> {
  const n = refusePlaces('nearestLinks', places)
  refuseCount('nearestLinks: k', k, 1, n - 1)
  return linksOf(places, n, (others) =>
    others
      .sort((a, b) => a.far - b.far || a.j - b.j)
      .slice(0, k)
      .sort((a, b) => a.j - b.j),
  )
}

/**
 * Links between all places at most `far` and more than `near` apart; places far from all others are islands. `weight` of a
 * link is its distance.
 * @throws RangeError unless 0 <= near < far and every coordinate is finite.
 * Cost: O(n²).
 */
export function bandLinks(places: Places, far: number, near = -Infinity): Required<Links> {
  const n = refusePlaces('bandLinks', places)
  if (!(far > 0 && near < far))
    throw new RangeError(`bandLinks: needs near < far and far > 0, got ${near} and ${far}`)
  return linksOf(places, n, (others) => others.filter((one) => one.far <= far && one.far > near))
}

/**
 * The same links, weighing one over a power of the distance that they weigh now.
 * @throws RangeError when two linked places are the same.
 */
export function inverseDistance({ from, to, weight }: Required<Links>, power = 1): Required<Links> {
  return {
    from,
    to,
    weight: Array.from(weight, (far, l) => {
      if (far > 0) return far ** -power
      throw new RangeError(`inverseDistance: regions ${from[l]} and ${to[l]} are at the same place`)
    }),
  }
}

type Other = { j: number; far: number }

function linksOf(places: Places, n: number, choose: (others: Other[]) => Other[]): Required<Links> {
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < n; i++) {
    const others: Other[] = []
    for (let j = 0; j < n; j++) if (j !== i) others.push({ j, far: distanceBetween(places, i, j) })
    for (const { j, far } of choose(others)) {
      from.push(i)
      to.push(j)
      weight.push(far)
    }
  }
  return { from, to, weight }
}

function refusePlaces(who: string, { x, y }: Places): number {
  if (x.length !== y.length) throw new RangeError(`${who}: ${x.length} x and ${y.length} y`)
  for (let i = 0; i < x.length; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`${who}: place ${i + 1} has no finite coordinates`)
  return x.length
}
