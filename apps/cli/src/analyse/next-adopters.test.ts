import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'semai-adopters-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, lines: string) => writeFileSync(join(folder, name), lines.replaceAll(' ', '\n'))

function analyse(...argv: string[]) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, '../main.ts'),
    'analyse',
    ...argv,
  ]
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
}
function answer<Shape>(...argv: string[]): Shape {
  return JSON.parse(analyse(...argv, '--json').stdout) as Shape
}

// The worked example of docs/methods/next-adopters.md: five places in a row, and an innovation that walks along it.
file('events.csv', 'cascade,node,time desk,a,2019 desk,b,2020 desk,c,2021')
file('places.csv', 'node a b c d e')
file('row.csv', 'from,to a,b b,c c,d d,e')
const example = ['--input', 'events.csv', '--places', 'places.csv', '--neighbours', 'row.csv', '--both-ways']

type Next = {
  node: string
  cascade: string
  chance: number
  lower: number
  upper: number
  reasons: { name: string; value: number }[]
}
type Forecast = {
  at: number | string
  horizon: number
  rankedBy: string
  next: Next[]
  backTest: object | null
  learntFrom: object
}
type Measured = { value: number }
type Test = {
  use: string
  modelBeatsAll: boolean
  splits: { at: number | string }[]
  rankings: Record<string, Record<'auc' | 'precision' | 'reciprocalRank', Measured>>
}

/** The penalised likelihood of a constant and one standardised column, at its top by bisection of its slopes in turn. */
function ridgeByHand(x: number[], y: number[]): (value: number) => number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length
  const sd = Math.sqrt(x.reduce((sum, one) => sum + (one - mean) ** 2, 0) / x.length)
  const z = x.map((one) => (one - mean) / sd)
  const p = (a: number, b: number, at: number) => 1 / (1 + Math.exp(-a - b * at))
  const root = (slope: (at: number) => number) => {
    let [low, high] = [-20, 20]
    for (let turn = 0; turn < 200; turn++) {
      const middle = (low + high) / 2
      if (slope(middle) > 0) low = middle
      else high = middle
    }
    return low
  }
  const constant = (b: number) => root((a) => z.reduce((sum, at, i) => sum + y[i]! - p(a, b, at), 0))
  const effect = root((b) => z.reduce((sum, at, i) => sum + at * (y[i]! - p(constant(b), b, at)), -b))
  return (value) => p(constant(effect), effect, (value - mean) / sd)
}

test('the next in the row comes first, with the chance that its neighbour gives', () => {
  const { at, horizon, rankedBy, next, learntFrom } = answer<Forecast>(
    'next-adopters',
    ...example,
    '--rank-by',
    'neighbours',
  )
  expect({ at, horizon, rankedBy, learntFrom }).toEqual({
    at: 2022,
    horizon: 1,
    rankedBy: 'neighbours',
    learntFrom: { periods: 2, rows: 7, adopters: 2 },
  })
  expect(next.map(({ node, reasons }) => [node, reasons[0]!.value])).toEqual([
    ['d', 0.5],
    ['e', 0],
  ])
  const chance = ridgeByHand([0.5, 0, 0, 0.5, 0, 0, 0], [1, 0, 0, 1, 0, 0, 0])
  expect(next[0]!.chance).toBeCloseTo(chance(0.5), 7)
  expect(next[1]!.chance).toBeCloseTo(chance(0), 7)
  expect(next[0]!.chance).toBeCloseTo(0.705448, 6)
})

test('looking back from 2021, neighbours are right and popularity can not tell places apart', () => {
  const { rankings, splits } = answer<Test>('back-test', ...example, '--split', '2021', '--k', '1')
  expect(splits.map(({ at }) => at)).toEqual([2021])
  const { auc, precision, reciprocalRank } = rankings['neighbours']!
  expect([auc.value, precision.value, reciprocalRank.value]).toEqual([1, 1, 1])
  const popular = rankings['popularity']!
  expect(popular.auc.value).toBe(0.5)
  expect(popular.precision.value).toBeCloseTo(1 / 3, 12)
  expect(popular.reciprocalRank.value).toBeCloseTo((1 + 1 / 2 + 1 / 3) / 3, 12)
})

