import { expect, test } from 'vitest'
import { arcsPath } from './arcs.ts'
import { frameOf } from './projection.ts'

const frame = frameOf({ west: 100, east: 110, south: -5, north: 5 }, { width: 100 })
const points = [
  { code: 'a', name: 'A', lat: 0, lon: 101 },
  { code: 'b', name: 'B', lat: 0, lon: 107 },
  { code: 'c', name: 'C', lat: 0, lon: 120 },
]

test('an arc is wide where it begins, pointed where it ends, and bent to its left', () => {
  const path = arcsPath(frame, { points, arcs: [{ from: 'a', to: 'b' }], width: 4 })
  const numbers = path.match(/-?[\d.]+/g)!.map(Number)
  const y = frame.height / 2
  expect(numbers[0]).toBeCloseTo(10, 0)
  expect(numbers[1]! - y).toBeCloseTo(-2, 0)
  expect([numbers[2], numbers[3]! - y].map((one) => Math.round(one!))).toEqual([40, -11])
  expect([numbers[4], numbers[5]! - y].map((one) => Math.round(one!))).toEqual([70, 0])
  expect(path.endsWith('z')).toBe(true)
})

test('arcs that leave the frame, or have no point, are not drawn', () => {
  const arcs = [
    { from: 'a', to: 'c' },
    { from: 'a', to: 'x' },
    { from: 'a', to: 'a' },
  ]
  expect(arcsPath(frame, { points, arcs, width: 4 })).toBe('')
})
