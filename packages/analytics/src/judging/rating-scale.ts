import type { CodedReadings, Factor } from './readings.ts'

/** What one reading is expected to give: mean category, its variance, and the chance of category k or above. */
export type Expected = {
  mean: number
  variance: number
  logChance: number
  above: Float64Array
  /** Covariance of the category with "at least k". */
  along: Float64Array
}

/**
 * The rating scale model at `eta`, the sum of all measures that help: category k has weight e^(k·eta + Σ steps up to k).
 * `into.above[k]` is the chance of at least k; `logChance` that of the category `x`.
 * Source: Andrich (1978), Psychometrika 43.
 */
export function expectRating(eta: number, steps: ArrayLike<number>, x: number, into: Expected): void {
  const top = steps.length
  const { above } = into
  let [sum, largest] = [0, 0]
  for (let k = 1; k <= top; k++) {
    sum += eta + steps[k - 1]!
    above[k] = sum
    if (sum > largest) largest = sum
  }
  let [total, mean, square] = [Math.exp(-largest), 0, 0]
  const chosen = x === 0 ? 0 : above[x]!
  for (let k = 1; k <= top; k++) {
    const weight = Math.exp(above[k]! - largest)
    above[k] = weight
    total += weight
    mean += k * weight
    square += k * k * weight
  }
  above[0] = 1
  into.mean = mean / total
  let tail = 0
  for (let k = top; k > 0; k--) {
    tail += (k * above[k]!) / total
    above[k] = above[k]! / total + (k < top ? above[k + 1]! : 0)
    into.along[k] = tail - into.mean * above[k]!
  }
  into.variance = Math.max(0, square / total - into.mean ** 2)
  into.logChance = chosen - largest - Math.log(total)
}

/** Ready to be filled for `top` categories above the lowest. */
export function roomFor(top: number): Expected {
  return {
    mean: 0,
    variance: 0,
    logChance: 0,
    above: new Float64Array(top + 1),
    along: new Float64Array(top + 1),
  }
}

/** Slope and curvature (lower half, `width` columns) of a likelihood; the steps are the columns from `firstStep` on. */
export type HelpSums = { slope: Float64Array; curve: Float64Array; width: number; firstStep: number }

/** Adds what a reading in category `x` says of its facets, at the rising `columns`, and of the steps. */
export function addReading(
  { mean, variance, above, along }: Expected,
  x: number,
  columns: Int32Array,
  into: HelpSums,
): void {
  const { slope, curve, width, firstStep } = into
  for (let k = above.length - 1; k > 0; k--) {
    const step = firstStep + k - 1
    slope[step]! += (x >= k ? 1 : 0) - above[k]!
    for (let l = 1; l <= k; l++) curve[step * width + firstStep + l - 1]! += above[k]! * (1 - above[l]!)
    for (const column of columns) curve[step * width + column]! += along[k]!
  }
  for (let f = 0; f < columns.length; f++) {
    slope[columns[f]!]! += x - mean
    for (let g = 0; g <= f; g++) curve[columns[f]! * width + columns[g]!]! += variance
  }
}

/** A level whose readings are all in the lowest or all in the highest category, when its turn came. */
type Extreme = { factor: number; level: number; side: 'low' | 'high'; readings: number[] }

/** Readings as categories 0 to `values.length - 1`; factor 0 is the entry, then judge, then criterion if there is any. */
export type Ratings = {
  factors: Factor[]
  category: Int32Array
  values: number[]
  /** Readings that inform the measures, and the levels set aside with theirs, in that order. */
  active: number[]
  extremes: Extreme[]
}

/**
 * Categories are the distinct scores, in order. Levels without a finite measure are set aside with their readings, kind
 * by kind and again until none is left, for what remains may have new ones. Entries are only looked at on request.
 * @throws RangeError, beginning with `caller`, when fewer than two categories or more than 100 remain.
 */
export function ratingsOf(
  { entry, judge, criterion, score }: CodedReadings,
  entries: boolean,
  caller: string,
): Ratings {
  const factors = criterion.names.length > 0 ? [entry, judge, criterion] : [entry, judge]
  const extremes: Extreme[] = []
  let active = Array.from(score, (_, r) => r)
  for (;;) {
    const values = [...new Set(active.map((r) => score[r]!))].sort((a, b) => a - b)
    if (values.length < 2 || values.length > 100) {
      const says = values.length < 2 ? 'fewer than two' : `${values.length}, more than 100,`
      throw new RangeError(`${caller}: ${says} different scores remain once extreme levels are set aside`)
    }
    const found = factors.map((factor, f) =>
      f === 0 && !entries ? [] : extremesIn(factor, f, { active, score, values }),
    )
    const next = found.find((list) => list.length > 0)
    if (!next) return { factors, category: categoriesOf(score, values), values, active, extremes }
    extremes.push(...next)
    const gone = new Set(next.flatMap(({ readings }) => readings))
    active = active.filter((r) => !gone.has(r))
  }
}

function extremesIn(
  { names, codes }: Factor,
  factor: number,
  { active, score, values }: { active: number[]; score: Float64Array; values: number[] },
): Extreme[] {
  const own: number[][] = names.map(() => [])
  for (const r of active) own[codes[r]!]!.push(r)
  const sides = [
    ['low', values[0]],
    ['high', values.at(-1)],
  ] as const
  return own.flatMap((readings, level) =>
    sides.flatMap(([side, value]) =>
      readings.length > 0 && readings.every((r) => score[r] === value)
        ? [{ factor, level, side, readings }]
        : [],
    ),
  )
}

function categoriesOf(score: Float64Array, values: readonly number[]): Int32Array {
  return Int32Array.from(score, (own) => Math.max(0, values.filter((value) => value <= own).length - 1))
}
