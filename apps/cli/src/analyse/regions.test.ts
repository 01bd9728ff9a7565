import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { run as bass } from './bass.ts'
import { run as innovativeness } from './innovativeness.ts'
import { run as logistic } from './logistic.ts'
import { run as moran } from './moran.ts'

const folder = mkdtempSync(join(tmpdir(), 'semai-analyse-'))
const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
beforeEach(() => printed.mockClear())
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(...lines: string[]): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function answer(run: (argv: string[]) => Promise<number>, ...argv: string[]) {
  expect(await run([...argv, '--json'])).toBe(0)
  const found = JSON.parse(String(printed.mock.lastCall![0])) as unknown
  return (path: string) =>
    path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], found)
}

const years = ['2015,1', '2016,3', '2017,6', '2018,9', '2019,8', '2020,4', '2021,2', '2022,1']

test('years in any order and rows of one year added give the curve of the counts', async () => {
  const counts = file('y', ...years.map((line) => line.split(',')[1]!))
  const shuffled = file('t,y', ...years.toReversed(), '2015,0', '2016,0')
  const plain = await answer(bass, '--input', counts)
  const dated = await answer(bass, '--input', shuffled)
  expect(dated('nls')).toEqual(plain('nls'))
  expect(dated('ols1969')).toEqual(plain('ols1969'))
  expect([plain('origin'), dated('origin')]).toEqual([0, 2014])
  expect(dated('times')).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022])
  expect(dated('forecast.t')).toEqual([2023, 2024, 2025, 2026, 2027])
})

test('dates of any precision are counted by year, upper bounds and half a year left out', async () => {
  const rows = years.flatMap((line) => {
    const [year, count] = line.split(',')
    return Array.from({ length: Number(count) }, (_, i) => (i % 2 ? `${year}-0${i}-11,day` : `${year},year`))
  })
  const dates = file('date,precision', ...rows, '2020-02,by', '2023-03-01,day')
  const options = ['--dates', 'date', '--precision', 'precision', '--until', '2023-06']
  const found = await answer(bass, '--input', dates, ...options, '--most', '514', '--bootstrap', '20')
  expect(found('counts')).toEqual([1, 3, 6, 9, 8, 4, 2, 1])
  expect([found('dates.bounds'), found('dates.afterLast')]).toEqual([1, 1])
  expect([found('origin'), found('times.7')]).toEqual([2015, 2023])
  expect([found('nls.ceiling'), found('nls.limit')]).toEqual(['within', 514])
  expect(found('bootstrap.replicates')).toBe(20)
  const total = await answer(logistic, '--input', dates, ...options, '--at', '2024,2030')
  expect(total('y')).toEqual([1, 4, 10, 19, 27, 31, 33, 34])
  expect(total('forecast.x')).toEqual([2024, 2030])
})

test('points on a plane and on the globe become neighbours', async () => {
  const flat = file('id,x,east,north', 'a,1,0,0', 'b,2,1,0', 'c,5,2,0', 'd,6,3,0', 'e,NA,9,9')
  const found = await answer(
    moran,
    '--input',
    flat,
    '--plane',
    'east,north',
    '--within',
    '1',
    '--missing',
    'x',
  )
  expect([found('regions'), found('dropped'), found('links'), found('islands')]).toEqual([4, 1, 6, []])
  const globe = file('id,x,lat,lon', 'a,1,0,100', 'b,2,0,101', 'c,5,0,102', 'd,6,0,103', 'e,7,9,120')
  const far = await answer(moran, '--input', globe, '--within', '112', '--permutations', '0')
  expect([far('islands'), far('n'), far('moran.permutation')]).toEqual([['e'], 4, null])
  const dropped = await answer(moran, '--input', globe, '--within', '112', '--islands', 'drop')
  expect(dropped('local.id')).toEqual(['a', 'b', 'c', 'd'])
  expect(dropped('moran.I')).toBeCloseTo(Number(found('moran.I')), 12)
  const nearest = await answer(moran, '--input', globe, '--nearest', '2', '--power', '1', '--style', 'raw')
  expect([nearest('links'), nearest('islands')]).toEqual([10, []])
})

