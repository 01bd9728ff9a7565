import { refuseConfidence } from '../hazards/estimates.ts'
import { quantile } from '../numbers/quantile.ts'
import { refuseCount } from '../numbers/refusals.ts'
import { normalQuantile } from '../numbers/tails.ts'
import { groupTimes } from './group-time.ts'
import type { Comparison, GroupTimeCounts, GroupTimes, Influenced, RefusedGroupTime } from './group-time.ts'
import { largestByChance } from './multiplier-bootstrap.ts'
import { panelOf } from './panel.ts'
import type { Panel, PanelRow } from './panel.ts'
import { degreesOf, normalErrors, studentErrors } from './small-sample.ts'
import { errorOf, meanEffect, weightedEffect } from './weighted-effect.ts'

export type Interval = { lower: number; upper: number }

/** In units of the outcome; the pointwise interval is for this estimate alone, by Student's t with `df` degrees. */
export type Estimate = { effect: number; se: number; df: number; pointwise: Interval }

/** The simultaneous interval is one of a band that covers all estimates of its list together. */
export type BandedEstimate = Estimate & { simultaneous: Interval }

/** The period counted from each group's first treated one: 0 is that period, those below 0 are placebos. */
export type EventTimeEffect = BandedEstimate & { eventTime: number; groups: number; treated: number }

export type StaggeredEffects = {
  /** Each treated unit counts the same: the average over groups of the mean over their treated periods. */
  overall: Estimate & { treated: number }
  byGroup: (BandedEstimate & { group: number; periods: number; treated: number })[]
  byEventTime: EventTimeEffect[]
  groupTime: (BandedEstimate & GroupTimeCounts)[]
  refused: RefusedGroupTime[]
  /** How often chance alone takes some estimate before treatment as far from 0; null without such periods. */
  placebo: { periods: number; p: number } | null
  /** Units kept, and those of them not treated before the panel ends. */
  units: number
  neverTreated: number
  /** Left out: treated from the panel's first period on, so that nothing is known of them without. */
  alwaysTreated: string[]
  /** Treated later, but without an outcome in the last period before, or in any other. */
  withoutBase: string[]
  missing: number
  comparison: Comparison
  confidence: number
  replicates: number
  seed: number | string
}

export type StaggeredOptions = {
  comparison?: Comparison
  /** Fewer units treated, with a period before and comparisons after, are refused (20). */
  minimumTreated?: number
  /** Groups and periods with fewer comparison units are refused (5). */
  minimumComparisons?: number
  confidence?: number
  replicates?: number
  seed?: number | string
}

/**
 * Effects of something that comes to units at different times, by difference-in-differences that never compares with
 * units already treated: by group and period, then over all, by group and by time since the start. Units may lack
 * periods; each difference is over the units seen in both of its periods. The order of rows makes no difference.
 * @throws RangeError as `panelOf`; when no unit has a period before its first treated one, fewer than `minimumTreated` do
 *   or stand behind the effects, or every treated period has fewer than `minimumComparisons` comparison units.
 * Cost: O((replicates + groups) · groups · periods · units): about 0.3 s for 999, 514 units, 5 groups and 10 periods.
 * Source: Callaway & Sant'Anna (2021), Journal of Econometrics 225; the base is always the last period before the first.
 */
export function staggeredEffects(
  rows: readonly PanelRow[],
  options: StaggeredOptions = {},
): StaggeredEffects {
  const { comparison = 'not-yet', confidence = 0.95, replicates = 999, seed = 1 } = options
  const { minimumTreated = 20, minimumComparisons = 5 } = options
  refuseConfidence('staggeredEffects', confidence)
  refuseCount('staggeredEffects: replicates', replicates, 2)
  refuseCount('staggeredEffects: minimumTreated', minimumTreated, 2)
  refuseCount('staggeredEffects: minimumComparisons', minimumComparisons, 2)
  const panel = panelOf('staggeredEffects', rows)
  const found = groupTimes(panel, { comparison, minimumComparisons })
  refuseTooFew(panel, found, { minimumTreated, minimumComparisons })
  const parts = averages(panel, found)
  const before = parts.byEventTime.filter(({ eventTime }) => eventTime < 0)
  const lists = [parts.byGroup, parts.byEventTime, found.cells, before]
  const [groups, events, cells, placebos] = largestByChance(lists, { replicates, seed })
  const z = normalQuantile((1 + confidence) / 2)
  const banded = <Part extends Influenced>(list: readonly Part[], chance: Float64Array) => {
    const wide = Math.max(z, quantile(chance, confidence)) // a band is never narrower than its intervals
    return list.map((part) => ({ ...estimateOf(part, panel, z), simultaneous: within(part, panel, wide) }))
  }
  return {
    overall: estimateOf(parts.overall, panel, z),
    byGroup: banded(parts.byGroup, groups!),
    byEventTime: banded(parts.byEventTime, events!),
    groupTime: banded(found.cells, cells!),
    refused: found.refused,
    placebo: placeboOf(before, panel, placebos!),
    ...countsOf(panel, found),
    comparison,
    confidence,
    replicates,
    seed,
  }
}

