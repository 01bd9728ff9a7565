import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent } from '@semai/testkit/blueprint-scene'
import { componentKinds } from '../blueprints/blueprint.ts'
import type { Component } from '../blueprints/blueprint.ts'
import { blueprintDifference } from '../blueprints/blueprint-difference.ts'
import { originUpdates, withUpdates } from './update-fork.ts'

const part = (key: string, title = 'semula') => aComponent('risk', key, { title })
const told = (base: Component[], newer: Component[], fork: Component[]) =>
  originUpdates(base, newer, fork).map(({ change, isOurs }) => [change.key, change.is, isOurs])
const names = (updates: ReturnType<typeof originUpdates>) => updates.map(({ change }) => change.key)

const lists = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      kind: fc.constantFrom(...componentKinds.slice(0, 2)),
      title: fc.constantFrom('satu', 'dua'),
    }),
    { selector: ({ key }) => key },
  )
  .map((given) => given.map(({ key, kind, title }) => aComponent(kind, key, { title })))

test('a newer version is told part by part, and what the fork had changed itself is marked', () => {
  const base = [part('a'), part('b'), part('c')]
  const newer = [part('a', 'baru'), part('b', 'baru'), part('d')]
  const fork = [part('a'), part('b', 'kami'), part('c', 'kami'), part('x')]
  expect(told(base, newer, fork)).toEqual([
    ['a', 'changed', false],
    ['b', 'changed', true],
    ['c', 'removed', true],
    ['d', 'added', false],
  ])
})

test('what the fork says already, and what was only moved, is no news', () => {
  const base = [part('a'), part('b'), part('c')]
  expect(told(base, [part('b'), part('a', 'baru')], [part('a', 'baru'), part('b')])).toEqual([])
})

test('taking nothing changes nothing; taking some changes these alone', () => {
  const base = [part('a'), part('b'), part('c')]
  const newer = [part('a', 'baru'), part('b', 'baru'), part('d')]
  const fork = [part('x'), part('c'), part('b'), part('a')]
  const updates = originUpdates(base, newer, fork)
  expect(withUpdates(fork, updates, new Set())).toEqual(fork)
  expect(withUpdates(fork, updates, new Set(['a', 'd', 'c']))).toEqual([
    part('x'),
    part('b'),
    part('a', 'baru'),
    part('d'),
  ])
})

test('a copy that takes every part is a copy of the newer version, and then there is no more news', () => {
  fc.assert(
    fc.property(lists, lists, (base, newer) => {
      const updates = originUpdates(base, newer, base)
      const taken = withUpdates(base, updates, new Set(names(updates)))
      expect(blueprintDifference(newer, taken).filter(({ is }) => is !== 'kept')).toEqual([])
      expect(originUpdates(base, newer, taken)).toEqual([])
    }),
  )
})

test('no key is there twice, whatever is taken', () => {
  fc.assert(
    fc.property(lists, lists, lists, fc.func(fc.boolean()), (base, newer, fork, choose) => {
      const updates = originUpdates(base, newer, fork)
      const taken = withUpdates(fork, updates, new Set(names(updates).filter((name) => choose(name))))
      const keys = taken.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
