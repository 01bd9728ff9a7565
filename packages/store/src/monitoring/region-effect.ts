import { staggeredEffects } from '@semai/analytics/effects/staggered-effects'
import type { StaggeredEffects } from '@semai/analytics/effects/staggered-effects'
import { effectSupport, fewestNotYet } from '@semai/domain/monitoring/effect-panel'
import type { EffectRow, EffectSupport } from '@semai/domain/monitoring/effect-panel'
import { LRUCache } from 'lru-cache'
import { createHash } from 'node:crypto'

/** Of the comparison of regions with those not yet begun: what it found, or how many there are and how many it takes. */
export type RegionEffect =
  | ({ isFound: false; needed: EffectSupport } & EffectSupport)
  | ({ isFound: true; needed: EffectSupport } & EffectSupport & FoundEffect)

/** In units of the indicator. `after` by half-years since the beginning, those below 0 before it. */
export type FoundEffect = {
  overall: { effect: number; lower: number; upper: number }
  after: { eventTime: number; effect: number; lower: number; upper: number; regions: number }[]
  /** How often chance alone takes the time before as far from 0; null without such half-years. */
  placebo: number | null
}

/**
 * The effect of beginning, by staggered difference-in-differences over half-years, once enough institutions report.
 * @param regions how many institutions must have begun, with values before and since.
 * Cost: that of `staggeredEffects`.
 */
export function regionEffect(rows: readonly EffectRow[], regions: number): RegionEffect {
  const support = effectSupport(rows)
  const needed = { begun: regions, notYet: fewestNotYet }
  const few = { isFound: false, needed, ...support } as const
  if (support.begun < regions || support.notYet < fewestNotYet) return few
  const found = effectsOf(rows, regions)
  if (found === null) return few
  return {
    isFound: true,
    needed,
    ...support,
    overall: { effect: found.overall.effect, ...found.overall.pointwise },
    after: found.byEventTime.map(({ eventTime, effect, simultaneous, treated }) => ({
      eventTime,
      effect,
      ...simultaneous,
      regions: treated,
    })),
    placebo: found.placebo?.p ?? null,
  }
}

const kept = new LRUCache<string, RegionEffect>({ max: 100 })

/**
 * `regionEffect`, computed once for the same values: for all regions of the country it takes a second, and a page is read
 * more often than somebody reports. Nothing can be stale, since the values themselves are the key.
 */
export function keptEffect(rows: readonly EffectRow[], regions: number): RegionEffect {
  const values = rows.map(({ unit, time, first, outcome }) => [unit, time, first, outcome])
  const key = createHash('sha256')
    .update(JSON.stringify([regions, values]))
    .digest('base64')
  const effect = kept.get(key) ?? regionEffect(rows, regions)
  kept.set(key, effect)
  return effect
}

/** Null where those who began did so too scattered: groups of one, or nobody left to compare with. */
function effectsOf(rows: readonly EffectRow[], minimumTreated: number): StaggeredEffects | null {
  try {
    return staggeredEffects(rows, { minimumTreated, minimumComparisons: fewestNotYet })
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}
