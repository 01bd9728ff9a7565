import type { Component } from '../blueprints/blueprint.ts'
import { blueprintDifference } from '../blueprints/blueprint-difference.ts'
import type { ComponentChange } from '../blueprints/blueprint-difference.ts'

/**
 * One part that a newer version of the origin changed, against the fork: `here` is the fork's own component, null where it
 * has none; `isOurs` says that the fork had changed or dropped it itself, so that taking it gives that up.
 */
export type OriginUpdate = { change: ComponentChange; here: Component | null; isOurs: boolean }

/**
 * What a newer version of the origin brings, part by part, as far as the fork does not say the same already: one update for
 * a key, also where its kind was changed. A component that is only moved is no news.
 * @param base the version the fork took from; `fork` may have gone its own way since.
 */
export function originUpdates(
  base: readonly Component[],
  newer: readonly Component[],
  fork: readonly Component[],
): OriginUpdate[] {
  const ours = new Set(blueprintDifference(base, fork).flatMap(({ key, is }) => (is === 'kept' ? [] : [key])))
  const there = new Map(fork.map((component) => [component.key, component]))
  const lasting = new Set(newer.map(({ key }) => key))
  return blueprintDifference(base, newer).flatMap((change): OriginUpdate[] => {
    const here = there.get(change.key) ?? null
    const isKindChange = change.is === 'removed' && lasting.has(change.key)
    if (change.is === 'kept' || isKindChange || isThere(change, here)) return []
    return [{ change, here, isOurs: ours.has(change.key) }]
  })
}

function isThere({ after }: ComponentChange, here: Component | null): boolean {
  if (after === null || here === null) return after === here
  return blueprintDifference([here], [after]).every(({ is }) => is === 'kept')
}

/** The fork with the parts of these keys as the newer version has them; the others stay as they are, in their order. */
export function withUpdates(
  fork: readonly Component[],
  updates: readonly OriginUpdate[],
  taken: ReadonlySet<string>,
): Component[] {
  const fresh = new Map(
    updates.flatMap(({ change: { key, after } }) => (taken.has(key) ? [[key, after] as const] : [])),
  )
  const known = new Set(fork.map(({ key }) => key))
  return [
    ...fork.flatMap((component) => (fresh.has(component.key) ? (fresh.get(component.key) ?? []) : component)),
    ...[...fresh.values()].flatMap((after) => (after === null || known.has(after.key) ? [] : [after])),
  ]
}