type Minima = { minimumTreated: number; minimumComparisons: number }

function refuseTooFew(panel: Panel, found: GroupTimes, { minimumTreated, minimumComparisons }: Minima): void {
  const usable = found.usable.filter(Boolean).length
  if (usable === 0)
    throw new RangeError('staggeredEffects: no treated unit has an outcome in a period before its first')
  if (usable < minimumTreated)
    throw new RangeError(
      `staggeredEffects: ${usable} treated units have an outcome in the period before their first; needs ${minimumTreated}`,
    )
  const after = found.cells.filter(({ group, time }) => time >= group)
  if (after.length === 0 && found.refused.some(({ reason }) => reason === 'few-comparisons'))
    throw new RangeError(
      `staggeredEffects: every treated period has fewer than ${minimumComparisons} comparison units`,
    )
  const groups = new Set(after.map(({ group }) => group))
  const behind = panel.first.filter((first, unit) => found.usable[unit] && groups.has(first)).length
  if (behind < minimumTreated)
    throw new RangeError(
      `staggeredEffects: ${behind} treated units are in groups with enough comparison units; needs ${minimumTreated}`,
    )
}

/** The averages over groups and periods, each with who stands behind it. */
function averages(panel: Panel, { cells, usable }: GroupTimes) {
  const groupOf = panel.first.map((first, unit) => (usable[unit] ? first : NaN))
  const membersOf = (groups: readonly number[]) => groupOf.filter((group) => groups.includes(group)).length
  const after = Map.groupBy(
    cells.filter(({ group, time }) => time >= group),
    ({ group }) => group,
  )
  const byGroup = [...after].map(([group, own]) => ({
    ...meanEffect(own),
    group,
    periods: own.length,
    treated: membersOf([group]),
  }))
  const byEvent = [...Map.groupBy(cells, ({ group, time }) => time - group)].sort(([a], [b]) => a - b)
  const byEventTime = byEvent.map(([eventTime, own]) => ({
    ...weightedEffect(own, groupOf),
    eventTime,
    groups: own.length,
    treated: own.reduce((sum, { treated }) => sum + treated, 0),
  }))
  const overall = { ...weightedEffect(byGroup, groupOf), treated: membersOf([...after.keys()]) }
  return { overall, byGroup, byEventTime }
}

/** What is known of a part but its influences, which nobody reads. */
function estimateOf<Part extends Influenced>(part: Part, panel: Panel, z: number) {
  const { influence: _, ...rest } = part
  return { ...rest, se: errorOf(part), df: degreesOf(part, panel.first), pointwise: within(part, panel, z) }
}

function within(part: Influenced, { first }: Panel, z: number): Interval {
  const half = studentErrors(z, degreesOf(part, first)) * errorOf(part)
  return { lower: part.effect - half, upper: part.effect + half }
}

/** So much less still counts as equally far. */
const rounding = 1e-9

function placeboOf(before: readonly Influenced[], { first }: Panel, chance: Float64Array) {
  if (before.length === 0) return null
  const farthest = before.reduce((most, part) => {
    const se = errorOf(part)
    return se > 0 ? Math.max(most, normalErrors(part.effect / se, degreesOf(part, first))) : most
  }, 0)
  const asFar = chance.filter((value) => value >= farthest - rounding).length
  return { periods: before.length, p: (asFar + 1) / (chance.length + 1) }
}

function countsOf({ units, first, alwaysTreated, missing }: Panel, { usable }: GroupTimes) {
  return {
    units: units.length,
    neverTreated: first.filter((own) => own === Infinity).length,
    alwaysTreated,
    withoutBase: units.filter((_, unit) => first[unit] !== Infinity && !usable[unit]),
    missing,
  }
}
