import { expect, test } from 'vitest'
import { modelFrame } from './model-frame.ts'
import type { FrameOptions } from './model-frame.ts'
import type { Table } from './table.ts'

const lines = `y,x,site,big,n
1,2,north,TRUE,10
0,4,south,FALSE,9
1,,north,FALSE,10
0,1,east,TRUE,2
1,3,south,NA,9
0,5,east,FALSE,2`.split('\n')
const table: Table = {
  file: 'file.csv',
  header: lines[0]!.split(','),
  rows: lines.slice(1).map((line, i) => ({ number: i + 2, cells: line.split(',') })),
}

/** Each column as its name and numbers. */
function columns(formula: string, options: FrameOptions = {}): Record<string, number[]> {
  const frame = modelFrame(table, formula, options)
  return Object.fromEntries(frame.columns.map(({ name, values }) => [name, Array.from(values)]))
}

test('texts become levels beside the first in the alphabet', () => {
  expect(columns('y ~ site')).toEqual({ sitenorth: [1, 0, 1, 0, 0, 0], sitesouth: [0, 1, 0, 0, 1, 0] })
})

test('numbers become levels on request, in the order of numbers', () => {
  expect(columns('y ~ factor(n)')).toEqual({
    'factor(n)9': [0, 1, 0, 0, 1, 0],
    'factor(n)10': [1, 0, 1, 0, 0, 0],
  })
})

test('without an intercept the first levels are all there, the second are not', () => {
  expect(Object.keys(columns('y ~ site + big - 1'))).toEqual([
    'siteeast',
    'sitenorth',
    'sitesouth',
    'bigTRUE',
  ])
  expect(Object.keys(columns('y ~ site - 1', { always: true }))).toEqual(['sitenorth', 'sitesouth'])
})

test('a product keeps all levels where the term without them is missing', () => {
  expect(Object.keys(columns('y ~ n + n:site'))).toEqual(['n', 'n:sitenorth', 'n:sitesouth'])
  expect(Object.keys(columns('y ~ site:n'))).toEqual(['siteeast:n', 'sitenorth:n', 'sitesouth:n'])
  expect(Object.keys(columns('y ~ big*site'))).toEqual([
    'bigTRUE',
    'sitenorth',
    'sitesouth',
    'bigTRUE:sitenorth',
    'bigTRUE:sitesouth',
  ])
})

test('arithmetic, functions and comparisons are worked out row by row', () => {
  expect(
    columns('y ~ I((n - 1)^2 / 3) + log2(n + 6) + I(site == "north")').hasOwnProperty('log2(n + 6)'),
  ).toBe(true)
  expect(columns('y ~ I((n - 1)^2 / 3)')['I((n - 1)^2/3)']).toEqual([27, 64 / 3, 27, 1 / 3, 64 / 3, 1 / 3])
  expect(columns('y ~ I(site == "north")')['I(site == "north")TRUE']).toEqual([1, 0, 1, 0, 0, 0])
  expect(columns('y ~ I(2 * (n > 5))')['I(2 * (n > 5))']).toEqual([2, 2, 2, 0, 2, 0])
})

test('a row with a gap in a variable of the model is left out, others are not', () => {
  const frame = modelFrame(table, 'y ~ x + big', { strata: 'site' })
  expect([Array.from(frame.rows), frame.omitted]).toEqual([[0, 1, 3, 5], 2])
  expect(frame.strata).toEqual(['site=north', 'site=south', 'site=east', 'site=east'])
  expect(modelFrame(table, 'y ~ n').omitted).toBe(0)
})

test('a level that only left out rows have is no column', () => {
  expect(Object.keys(columns('y ~ x:site + I(big == "FALSE")'))).toContain('x:sitenorth')
  const few = { ...table, rows: table.rows.filter(({ number }) => number !== 2) }
  const frame = modelFrame(few, 'y ~ x + site')
  expect(frame.columns.map(({ name }) => name)).toEqual(['x', 'sitesouth'])
})

test.each([
  ['y ~ z', 'file.csv: no column "z". It has: y, x, site, big, n.'],
  ['y ~ log(x - 1)', 'file.csv: row 5: log(x - 1) is -Infinity.'],
  ['y ~ sqrt(x - 2)', 'file.csv: row 5: sqrt(x - 2) is NaN.'],
  ['y ~ I(site + 1)', 'file.csv: site is not numeric: nothing can be computed with it.'],
  [
    'y ~ spline(x)',
    'A formula has no function "spline". It has: factor, I, log, log2, log10, log1p, exp, sqrt, abs.',
  ],
  ['y ~ log(x, 2)', 'log() takes one argument in a formula; found 2.'],
])('%s is refused', (formula, says) => {
  expect(() => modelFrame(table, formula)).toThrow(says)
})

test('a slip of the pen in a column of numbers is a fault, not a level', () => {
  const rows = [...table.rows, { number: 8, cells: ['1', '4,5', 'east', 'TRUE', '2'] }]
  expect(() => modelFrame({ ...table, rows }, 'y ~ x')).toThrow(
    'file.csv: row 8, column "x": "4,5" is not a number, as most of the column is.',
  )
})
