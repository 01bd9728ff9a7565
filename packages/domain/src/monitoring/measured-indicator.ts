import { valueOf } from '../blueprints/blueprint.ts'
import type { Component } from '../blueprints/blueprint.ts'
import { numberOf } from '../blueprints/typed-detail.ts'

export const directions = ['higher', 'lower'] as const
/** Which way an indicator is meant to go. */
export type Direction = (typeof directions)[number]

/**
 * An indicator of a blueprint, as everybody who runs the innovation measures it. Its key is that of its component, which copies
 * of the blueprint keep: values under one key and in one unit can be laid side by side.
 */
export type MeasuredIndicator = {
  key: string
  name: string
  definition: string | null
  unit: string | null
  /** As stated; where it is not, the way from baseline to target; null where neither tells. */
  direction: Direction | null
  /** What those whose blueprint it is say of themselves. Null where it is no number. */
  baseline: number | null
  target: number | null
  reached: number | null
}

/** The indicators among the components of a blueprint, in their order; one without a name goes by its key. */
export function indicatorsOf(components: readonly Component[]): MeasuredIndicator[] {
  return components
    .filter(({ kind }) => kind === 'indicator')
    .map((component) => {
      const [baseline, target] = [plainNumber(component, 'baseline'), plainNumber(component, 'target')]
      const stated = directions.find((one) => one === valueOf(component, 'direction'))
      return {
        key: component.key,
        name: component.title ?? component.key,
        definition: component.description,
        unit: valueOf(component, 'unit'),
        direction: stated ?? directionBetween(baseline, target),
        baseline,
        target,
        reached: plainNumber(component, 'reached'),
      }
    })
}

function plainNumber(component: Component, field: 'baseline' | 'target' | 'reached'): number | null {
  return numberOf(valueOf(component, field))
}

/**
 * The direction in which a target lies; null where one is not known, or both are the same.
 * @example directionBetween(90, 30) // 'lower'
 */
export function directionBetween(baseline: number | null, target: number | null): Direction | null {
  if (baseline === null || target === null || baseline === target) return null
  return target > baseline ? 'higher' : 'lower'
}

/**
 * Whether two units are the same, however they are written; without a unit nothing can be compared.
 * @example isSameUnit('Menit', ' menit ') // true
 */
export function isSameUnit(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((unit) => unit?.trim().toLowerCase().replaceAll(/\s+/g, ' ') ?? '')
  return a !== '' && a === b
}
