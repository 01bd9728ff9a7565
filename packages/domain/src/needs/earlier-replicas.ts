import type { Component } from '../blueprints/blueprint.ts'
import { valueOf } from '../blueprints/blueprint.ts'
import { numberOf } from '../blueprints/typed-detail.ts'
import { rupiahOf } from '../innovations/innovation-content.form.ts'

/** What one replication tells in public of what it took. Whole rupiah and people; null where it does not tell. */
export type ReplicaFigures = {
  code: string
  /** To set it up, by its own blueprint. */
  once: number | null
  /** To run it for a year, by its own blueprint. */
  yearly: number | null
  /** Allocated or spent in its costliest budget year. */
  budget: number | null
  /** People, by its own blueprint. */
  people: number | null
}
export const replicaMeasures = ['once', 'yearly', 'budget', 'people'] as const
export type ReplicaMeasure = (typeof replicaMeasures)[number]

/** From the least to the most of `known` of `of` replications; `code` where a single one tells. */
export type ReplicaRange = {
  measure: ReplicaMeasure
  least: number
  most: number
  known: number
  of: number
  code: string | null
}

/**
 * What earlier replications took, measure by measure; one that nobody tells is left out. Nothing is filled in for those
 * that do not tell.
 * @example replicaRanges([{ code: 'REP-0001', once: 5, yearly: null, budget: null, people: 2 },
 *   { code: 'REP-0002', once: 9, yearly: null, budget: null, people: null }])
 *   // [{ measure: 'once', least: 5, most: 9, known: 2, of: 2, code: null },
 *   //  { measure: 'people', least: 2, most: 2, known: 1, of: 2, code: 'REP-0001' }]
 */
export function replicaRanges(replicas: readonly ReplicaFigures[]): ReplicaRange[] {
  return replicaMeasures.flatMap((measure) => {
    const telling = replicas.filter((one) => one[measure] !== null)
    if (telling.length === 0) return []
    const values = telling.map((one) => one[measure]!)
    return {
      measure,
      least: Math.min(...values),
      most: Math.max(...values),
      known: telling.length,
      of: replicas.length,
      code: telling.length === 1 ? telling[0]!.code : null,
    }
  })
}

/**
 * What a blueprint says it takes. A sum is told only when every part of it can be read: a part of a cost would pass for
 * the whole.
 */
export function figuresOf(components: readonly Component[]): Omit<ReplicaFigures, 'code' | 'budget'> {
  const costs = components.filter(({ kind }) => kind === 'cost')
  const isClear = costs.every((one) => valueOf(one, 'timing') !== null)
  const money = (timing: string) =>
    isClear
      ? sumOf(
          costs
            .filter((one) => valueOf(one, 'timing') === timing)
            .map((one) => rupiahOf(valueOf(one, 'amount_rupiah'))),
        )
      : null
  const staff = components.filter(({ kind }) => kind === 'staff')
  return {
    once: money('once'),
    yearly: money('yearly'),
    people: sumOf(staff.map((one) => numberOf(valueOf(one, 'people')))),
  }
}

/** The sum of what is known; null for nothing, and where a part is not known. */
function sumOf(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0 || parts.includes(null)) return null
  return parts.reduce<number>((sum, part) => sum + part!, 0)
}
