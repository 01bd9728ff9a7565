import { standings } from '../blueprints/blueprint.ts'
import type { Component, Standing } from '../blueprints/blueprint.ts'
import { blueprintDifference } from '../blueprints/blueprint-difference.ts'
import type { ComponentChange } from '../blueprints/blueprint-difference.ts'
import type { ReplicationForm } from '../claims/claim.ts'
import type { FormRule } from './form-rule.ts'

/** A form as measured: what it is, and the share from 0 to 1 of what was taken over that is unchanged. */
export type MeasuredForm = {
  form: ReplicationForm
  kept: number
  /** The most important standing that was touched; null when nothing was. */
  touched: Standing | null
  /** Components that were changed, added or removed. */
  changes: number
  ruleVersion: string
}

/**
 * Measures which form of replication a fork is, from its blueprint and not from what its owner says. Only the texts of the
 * components count, never their order. Null when there is no origin blueprint to compare with: the form cannot be told yet.
 *
 * @param basis what the fork took over, under the keys of the fork: see `formBasis`.
 * Source: docs/methods/replication-form.md (three forms: Kementerian PANRB, 16 February 2024; the three standings of a
 * component are this project's reading and are marked as such there).
 * Cost: that of `blueprintDifference`.
 */
export function measuredForm(
  basis: readonly Component[],
  fork: readonly Component[],
  rule: FormRule,
): MeasuredForm | null {
  if (basis.length === 0) return null
  const all = blueprintDifference(basis, fork)
  const changes = all.filter(({ is }) => is !== 'kept')
  const touched = new Set(changes.map(touchedStanding))
  const kept = keptShare(all, rule)
  const test = rule.tests.find((test) =>
    'touched' in test ? test.touched.some((standing) => touched.has(standing)) : kept < test.keptBelow,
  )
  return {
    form: test?.form ?? rule.otherwise,
    kept,
    touched: standings.find((standing) => touched.has(standing)) ?? null,
    changes: changes.length,
    ruleVersion: rule.version,
  }
}

/**
 * The standing a change touches: the weightier of both sides, so that a core component is not made free to change by
 * calling it local in the same stroke.
 */
export function touchedStanding({ before, after }: Pick<ComponentChange, 'before' | 'after'>): Standing {
  return standings.find((standing) => before?.standing === standing || after?.standing === standing)!
}

function keptShare(changes: readonly ComponentChange[], { weights }: FormRule): number {
  let kept = 0
  let whole = 0
  for (const { is, before } of changes) {
    if (before === null) continue
    whole += weights[before.standing]
    if (is === 'kept') kept += weights[before.standing]
  }
  return kept / whole
}

/** Where a component of a fork came from, when it is not from the version it began with. `origin`: place in the list. */
export type ForkSource = { origin: number; key: string }

/**
 * What a fork took over, under the fork's own keys: everything of the version it began with, the first of `origins`, and of
 * the others only the components it holds. What it did not take from those is no loss.
 *
 * @param origins the components of each origin version, the one the fork began with first.
 * @param sources by key in the fork, for components that came from another origin than the first.
 */
export function formBasis(
  origins: readonly (readonly Component[])[],
  sources: Readonly<Record<string, ForkSource>>,
  fork: readonly Component[],
): Component[] {
  const taken = fork.flatMap(({ key }): Component[] => {
    const source = Object.hasOwn(sources, key) ? sources[key]! : null
    const original = source && origins[source.origin]?.find((component) => component.key === source.key)
    return original ? [{ ...original, key }] : []
  })
  const keys = new Set(taken.map(({ key }) => key))
  return [...(origins[0] ?? []).filter(({ key }) => !keys.has(key)), ...taken]
}
