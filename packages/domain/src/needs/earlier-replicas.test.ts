import { expect, test } from 'vitest'
import { newComponent } from '../blueprints/blueprint.ts'
import type { Component } from '../blueprints/blueprint.ts'
import { figuresOf, replicaRanges } from './earlier-replicas.ts'
import type { ReplicaFigures } from './earlier-replicas.ts'

const cost = (key: string, amount: string | null, timing: string | null): Component =>
  ({ ...newComponent('cost', key), amount_rupiah: amount, timing }) as Component
const staff = (key: string, people: string | null): Component =>
  ({ ...newComponent('staff', key), people }) as Component

test('what a blueprint takes is the sum of its parts, once and yearly apart', () => {
  const parts = [
    cost('a', 'Rp 25.000.000', 'once'),
    cost('b', '5.000.000', 'once'),
    cost('c', '12.000.000', 'yearly'),
  ]
  expect(figuresOf([...parts, staff('d', '2'), staff('e', '4')])).toEqual({
    once: 30_000_000,
    yearly: 12_000_000,
    people: 6,
  })
})

test.each([
  ['an amount that can not be read', [cost('a', '25.000.000', 'once'), cost('b', 'sedikit', 'once')], null],
  ['an amount of which nobody says when', [cost('a', '25.000.000', 'once'), cost('b', '1.000', null)], null],
  ['no cost at all', [], null],
  ['a cost of nothing', [cost('a', '0', 'once')], 0],
] as const)('%s is told honestly', (_, components, once) => {
  expect(figuresOf(components).once).toBe(once)
})

const replica = (code: string, given: Partial<ReplicaFigures>): ReplicaFigures => ({
  code,
  once: null,
  yearly: null,
  budget: null,
  people: null,
  ...given,
})

test('a range says of how many it is known, and names the replication where one alone tells', () => {
  const replicas = [
    replica('REP-0001', { yearly: 40, people: 3 }),
    replica('REP-0002', { yearly: 90 }),
    replica('REP-0003', {}),
  ]
  expect(replicaRanges(replicas)).toEqual([
    { measure: 'yearly', least: 40, most: 90, known: 2, of: 3, code: null },
    { measure: 'people', least: 3, most: 3, known: 1, of: 3, code: 'REP-0001' },
  ])
  expect(replicaRanges([])).toEqual([])
})
