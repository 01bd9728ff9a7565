/** How far two values are apart: as names, as ranks, as numbers, as numbers with a true zero. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** One value that a rater gave a unit. */
export type Rating = { unit: string; rater: string; value: number }

export type Alpha = {
  /** 1 for perfect agreement, 0 for chance; null where no two ratings differ, so that chance is undefined. */
  alpha: number | null
  /** Mean disagreement within units, and between all pairable values; in squared units of the metric. */
  observed: number
  expected: number
  /** Units with at least two ratings, and the ratings in them. */
  units: number
  values: number
}

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, over the coincidences of values within units. Units with
 * a single rating drop out; gaps are allowed.
 * @throws RangeError when no unit has two ratings, a value is not finite, a rater rated a unit twice, or the ratio
 *   metric meets a negative value.
 * Cost: O(v² + r) for v distinct values and r ratings.
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability; ordinal distance by the marginals.
 * @example krippendorff([{ unit: 'a', rater: 'x', value: 1 }, { unit: 'a', rater: 'y', value: 1 },
 *   { unit: 'b', rater: 'x', value: 2 }, { unit: 'b', rater: 'y', value: 2 }], 'nominal').alpha // 1
 */
export function krippendorff(ratings: readonly Rating[], metric: AlphaMetric): Alpha {
  refuseFaults(ratings, metric)
  const units = pairableUnits(ratings)
  if (units.length === 0) throw new RangeError('krippendorff: no unit has two ratings')
  const scale = [...new Set(units.flat())].sort((a, b) => a - b)
  const { coincidences, marginals, total } = coincidencesOf(units, scale)
  const distance = squaredDistances(scale, marginals, metric)
  let [observed, expected] = [0, 0]
  for (let a = 0; a < scale.length; a++) {
    for (let b = 0; b < scale.length; b++) {
      observed += coincidences[a * scale.length + b]! * distance(a, b)
      expected += marginals[a]! * marginals[b]! * distance(a, b)
    }
  }
  observed /= total
  expected /= total * (total - 1)
  const alpha = expected === 0 ? null : 1 - observed / expected
  return { alpha, observed, expected, units: units.length, values: total }
}

function refuseFaults(ratings: readonly Rating[], metric: AlphaMetric): void {
  const seen = new Set<string>()
  for (const { unit, rater, value } of ratings) {
    const who = `unit ${unit}, rater ${rater}`
    if (!Number.isFinite(value)) throw new RangeError(`krippendorff: ${who}: the value must be finite`)
    if (metric === 'ratio' && value < 0) {
      throw new RangeError(`krippendorff: ${who}: the ratio metric takes no negative value, got ${value}`)
    }
    const key = JSON.stringify([unit, rater])
    if (seen.has(key)) throw new RangeError(`krippendorff: ${who}: rated twice`)
    seen.add(key)
  }
}

function pairableUnits(ratings: readonly Rating[]): number[][] {
  const byUnit = Map.groupBy(ratings, ({ unit }) => unit)
  return [...byUnit.values()].map((own) => own.map(({ value }) => value)).filter((own) => own.length >= 2)
}

/** Each unit of m values adds 1 / (m - 1) for each ordered pair. */
function coincidencesOf(units: readonly number[][], scale: readonly number[]) {
  const place = new Map(scale.map((value, i) => [value, i]))
  const coincidences = new Float64Array(scale.length ** 2)
  const marginals = new Float64Array(scale.length)
  let total = 0
  for (const values of units) {
    const counts = new Map<number, number>()
    for (const value of values) counts.set(place.get(value)!, (counts.get(place.get(value)!) ?? 0) + 1)
    for (const [a, countA] of counts) {
      marginals[a]! += countA
      for (const [b, countB] of counts) {
        const pairs = a === b ? countA * (countA - 1) : countA * countB
        coincidences[a * scale.length + b]! += pairs / (values.length - 1)
      }
    }
    total += values.length
  }
  return { coincidences, marginals, total }
}

function squaredDistances(scale: readonly number[], marginals: Float64Array, metric: AlphaMetric) {
  const below = new Float64Array(scale.length + 1)
  marginals.forEach((count, i) => (below[i + 1] = below[i]! + count))
  const distances: Record<AlphaMetric, (a: number, b: number) => number> = {
    nominal: (a, b) => (a === b ? 0 : 1),
    ordinal: (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      return (below[high + 1]! - below[low]! - (marginals[low]! + marginals[high]!) / 2) ** 2
    },
    interval: (a, b) => (scale[a]! - scale[b]!) ** 2,
    ratio: (a, b) => (a === b ? 0 : ((scale[a]! - scale[b]!) / (scale[a]! + scale[b]!)) ** 2),
  }
  return distances[metric]
}
