import type { Panel } from './panel.ts'

/** With whom treated units are compared: those not treated by then, or only those never treated in the panel. */
export type Comparison = 'not-yet' | 'never'

/** An estimate and what each unit adds to its error: the squares of `influence` add up to its variance. */
export type Influenced = { effect: number; influence: Float64Array }

/** Who stands behind the effect on one group in one period. */
export type GroupTimeCounts = {
  /** The first treated period of the group. */
  group: number
  time: number
  treated: number
  comparisons: number
}

/** A group and period without an estimate, and why. */
export type RefusedGroupTime = GroupTimeCounts & { reason: 'few-treated' | 'few-comparisons' }

export type GroupTimes = {
  cells: (GroupTimeCounts & Influenced)[]
  refused: RefusedGroupTime[]
  /** By unit: treated, with an outcome in the last period before its group's first and in another. */
  usable: boolean[]
}

/**
 * The effect on each group of units with the same first period, in each period t: how much more their outcome changed from
 * the last period b of the panel before that first than the outcome of the comparison units, over units seen in both t
 * and b. Before the first period it is a placebo. Comparison units are untreated in t and in b.
 * An arm of n adds its sample variance / n: with two periods and one group the error is Welch's.
 * Cost: O(groups · periods · units), and 8 bytes for each.
 * Source: Callaway & Sant'Anna (2021), Journal of Econometrics 225, equations 2.4 to 2.9 without covariates.
 */
export function groupTimes(
  panel: Panel,
  { comparison, minimumComparisons }: { comparison: Comparison; minimumComparisons: number },
): GroupTimes {
  const { times, first, units } = panel
  const groups = [...new Set(first)].filter(Number.isFinite).sort((a, b) => a - b)
  const found: GroupTimes = { cells: [], refused: [], usable: units.map(() => false) }
  for (const group of groups) {
    const base = times.findLastIndex((time) => time < group)
    times.forEach((time, column) => {
      if (column === base) return
      const untreated = Math.max(time, times[base]!)
      const compared = (own: number) =>
        own !== group && (comparison === 'never' ? own === Infinity : own > untreated)
      const change = changesOf(panel, column, base)
      const seen = [...units.keys()].filter((unit) => !Number.isNaN(change[unit]))
      const treated = seen.filter((unit) => first[unit] === group)
      const others = seen.filter((unit) => compared(first[unit]!))
      for (const unit of treated) found.usable[unit] = true
      const counts = { group, time, treated: treated.length, comparisons: others.length }
      if (others.length < minimumComparisons) found.refused.push({ ...counts, reason: 'few-comparisons' })
      else if (treated.length < 2) found.refused.push({ ...counts, reason: 'few-treated' })
      else found.cells.push({ ...counts, ...difference(change, treated, others) })
    })
  }
  return found
}

/** What each unit's outcome changed by from one period to the other; NaN unless both are known. */
function changesOf({ outcome, times, units }: Panel, to: number, from: number): Float64Array {
  return Float64Array.from(
    units,
    (_, unit) => outcome[unit * times.length + to]! - outcome[unit * times.length + from]!,
  )
}

/** Mean change of the treated less that of the others; each arm of at least 2. */
function difference(change: Float64Array, treated: readonly number[], others: readonly number[]): Influenced {
  const influence = new Float64Array(change.length)
  const meanOf = (arm: readonly number[], sign: 1 | -1) => {
    const mean = arm.reduce((sum, unit) => sum + change[unit]!, 0) / arm.length
    const scale = sign / Math.sqrt(arm.length * (arm.length - 1))
    for (const unit of arm) influence[unit] = scale * (change[unit]! - mean)
    return mean
  }
  return { effect: meanOf(treated, 1) - meanOf(others, -1), influence }
}
