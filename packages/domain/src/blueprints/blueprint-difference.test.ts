import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { componentKinds, standings } from './blueprint.ts'
import type { Component } from './blueprint.ts'
import { blueprintDifference, changeCounts } from './blueprint-difference.ts'
import type { ComponentChange } from './blueprint-difference.ts'

/** Lists of components whose keys, kinds and few words meet often, so that all that can happen does. */
const lists = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      kind: fc.constantFrom(...componentKinds.slice(0, 3)),
      standing: fc.constantFrom(...standings),
      title: fc.constantFrom(null, 'satu', 'dua', 'satu dua'),
      description: fc.constantFrom(null, 'obat', 'obat diantar perahu'),
    }),
    { selector: ({ key }) => key },
  )
  .map((given) => given.map(({ key, kind, ...rest }) => aComponent(kind, key, rest)))

const mirror = { kept: 'kept', changed: 'changed', added: 'removed', removed: 'added' } as const
/** What was found about each key, whatever the order in which it is told. */
const told = (changes: readonly ComponentChange[]) =>
  changes
    .map((change) => ({
      at: `${change.kind} ${change.key}`,
      is: change.is,
      isMoved: change.isMoved,
      fields:
        change.is === 'changed'
          ? change.fields.map(({ field, before, after }) => [field, before, after])
          : [],
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))

const inKinds = (components: readonly Component[]) =>
  componentKinds.flatMap((kind) => components.filter((component) => component.kind === kind))

test('a blueprint does not differ from itself', () => {
  fc.assert(
    fc.property(lists, (list) => {
      expect(told(blueprintDifference(list, list))).toEqual(
        told(
          list.map((same) => ({
            is: 'kept',
            isMoved: false,
            key: same.key,
            kind: same.kind,
            before: same,
            after: same,
          })),
        ),
      )
    }),
  )
})

test('turned round it says the opposite', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const back = told(blueprintDifference(after, before)).map((change) => ({
        ...change,
        is: mirror[change.is],
        fields: change.fields.map(([field, old, fresh]) => [field, fresh, old]),
      }))
      expect(told(blueprintDifference(before, after))).toEqual(back)
    }),
  )
})

test('what became of a component does not depend on any order', () => {
  const shuffled = fc
    .tuple(lists, lists)
    .chain(([before, after]) =>
      fc.tuple(
        fc.constant([before, after] as const),
        fc.shuffledSubarray(before, { minLength: before.length }),
        fc.shuffledSubarray(after, { minLength: after.length }),
      ),
    )
  fc.assert(
    fc.property(shuffled, ([[before, after], otherBefore, otherAfter]) => {
      const unmoved = (changes: ComponentChange[]) =>
        told(changes).map(({ at, is, fields }) => ({ at, is, fields }))
      expect(unmoved(blueprintDifference(otherBefore, otherAfter))).toEqual(
        unmoved(blueprintDifference(before, after)),
      )
    }),
  )
})

test('the difference gives both blueprints back: their texts, and the later order', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const changes = blueprintDifference(before, after)
      expect(changes.flatMap(({ after }) => after ?? [])).toEqual(inKinds(after))
      const old = changes.flatMap(({ before }) => before ?? [])
      expect(old.toSorted(byKey)).toEqual(before.toSorted(byKey))
      for (const change of changes) {
        for (const { before, after, words } of change.is === 'changed' ? change.fields : []) {
          const side = (not: 'added' | 'removed') =>
            words.flatMap(({ kind, text }) => (kind === not ? [] : text)).join('')
          expect([side('added'), side('removed')]).toEqual([before, after])
        }
      }
    }),
  )
})

const byKey = (a: Component, b: Component) => (a.key < b.key ? -1 : 1)
const steps = (keys: string) => [...keys].map((key) => aComponent('process_step', key))
const movedBetween = (before: string, after: string) =>
  blueprintDifference(steps(before), steps(after))
    .flatMap(({ key, isMoved }) => (isMoved ? key : []))
    .sort()
    .join('')

test.each([
  ['abcd', 'abcd', ''],
  ['abcd', 'bcda', 'a'],
  ['abcd', 'dabc', 'd'],
  ['ab', 'ba', 'b'],
  ['ba', 'ab', 'b'],
  ['abcd', 'axcd', ''],
  ['abcd', 'dcba', 'bcd'],
])('from %s to %s the fewest are moved: %j', (before, after, moved) => {
  expect(movedBetween(before, after)).toBe(moved)
})

test('a component of another kind under the same key is another one', () => {
  const changes = blueprintDifference([aComponent('risk', 'a')], [aComponent('lesson', 'a')])
  expect(changes.map(({ kind, is }) => [kind, is])).toEqual([
    ['risk', 'removed'],
    ['lesson', 'added'],
  ])
})

test('the second version of the demonstration, told in words and numbers', () => {
  const changes = blueprintDifference(islandMedicine.components, islandMedicineLater.components)
  expect(
    changes
      .filter(({ is, isMoved }) => is !== 'kept' || isMoved)
      .map(({ key, is, isMoved }) => [key, is, isMoved]),
  ).toEqual([
    ['antar', 'changed', false],
    ['kabar', 'added', false],
    ['kotak', 'removed', false],
    ['kiat-nelayan', 'kept', true],
  ])
  expect(
    changes.flatMap((change) => (change.is === 'changed' ? change.fields.map(({ field }) => field) : [])),
  ).toEqual(['description'])
  expect(changeCounts(changes)).toEqual({
    core: { kept: 9, changed: 1, added: 0, removed: 0 },
    supporting: { kept: 5, changed: 0, added: 1, removed: 1 },
    local: { kept: 1, changed: 0, added: 0, removed: 0 },
  })
})
