import { numberOf } from '../blueprints/typed-detail.ts'
import { directionBetween } from '../monitoring/measured-indicator.ts'
import type { MeasuredIndicator } from '../monitoring/measured-indicator.ts'
import type { FieldFault } from '../refusal.ts'
import type { Says } from '../text/says.ts'
import type { PlanContent } from './plan.form.ts'

export type PlanIndicator = PlanContent['indicators'][number]

/** At most so many indicators in a plan. */
export const mostPlanIndicators = 20

/**
 * The plan with every indicator of the blueprint in it: first those, in the order of the blueprint, with what the plan says of
 * each; then its own. Name, definition, unit and direction are always those of the blueprint. An indicator that the blueprint
 * no longer has becomes one of the plan's own. What no longer fits into a plan is left out at the end of the blueprint's.
 */
export function withBlueprintIndicators(
  plan: PlanContent,
  ofBlueprint: readonly MeasuredIndicator[],
): PlanContent {
  const written = new Map(plan.indicators.flatMap((one) => (one.key ? [[one.key, one] as const] : [])))
  const known = new Set(ofBlueprint.map(({ key }) => key))
  const own = plan.indicators
    .filter(({ key }) => !key || !known.has(key))
    .map((one): PlanIndicator => ({ ...one, key: null }))
  const carried = ofBlueprint
    .slice(0, Math.max(0, mostPlanIndicators - own.length))
    .map(({ key, name, definition, unit, direction }): PlanIndicator => {
      const { baseline = null, target = null, post = null } = written.get(key) ?? {}
      return { key, direction, name, definition, unit, baseline, target, post }
    })
  return { ...plan, indicators: [...carried, ...own] }
}

const badNumber: Says = {
  id: 'Tulis angka saja, misalnya 1.250 atau 59,5; satuannya dari rancang bangun.',
  en: 'Write a figure alone, such as 1.250 or 59,5; the unit is that of the blueprint.',
}

/** What does not fit: of indicators of the blueprint, baseline and target are figures, so that they can be compared. */
export function indicatorFaults({ indicators }: Pick<PlanContent, 'indicators'>): FieldFault[] {
  return indicators.flatMap((one, row) =>
    (['baseline', 'target'] as const).flatMap((field) =>
      one.key && one[field] !== null && numberOf(one[field]) === null
        ? [{ field: `indicators.${row}.${field}`, says: badNumber }]
        : [],
    ),
  )
}

/** Whether the target of an indicator lies the other way from where it is meant to go. */
export function isWrongWay({ direction, baseline, target }: PlanIndicator): boolean {
  const way = directionBetween(numberOf(baseline), numberOf(target))
  return direction !== null && direction !== undefined && way !== null && way !== direction
}