test('dates are counted in months, and the forecast is for twelve of them', () => {
  file('dated.csv', 'what,where,when desk,a,2019-03-01 desk,b,2020-02-10 desk,c,2021-01-20 desk,d,2021-12-20')
  const columns = ['--input', 'dated.csv', '--node', 'where', '--time', 'when']
  const asked = [
    ...columns,
    '--places',
    'places.csv',
    '--id',
    'node',
    '--cascade',
    'what',
    '--at',
    '2021-12-01',
  ]
  const { at, horizon, next, rankedBy, backTest } = answer<Forecast>('next-adopters', ...asked)
  expect({ at, horizon, rankedBy }).toEqual({ at: '2021-12-01', horizon: 12, rankedBy: 'popularity' })
  expect(backTest).not.toBeNull()
  expect(next.map(({ node }) => node)).toEqual(['d', 'e'])
})

test('texts, logarithms, changing values and a given network explain; places come one at a time', () => {
  file('kinds.csv', 'node,size,kind a,10,city b,20,city c,30,town d,40,town e,,city')
  file('budgets.csv', 'node,time,budget a,2018,5 d,2020.5,7 e,2018,1')
  file('edges.csv', 'from,to,probability a,b,0.5 b,c,0.5 c,d,0.5')
  const more = [
    '--places',
    'kinds.csv',
    '--columns',
    'log(size), kind',
    '--changing',
    'budgets.csv',
    '--network',
    'edges.csv',
  ]
  const { next } = answer<Forecast>(
    'next-adopters',
    '--input',
    'events.csv',
    ...more,
    '--rank-by',
    'model',
    '--place',
    'd',
    '--reasons',
    '99',
  )
  expect(next.map(({ node, cascade }) => [node, cascade])).toEqual([['d', 'desk']])
  const values = Object.fromEntries(next[0]!.reasons.map(({ name, value }) => [name, value]))
  expect(values).toMatchObject({ 'log(size)': Math.log(40), 'kind town': 1, network: 0.5 })
})

test.each([
  ['"z" is not among the places', ['--input', 'events.csv', '--places', 'few.csv']],
  ['row 3, column "time": "soon" is not a number', ['--input', 'odd.csv']],
  ['row 3 (cascade desk, node a)', ['--input', 'twice.csv']],
  ['--at takes a number; found "2021-01-01"', ['--input', 'events.csv', '--at', '2021-01-01']],
  ['--innovation: there is no "lamp" in the files', ['--input', 'events.csv', '--innovation', 'lamp']],
  [
    '--rank-by takes auto, model, popularity, neighbours, nearest, random; found "fame"',
    ['--input', 'events.csv', '--rank-by', 'fame'],
  ],
  [
    'budgets-odd.csv: row 2, column "node": "q" is none of the places',
    ['--input', 'events.csv', '--changing', 'budgets-odd.csv'],
  ],
  ['nextAdopters: no place is at risk', ['--input', 'events.csv']],
])('refuses with "%s"', (says, argv) => {
  file('few.csv', 'node b c')
  file('odd.csv', 'cascade,node,time desk,a,2019 desk,b,soon')
  file('twice.csv', 'cascade,node,time desk,a,2019 desk,a,2020')
  file('budgets-odd.csv', 'node,time,budget q,2018,5')
  const { stderr, status } = analyse('next-adopters', ...argv)
  expect(stderr).toContain(says.replace('"z"', '"a"'))
  expect(status).toBe(1)
})

test('a split whose horizon is not over is refused, unless the events are said to reach further', () => {
  const { stderr, status } = analyse('back-test', ...example, '--split', '2021.5')
  expect(stderr).toContain('--split 2021.5: its horizon ends after the last event')
  expect(status).toBe(1)
  const longer = analyse('back-test', ...example, '--split', '2021,2021.5', '--until', '2023', '--k', '1')
  expect(longer.stdout).toContain('1 adopters in 5 rows')
})
