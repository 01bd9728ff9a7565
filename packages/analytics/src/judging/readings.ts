import { groupsOf } from '../numbers/groups.ts'

/** A score that a judge gave an entry, on a criterion where there are several. */
export type Reading = { entry: string; judge: string; criterion?: string | undefined; score: number }

/** One level a reading: `codes[r]` is a place in `names`. */
export type Factor = { names: string[]; codes: Int32Array }

/** Readings as columns; names in the order in which they first appear. `criterion` has no names when none was given. */
export type CodedReadings = { entry: Factor; judge: Factor; criterion: Factor; score: Float64Array }

/**
 * Readings as columns of numbers.
 * @throws RangeError, beginning with `caller`, when there is no reading, a score is not finite, or some readings name a
 *   criterion and others do not.
 */
export function codedReadings(readings: readonly Reading[], caller: string): CodedReadings {
  if (readings.length === 0) throw new RangeError(`${caller}: there is no reading`)
  const criteria = readings.filter(({ criterion }) => criterion !== undefined).length
  for (const { entry, judge, criterion, score } of readings) {
    const who = `${caller}: entry ${entry}, judge ${judge}`
    if (!Number.isFinite(score)) throw new RangeError(`${who}: the score must be finite`)
    if (criterion === undefined && criteria > 0) throw new RangeError(`${who}: the criterion is missing`)
  }
  return {
    entry: factorOf(readings.map(({ entry }) => entry)),
    judge: factorOf(readings.map(({ judge }) => judge)),
    criterion: factorOf(criteria > 0 ? readings.map(({ criterion }) => criterion!) : []),
    score: Float64Array.from(readings, ({ score }) => score),
  }
}

function factorOf(texts: readonly string[]): Factor {
  const { of, labels } = groupsOf(texts)
  return { names: labels, codes: of }
}

/** How many readings each level has. */
export function countsOf({ names, codes }: Factor): Float64Array {
  const counts = new Float64Array(names.length)
  for (const code of codes) counts[code]!++
  return counts
}

/** Mean score of each level, as it was given. */
export function meansOf(factor: Factor, score: Float64Array): Float64Array {
  const counts = countsOf(factor)
  const means = new Float64Array(counts.length)
  factor.codes.forEach((code, r) => (means[code]! += score[r]! / counts[code]!))
  return means
}
