import { wordDifference } from '../text/word-difference.ts'
import type { Change } from '../text/word-difference.ts'
import { componentKinds, detailsOf, standings, valueOf } from './blueprint.ts'
import type { Component, ComponentField, ComponentKind, Standing } from './blueprint.ts'

/** A field that differs, with both sides whole and what was put in and taken out, word by word. */
export type FieldChange = { field: ComponentField; before: string; after: string; words: Change[] }

/**
 * What became of one component between two blueprints. `isMoved`: it stands elsewhere among those of its kind.
 * A component whose kind was changed is another one: removed under its old kind and added under the new.
 */
export type ComponentChange = { key: string; kind: ComponentKind; isMoved: boolean } & (
  | { is: 'kept'; before: Component; after: Component }
  | { is: 'changed'; before: Component; after: Component; fields: FieldChange[] }
  | { is: 'added'; before: null; after: Component }
  | { is: 'removed'; before: Component; after: null }
)

/**
 * What tells one blueprint from another, key by key: kind by kind, in the order of the later one, with what was removed
 * after its last neighbour that stayed. What became of a component depends on its text only, whether it was moved on the
 * order only. Turned round, it says the opposite: added is removed, before is after, moved stays moved.
 * Cost: O(n²) for the n components of a kind, and the words of what changed.
 */
export function blueprintDifference(
  before: readonly Component[],
  after: readonly Component[],
): ComponentChange[] {
  return componentKinds.flatMap((kind) =>
    differenceOfKind(
      kind,
      before.filter((component) => component.kind === kind),
      after.filter((component) => component.kind === kind),
    ),
  )
}

function differenceOfKind(
  kind: ComponentKind,
  before: readonly Component[],
  after: readonly Component[],
): ComponentChange[] {
  const old = new Map(before.map((component) => [component.key, component]))
  const fresh = new Set(after.map(({ key }) => key))
  const moved = movedKeys(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )
  const changes = after.map((component): ComponentChange => {
    const shared = { key: component.key, kind, isMoved: moved.has(component.key), after: component }
    const earlier = old.get(component.key)
    if (!earlier) return { ...shared, is: 'added', before: null }
    const fields = changedFields(earlier, component)
    return fields.length === 0
      ? { ...shared, is: 'kept', before: earlier }
      : { ...shared, is: 'changed', before: earlier, fields }
  })
  for (const [at, component] of before.entries()) {
    if (fresh.has(component.key)) continue
    const change = { key: component.key, kind, isMoved: false, is: 'removed' as const, before: component }
    const neighbour = before[at - 1]?.key
    changes.splice(changes.findIndex(({ key }) => key === neighbour) + 1, 0, { ...change, after: null })
  }
  return changes
}

/** The fields in which two components of one kind differ, in the order of the editor. */
function changedFields(before: Component, after: Component): FieldChange[] {
  const names = detailsOf(after.kind).map(([name]) => name)
  const fields: readonly ComponentField[] = ['standing', 'title', 'description', ...names]
  return fields.flatMap((field) => {
    const [old, fresh] = [valueOf(before, field) ?? '', valueOf(after, field) ?? '']
    if (old === fresh) return []
    return [{ field, before: old, after: fresh, words: wordDifference(old, fresh) }]
  })
}

/**
 * The fewest keys that have to be moved to bring one order into the other: all but a longest run of keys that follow each
 * other in both. Of several such runs the first by its keys is taken, so that both directions move the same.
 */
function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(after.map((key, at) => [key, at]))
  const shared = before.filter((key) => place.has(key))
  const lengths = new Map<string, number>()
  const follows = (key: string) => (other: string) => place.get(other)! > place.get(key)!
  for (const [at, key] of [...shared.entries()].reverse()) {
    const next = shared.slice(at + 1).filter(follows(key))
    lengths.set(key, 1 + Math.max(0, ...next.map((other) => lengths.get(other)!)))
  }
  const stays = new Set<string>()
  let candidates = shared
  while (candidates.length > 0) {
    const longest = Math.max(...candidates.map((key) => lengths.get(key)!))
    const [next] = candidates.filter((key) => lengths.get(key) === longest).sort()
    stays.add(next!)
    candidates = candidates.slice(candidates.indexOf(next!) + 1).filter(follows(next!))
  }
  return new Set(shared.filter((key) => !stays.has(key)))
}

/** How many components of each standing were kept, changed, added and removed; a changed one counts by its old standing. */
export type ChangeCounts = Record<Standing, Record<ComponentChange['is'], number>>

/** A difference in numbers. */
export function changeCounts(changes: readonly ComponentChange[]): ChangeCounts {
  const none = () => ({ kept: 0, changed: 0, added: 0, removed: 0 })
  const counts = Object.fromEntries(standings.map((standing) => [standing, none()])) as ChangeCounts
  for (const { is, before, after } of changes) counts[(before ?? after).standing][is]++
  return counts
}
