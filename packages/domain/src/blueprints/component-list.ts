import { byKind, newComponent } from './blueprint.ts'
import type { Component, ComponentKind } from './blueprint.ts'

/** A change of the list that a button makes: one more of a kind, one less, one a place up or down within its kind. */
export type ListChange =
  { do: 'add'; kind: ComponentKind; key: string } | { do: 'remove' | 'up' | 'down'; key: string }

/**
 * The list after a change; keys and texts of the others stay as they are. A component that is not there, or has no
 * place to move to, changes nothing.
 */
export function changedList(components: readonly Component[], change: ListChange): Component[] {
  if (change.do === 'add') return [...components, newComponent(change.kind, change.key)]
  if (change.do === 'remove') return components.filter(({ key }) => key !== change.key)
  return byKind(components).flatMap(({ components }) => {
    const from = components.findIndex(({ key }) => key === change.key)
    const to = change.do === 'up' ? from - 1 : from + 1
    return from < 0 || to < 0 || to >= components.length ? components : swapped(components, from, to)
  })
}

function swapped(components: readonly Component[], from: number, to: number): Component[] {
  return components.map((component, at) =>
    at === from ? components[to]! : at === to ? components[from]! : component,
  )
}
