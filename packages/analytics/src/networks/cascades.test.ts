import { expect, test } from 'vitest'
import { cascadesOf, pickCascades } from './cascades.ts'
import type { Hits } from './cascades.ts'

function hits(rows: readonly (readonly [cascade: number, node: number, time: number])[]): Hits {
  return {
    cascades: 3,
    nodes: 4,
    cascade: rows.map(([cascade]) => cascade),
    node: rows.map(([, node]) => node),
    time: rows.map(([, , time]) => time),
  }
}

test('hits come by cascade and time, and by node where times are equal', () => {
  const { start, node, time } = cascadesOf(
    hits([
      [2, 3, 5],
      [0, 2, 7],
      [2, 1, -4],
      [0, 3, 1],
      [0, 0, 7],
    ]),
  )
  expect([...start]).toEqual([0, 3, 3, 5])
  expect([...node]).toEqual([3, 0, 2, 1, 3])
  expect([...time]).toEqual([1, 7, 7, -4, 5])
})

test('a long cascade in any order is sorted as a short one is', () => {
  const rows = Array.from({ length: 200 }, (_, i): [number, number, number] => [0, i, (i * 77) % 200])
  const { time } = cascadesOf({ ...hits(rows), nodes: 200 })
  expect([...time]).toEqual(Array.from({ length: 200 }, (_, i) => i))
})

test('no hits at all are no cascades to learn from, and no fault', () => {
  const { start, node } = cascadesOf({ cascades: 0, nodes: 0, cascade: [], node: [], time: [] })
  expect([start.length, node.length]).toEqual([1, 0])
})

test.each([NaN, Infinity, -Infinity])('the time %s is refused with the entry named', (time) => {
  const bad = hits([
    [0, 1, 1],
    [0, 2, time],
  ])
  expect(() => cascadesOf(bad)).toThrow(
    new RangeError(`cascadesOf: entry 1: the time must be finite, got ${time}`),
  )
  expect(() => cascadesOf(bad, { entryName: (i) => `row ${i + 2}` })).toThrow(/row 3:/)
})

test('nodes and cascades outside their range are refused', () => {
  const says = new RangeError('cascadesOf: entry 0: cascade or node is out of range')
  expect(() => cascadesOf(hits([[3, 0, 1]]))).toThrow(says)
  expect(() => cascadesOf(hits([[0, 4, 1]]))).toThrow(says)
  expect(() => cascadesOf(hits([[0, -1, 1]]))).toThrow(says)
})

test('a node hit twice in a cascade is refused by name, or counts once when it was first hit', () => {
  const twice = hits([
    [1, 2, 9],
    [1, 0, 3],
    [1, 2, 1],
    [2, 2, 4],
  ])
  expect(() => cascadesOf(twice)).toThrow(
    new RangeError('cascadesOf: entry 2: this cascade already has this node, in entry 0'),
  )
  const { start, node, time } = cascadesOf(twice, { repeated: 'first' })
  expect([[...start], [...node], [...time]]).toEqual([
    [0, 0, 2, 3],
    [2, 0, 2],
    [1, 3, 4],
  ])
})

test('picked cascades come in the order and as often as they are named', () => {
  const all = cascadesOf(
    hits([
      [0, 1, 1],
      [1, 2, 2],
      [1, 3, 3],
    ]),
  )
  const { start, node } = pickCascades(all, [1, 2, 1, 0])
  expect([[...start], [...node]]).toEqual([
    [0, 2, 2, 4, 5],
    [2, 3, 2, 3, 1],
  ])
})
