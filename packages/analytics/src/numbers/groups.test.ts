import { expect, test } from 'vitest'
import { groupsOf, joinedBy, membersOf } from './groups.ts'

test('groups keep the order of their members', () => {
  const { start, members } = membersOf([2, 0, 2, 2], 3)
  expect([[...start], [...members]]).toEqual([
    [0, 1, 1, 4],
    [1, 0, 2, 3],
  ])
})

test('labels are numbered as they come up', () => {
  expect(groupsOf(['b', 'a', 'b'])).toEqual({ of: Int32Array.of(0, 1, 0), labels: ['b', 'a'] })
})

test('lists that share something directly or through others join, the largest group first', () => {
  expect(joinedBy([['x'], ['a', 'b'], ['c', 'd'], ['b', 'c']])).toEqual([['a', 'b', 'c', 'd'], ['x']])
  expect(joinedBy([])).toEqual([])
})
