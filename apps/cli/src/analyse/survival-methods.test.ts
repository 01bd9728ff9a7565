import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'semai-survival-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, lines: string) => writeFileSync(join(folder, name), lines.replaceAll(' ', '\n'))

function analyse(...argv: string[]) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, '../main.ts'),
    'analyse',
    ...argv,
  ]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return { stdout, stderr, status }
}
function answer<Shape>(...argv: string[]): Shape {
  return JSON.parse(analyse(...argv, '--json').stdout) as Shape
}
type Fit = { coef: Record<string, number>; se: Record<string, number>; warnings: string[] }

// The examples of docs/methods: pooled-logit.md, cox.md, kaplan-meier.md, competing-risks.md, risk-set.md.
file('rows.csv', 'adopt,near 0,no 0,no 0,no 1,no 1,yes 1,yes 1,yes 0,yes')
file('spans.csv', 'weeks,left,arm 6,1,a 7,0,a 10,1,a 15,1,a 3,1,b 4,1,b 6,1,b 8,0,b')
file('kinds.csv', 'time,what 1,stopped 2,moved 3,censored 4,stopped')
file('adoptions.csv', 'region,innovation,year a,desk,2010 b,desk,2011 new,desk,2013')
file('units.csv', 'unit,from a, b, c, new,2012')
file('neighbours.csv', 'unit,neighbour b,a c,b new,b')

test('logit: four rows of each kind have the log odds of their shares', () => {
  const { coef, se } = answer<Fit>(
    'logit',
    '--input',
    'rows.csv',
    '--formula',
    'adopt ~ near',
    '--epsilon',
    '1e-14',
  )
  expect(coef['(Intercept)']).toBeCloseTo(Math.log(1 / 3), 10)
  expect(coef['nearyes']).toBeCloseTo(2 * Math.log(3), 10)
  expect(se['nearyes']).toBeCloseTo(Math.sqrt(2 * (1 + 1 / 3)), 8)
  expect(
    answer<Fit>('logit', '--input', 'rows.csv', '--event', 'adopt', '--columns', 'near').coef['nearyes'],
  ).toBeCloseTo(2 * Math.log(3), 6)
})

test('cox and km: columns by option and by formula are the same model', () => {
  const byFormula = ['--formula', 'Surv(weeks, left) ~ arm']
  const byOption = ['--time', 'weeks', '--event', 'left']
  const cox = answer<Fit>('cox', '--input', 'spans.csv', ...byFormula)
  expect(answer<Fit>('cox', '--input', 'spans.csv', ...byOption, '--columns', 'arm')).toEqual(cox)
  const km = answer<{ groups: object[] }>('km', '--input', 'spans.csv', ...byFormula)
  expect(answer('km', '--input', 'spans.csv', ...byOption, '--group', 'arm')).toEqual(km)
  expect(km.groups).toMatchObject([
    {
      group: 'arm=a',
      n: 4,
      events: 3,
      median: { time: 10 },
      curve: { nRisk: [4, 3, 2, 1], nEvent: [1, 0, 1, 1] },
    },
    { group: 'arm=b', n: 4, events: 3, median: { time: 5 }, curve: { survival: [0.75, 0.5, 0.25, 0.25] } },
  ])
})

test('km: the log-rank test of the example, worked by hand', () => {
  const { logRank } = answer<{ logRank: { groups: { observed: number; expected: number }[] } }>(
    'km',
    '--input',
    'spans.csv',
    '--time',
    'weeks',
    '--event',
    'left',
    '--group',
    'arm',
  )
  expect(logRank.groups[0]!.observed).toBe(3)
  expect(logRank.groups[0]!.expected).toBeCloseTo(4 / 8 + 4 / 7 + (2 * 4) / 6 + 2 / 2 + 1, 12)
})

test('competing-risks: four rows, two kinds', () => {
  const found = answer<{ kinds: string[]; groups: { kinds: { incidence: number[] }[] }[] }>(
    'competing-risks',
    '--input',
    'kinds.csv',
    '--time',
    'time',
    '--event',
    'what',
  )
  expect(found.kinds).toEqual(['moved', 'stopped'])
  expect(found.groups[0]!.kinds.map(({ incidence }) => incidence)).toEqual([
    [0, 0.25, 0.25, 0.25],
    [0.25, 0.25, 0.25, 0.75],
  ])
})

test('risk-set: rows for logit, in which a new region comes in late', () => {
  const { stdout } = analyse(
    'risk-set',
    '--input',
    'adoptions.csv',
    '--unit',
    'region',
    '--item',
    'innovation',
    '--period',
    'year',
    '--units',
    'units.csv',
    '--neighbours',
    'neighbours.csv',
  )
  expect(stdout.trim().split('\n')).toEqual([
    'unit,item,period,duration,adopt,exposure,exposed_to,prevalence',
    'a,desk,2010,0,1,0,0,0',
    'b,desk,2010,0,0,0,0,0',
    'c,desk,2010,0,0,0,0,0',
    `b,desk,2011,1,1,1,1,${1 / 3}`,
    `c,desk,2011,1,0,0,0,${1 / 3}`,
    'c,desk,2012,2,0,1,1,0.5',
    'new,desk,2012,2,0,1,1,0.5',
    'c,desk,2013,3,0,1,1,0.5',
    'new,desk,2013,3,1,1,1,0.5',
  ])
})

test('what is wrong is said with the file’s own row, and no number is printed', () => {
  file('wrong.csv', 'start,stop,event,x 0,2,1,1 3,3,0,2 0,4,1,NA')
  expect(analyse('cox', '--input', 'wrong.csv', '--formula', 'Surv(start, stop, event) ~ x')).toEqual({
    stdout: '',
    stderr: 'wrong.csv: row 3: stop 3 is not after start 3.\n',
    status: 1,
  })
  file('coded.csv', 'time,status,x 1,1,5 2,2,7 3,2,4 4,1,6 5,2,NA 6,2,9')
  expect(analyse('cox', '--input', 'coded.csv', '--formula', 'Surv(time, status) ~ x').stderr).toBe(
    'Events are 1 and 2: 2 was read as the event, 1 as none.\n' +
      '1 row was left out: a variable of the model has a gap there.\n',
  )
  expect(analyse('cox', '--input', 'kinds.csv', '--formula', 'Surv(time, what) ~ 1').stderr).toBe(
    'kinds.csv: events must be 0 and 1, 1 and 2, or TRUE and FALSE; found censored, moved, stopped. ' +
      'Say which is the event: Surv(time, status == "censored").\n',
  )
  expect(analyse('logit', '--input', 'wrong.csv', '--formula', 'stop ~ start').stderr).toBe(
    'wrong.csv: row 2: the response must be 0 or 1, found 2.\n',
  )
})

test('separation is told on standard error and in the answer', () => {
  file('split.csv', 'y,x 0,1 0,2 0,3 1,4 1,5 1,6')
  const says =
    'The best estimates of (Intercept), x are infinite (separation): do not use them or their errors. Try --firth.'
  expect(analyse('logit', '--input', 'split.csv', '--formula', 'y ~ x').stderr).toBe(`${says}\n`)
  expect(answer<Fit>('logit', '--input', 'split.csv', '--formula', 'y ~ x').warnings).toEqual([says])
  expect(answer<Fit>('logit', '--input', 'split.csv', '--formula', 'y ~ x', '--firth').warnings).toEqual([])
})
