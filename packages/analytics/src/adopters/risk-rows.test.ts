import { expect, test } from 'vitest'
import { cascadesOf } from '../networks/cascades.ts'
import { weightsFrom } from '../spatial/weights.ts'
import type { Diffusion } from './diffusion.ts'
import { adoptedWithin, riskRows } from './risk-rows.ts'

/** Two innovations among four places: a 0 at 1, 1 at 2, 2 at 3; b 3 at 2.5. */
const cascades = cascadesOf({
  cascades: 2,
  nodes: 4,
  cascade: [0, 0, 0, 1],
  node: [0, 1, 2, 3],
  time: [1, 2, 3, 2.5],
})
const base: Diffusion = { cascades, network: 'none' }
const column = (diffusion: Diffusion, at: number, name: string) =>
  Array.from(
    riskRows(diffusion, at, { horizon: 1 }).columns.find((column) => column.name === name)!.values,
    (value) => Number(value.toFixed(9)),
  )

test('at risk is who has not adopted an innovation that has begun, strictly before the moment', () => {
  const rows = (at: number) => {
    const { cascade, node } = riskRows(base, at, { horizon: 1 })
    return Array.from(cascade, (c, row) => [c, node[row]])
  }
  expect(rows(1)).toEqual([])
  expect(rows(2)).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
  ])
  expect(rows(3)).toEqual([
    [0, 2],
    [0, 3],
    [1, 0],
    [1, 1],
    [1, 2],
  ])
})

test('looked at is what enough had adopted by then, the most widely spread first; what comes later changes nothing', () => {
  const watched = (at: number, asked: { least?: number; most?: number }) => [
    ...new Set(riskRows(base, at, { horizon: 1, ...asked }).cascade),
  ]
  expect(watched(2, { least: 2 })).toEqual([])
  expect(watched(3, { least: 2 })).toEqual([0])
  expect(watched(3, { most: 1 })).toEqual([0])
  expect(watched(3, { least: 1, most: 2 })).toEqual([0, 1])
})

test('who adopted within the horizon: its beginning counts, its end does not', () => {
  const rows = riskRows(base, 2, { horizon: 1 })
  expect(Array.from(adoptedWithin(rows, cascades, { at: 2, horizon: 1 }))).toEqual([1, 0, 0])
  expect(Array.from(adoptedWithin(rows, cascades, { at: 2, horizon: 1.5 }))).toEqual([1, 1, 0])
})

test('a place is at risk from when it exists, and nobody waits for it before', () => {
  const late = { ...base, exists: [-Infinity, -Infinity, -Infinity, 2.2] }
  expect(Array.from(riskRows(late, 2, { horizon: 1 }).node)).toEqual([1, 2])
  expect(Array.from(riskRows(late, 2.4, { horizon: 1 }).node)).toEqual([2, 3])
})

test('a place known to have adopted on no known day is neither at risk nor counted', () => {
  const known = { ...base, undated: (c: number, v: number) => c === 0 && v === 3 }
  const { cascade, node } = riskRows(known, 2, { horizon: 1 })
  expect(Array.from(cascade, (c, row) => [c, node[row]])).toEqual([
    [0, 1],
    [0, 2],
  ])
  expect(column(known, 2, 'prevalence')).toEqual([1, 1].map(() => Number(Math.log(1.5 / 2.5).toFixed(9))))
})

test('duration, prevalence and pace are those of the innovation', () => {
  const round = (values: number[]) => values.map((value) => Number(value.toFixed(9)))
  const [a, b] = [(value: number) => [value, value], (value: number) => [value, value, value]]
  expect(column(base, 3, 'duration')).toEqual(round([...a(Math.log(3)), ...b(Math.log(1.5))]))
  expect(column(base, 3, 'prevalence')).toEqual(round([...a(0), ...b(Math.log(1.5 / 3.5))]))
  // In the year before 3, one of the three that were left took up a, and one of four took up b.
  expect(column(base, 3, 'pace')).toEqual(round([...a(Math.log(1.5 / 4)), ...b(Math.log(1.5 / 5))]))
})

test('neighbours count by weight, when they exist and had adopted before', () => {
  const links = { from: [2, 2, 3], to: [0, 1, 1], weight: [3, 1, 1] }
  const neighbours = weightsFrom(4, links)
  expect(column({ ...base, neighbours }, 2, 'neighbours')).toEqual([0, 0.75, 0])
  expect(column({ ...base, neighbours }, 2.1, 'neighbours')).toEqual([1, 1])
  const exists = [-Infinity, 1.9, -Infinity, -Infinity]
  expect(column({ ...base, neighbours, exists }, 1.8, 'neighbours')).toEqual([1, 0])
})

test('a given network adds up weights, and how likely they are still on their way', () => {
  const network = {
    from: Int32Array.of(0, 1, 3),
    to: Int32Array.of(2, 2, 2),
    weight: [0.5, 0.25, 1],
    survival: (delay: number) => 1 / (1 + delay),
  }
  expect(column({ ...base, network }, 3, 'network')).toEqual([0.75, 0, 0, 0, 1])
  expect(column({ ...base, network }, 3, 'recent')[0]).toBeCloseTo(0.5 / 3 + 0.25 / 2, 9)
})

test('history compares adoptions with Nelson–Aalen steps while at risk', () => {
  const eager = (count: number, expected: number) => Math.log((count + 1) / (expected + 1))
  const three = 1 / 4 + 1 / 3 // up to 3, of a (place 1 left the risk at its own step), and b adds 1/4 to all
  const left = [eager(0, three + 1 / 4), eager(1, three + 1 / 4)] // places 2 and 3
  const mean = (left[0]! + left[1]!) / 2
  const [first, second] = column(base, 3, 'history')
  expect(first).toBeCloseTo(left[0]! - mean, 8)
  expect(second).toBeCloseTo(left[1]! - mean, 8)
})

test('nearest goes by standardised covariates, and by places without them', () => {
  const covariates = [{ name: 'size', values: Float64Array.of(1, 2, 3, NaN) }]
  const sd = Math.sqrt(2 / 3)
  const [one, two, unknown] = column({ ...base, covariates }, 2, 'nearest')
  expect([one, two, unknown].map((value) => value! * sd)).toEqual([
    expect.closeTo(-1, 6),
    expect.closeTo(-2, 6),
    expect.closeTo(-1, 6), // what is not known counts as the mean, which is 2
  ])
  const places = { x: [0, 3, 0, 0], y: [0, 4, 1, 9], on: 'plane' as const }
  expect(column({ ...base, places }, 2, 'nearest')).toEqual([-5, -1, -9])
})

test('a value that changes is the last one known strictly before', () => {
  const budget = { name: 'budget', node: [1, 1, 2], time: [1, 2, 0], value: [10, 20, 7] }
  expect(column({ ...base, covariates: [budget] }, 2, 'budget')).toEqual([10, 7, NaN])
  expect(column({ ...base, covariates: [budget] }, 2.1, 'budget').slice(0, 2)).toEqual([7, NaN])
})

test('a covariate may not take the name of another column', () => {
  const covariates = [{ name: 'pace', values: new Float64Array(4) }]
  expect(() => riskRows({ ...base, covariates }, 2, { horizon: 1 })).toThrow(
    'riskRows: a covariate may not be called pace',
  )
})
