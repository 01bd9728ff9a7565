import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { run } from './effects.ts'

const folder = mkdtempSync(join(tmpdir(), 'semai-effects-'))
const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
beforeEach(() => printed.mockClear())
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(...lines: string[]): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

type Answer = {
  overall: { effect: number; treated: number }
  byGroup: { group: number; effect: number }[]
  byEventTime: { eventTime: number; effect: number }[]
  groupTime: { group: number; time: number; effect: number; comparisons: number }[]
  missing: number
}

async function answer<Shape>(...argv: string[]): Promise<Shape> {
  expect(await run([...argv, '--json'])).toBe(0)
  return JSON.parse(String(printed.mock.lastCall![0])) as Shape
}

// The example of docs/methods/effects.md.
const visits = (
  'a,2021,2022,0 a,2022,2022,5 a,2023,2022,8 b,2021,2022,1 b,2022,2022,8 b,2023,2022,9 ' +
  'c,2021,2023,2 c,2022,2023,3 c,2023,2023,9 d,2021,2023,4 d,2022,2023,5 d,2023,2023,15 ' +
  'e,2021,,0 e,2022,,2 e,2023,,3 f,2021,NA,1 f,2022,NA,1 f,2023,NA,2'
).split(' ')
const few = ['--minimum-treated', '2', '--minimum-comparisons', '2']

test('the worked example: groups of 2022 and 2023 against those not yet treated', async () => {
  const table = file('office,year,since,visits', ...visits)
  const columns = ['--unit', 'office', '--time', 'year', '--first', 'since', '--outcome', 'visits']
  const found = await answer<Answer>(table, ...columns, ...few)
  expect([found.overall.effect, found.overall.treated, found.missing]).toEqual([6.25, 4, 0])
  expect(found.byGroup.map(({ group, effect }) => [group, effect])).toEqual([
    [2022, 5.5],
    [2023, 7],
  ])
  expect(found.byEventTime.map(({ eventTime, effect }) => [eventTime, effect])).toEqual([
    [-2, 0],
    [0, 6],
    [1, 6],
  ])
  expect(found.groupTime.map(({ comparisons }) => comparisons)).toEqual([4, 2, 2, 2])
  expect(await answer<Answer>('--input', table, ...columns, ...few)).toEqual(found)
})

test('--only gives the before and after of one unit, and what that can not tell', async () => {
  const values = [1, 2, 3, 5, 6, 7].map((value, i) => `a,${2018 + i},2021,${value}`)
  const found = await answer<{ difference: number; limits: string[] }>(
    file('unit,time,first,outcome', ...values, 'a,2024,2021,NA'),
    '--only',
    'a',
  )
  expect(found).toMatchObject({ unit: 'a', first: 2021, difference: 4, missing: 1 })
  expect(found.limits.slice(0, 3)).toEqual(['no-comparison', 'chosen-moment', 'dependent-values'])
})

test('without --json tables are printed', async () => {
  expect(await run([file('unit,time,first,outcome', ...visits), ...few])).toBe(0)
  expect(printed.mock.calls.map(([line]) => String(line).split(/ {2,}/)[0])).toEqual([
    'treated units',
    '4',
    'first period',
    '2022',
    '2023',
    'since start',
    '-2',
    '0',
    '1',
    'before treatment: chance alone goes as far with p 1.00',
  ])
})

test('what is wrong is said with the file’s own row, or in the method’s words', async () => {
  const header = 'unit,time,first,outcome'
  const half = file(header, 'a,2021,2022.5,1')
  await expect(run([half])).rejects.toThrow(`${half}: row 2, column "first": "2022.5" is not a whole period.`)
  const early = file(header, ...visits)
  await expect(run([early])).rejects.toThrow(
    'staggeredEffects: 4 treated units have an outcome in the period before their first; needs 20.',
  )
  await expect(run([early, '--only', 'e'])).rejects.toThrow(
    'Unit "e" needs one first period, the same in all its rows.',
  )
  await expect(run([early, '--only', 'z'])).rejects.toThrow('No row is of unit "z".')
  await expect(run([early, early])).rejects.toThrow(`One file at a time; found ${early}, ${early}.`)
  await expect(run([])).rejects.toThrow('Give --input.')
})