test('pairs listed once are neighbours both ways when told so', async () => {
  const input = file('id,x,kind', 'a,1,p', 'b,2,p', 'c,5,q', 'd,6,q')
  const pairs = file('from,to', 'a,b', 'b,c', 'c,d')
  const both = ['--input', input, '--neighbours', pairs, '--both-ways', '--join', 'kind']
  const found = await answer(moran, ...both, '--style', 'B', '--seed', 'x')
  expect(found('links')).toBe(6)
  expect(found('joinCounts.pairs.q:p.count')).toBe(1)
  const again = await answer(moran, ...both, '--style', 'B', '--seed', 'x')
  for (const path of ['moran', 'geary', 'local', 'joinCounts']) expect(again(path)).toEqual(found(path))
})

test('regions that adopted nothing come from a file, or from rows without a year', async () => {
  const adoptions = file('region,innovation,time', 'a,x,2019-05-01', 'b,x,2021', 'c,x,NA')
  const all = file('region', 'a', 'b', 'd')
  const found = await answer(innovativeness, '--input', adoptions, '--regions', all, '--bootstrap', '0')
  expect(found('atRisk')).toEqual({ a: 1, b: 3, d: 3, c: 3 })
  expect(found('walker')).toEqual({ a: 1, b: 0, d: 0, c: 0 })
})

const input = file('id,x', 'a,1', 'b,2', 'c,5', 'd,6')
const refused: [string, (argv: string[]) => Promise<number>, string[], string][] = [
  [
    'too few periods',
    bass,
    ['--input', file('y', '1', '2', '3')],
    'fitBass: needs at least 5 periods, got 3.',
  ],
  [
    'a word as a count',
    bass,
    ['--input', file('y', '1', 'many')],
    'row 3, column "y": "many" is not a number.',
  ],
  ['two ceilings', bass, ['--input', input, '--value', 'x', '--ceiling', '9', '--most', '9'], 'not both.'],
  [
    'an early period',
    bass,
    ['--input', file('t,y', '1,2', '2,3'), '--origin', '1'],
    'row 2, column "t": the',
  ],
  ['a column that is not there', logistic, ['--input', input], 'no column "y". It has: id, x.'],
  ['no neighbours', moran, ['--input', input], 'Give one of --neighbours FILE, --nearest K and --within'],
  [
    'an unknown region',
    moran,
    ['--input', input, '--neighbours', file('from,to', 'a,b', 'b,z')],
    'row 3, column "to": no region "z" is in the input.',
  ],
  [
    'a pair given twice',
    moran,
    ['--input', input, '--neighbours', file('from,to', 'a,b', 'b,c', 'a,b')],
    'row 4, column "to": the pair stands in row 2 too.',
  ],
  [
    'a region as its own neighbour',
    moran,
    ['--input', input, '--neighbours', file('from,to', 'a,a')],
    'row 2, column "to": joins a region to itself.',
  ],
  [
    'an id given twice',
    moran,
    ['--input', file('id,x', 'a,1', 'a,2'), '--nearest', '1'],
    'row 3, column "id": "a"',
  ],
  [
    'half a year',
    innovativeness,
    ['--input', file('region,innovation,time', 'a,x,2019.5')],
    'row 2, column "time": "2019.5" is neither a whole period nor a date',
  ],
  [
    'half a window',
    innovativeness,
    ['--input', file('region,innovation,time', 'a,x,2019'), '--from', '2019'],
    'Give --from and --until together.',
  ],
]
test.each(refused)('%s is refused by row and column, or by what to give', async (_, run, argv, says) => {
  await expect(run(argv)).rejects.toThrow(says)
  expect(printed).not.toHaveBeenCalled()
})
