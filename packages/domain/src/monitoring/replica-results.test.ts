import { expect, test } from 'vitest'
import type { MeasuredIndicator } from './measured-indicator.ts'
import { effectPanel, effectRegionsFrom, effectSupport, halfYear } from './effect-panel.ts'
import { groupReach, replicaResult, resultFinding, standingCounts } from './replica-results.ts'
import type { ReplicaReports } from './replica-results.ts'
import type { ReportedValue } from './reported-value.ts'
import { resultSheet } from './result-sheet.ts'

const waiting: MeasuredIndicator = {
  key: 'antre',
  name: 'Waktu tunggu',
  definition: null,
  unit: 'menit',
  direction: 'lower',
  baseline: 90,
  target: 30,
  reached: 35,
}
const told = (value: number, given: Partial<ReportedValue> = {}) => ({
  antre: { name: 'Waktu tunggu', unit: 'menit', value, all: null, groups: {}, ...given },
})
const plan = (baseline: string | null, given = {}) => ({
  key: 'antre',
  name: 'Waktu tunggu',
  definition: null,
  unit: 'menit',
  direction: 'lower' as const,
  baseline,
  target: '30',
  post: null,
  ...given,
})
const replica = (code: string, given: Partial<ReplicaReports> = {}): ReplicaReports => ({
  code,
  startedOn: '2025-05-20',
  planned: [plan('80')],
  reports: [],
  ...given,
})
const report = (year: number, quarter: number, values: ReplicaReports['reports'][number]['values']) => ({
  year,
  quarter,
  values,
})

test('before is the plan’s value or the last reported before it ran; after is the newest since', () => {
  const reports = [report(2025, 1, told(70)), report(2025, 2, told(60)), report(2025, 4, told(40))]
  expect(replicaResult(waiting, replica('A', { reports }))).toEqual({
    code: 'A',
    standing: 'compared',
    before: { value: 80, quarter: null },
    after: { value: 40, quarter: { year: 2025, quarter: 4 }, all: null, groups: {} },
    target: 30,
  })
  expect(replicaResult(waiting, replica('B', { reports, planned: [] })).before).toEqual({
    value: 70,
    quarter: { year: 2025, quarter: 1 },
  })
})

test('what can not be compared is counted by why', () => {
  const after = [report(2025, 3, told(40))]
  const results = [
    replica('compared', { reports: after }),
    replica('no baseline', { reports: after, planned: [plan(null)] }),
    replica('planned in hours', { reports: after, planned: [plan('1', { unit: 'jam' })] }),
    replica('not begun', { startedOn: null, reports: after }),
    replica('in hours', { reports: [report(2025, 3, told(1, { unit: 'jam' }))] }),
    replica('silent'),
    replica('silent since it began', { reports: [report(2025, 1, told(70))] }),
  ].map((one) => replicaResult(waiting, one))
  expect(results.map(({ standing }) => standing)).toEqual([
    'compared',
    'no_baseline',
    'no_baseline',
    'not_started',
    'other_unit',
    'silent',
    'silent',
  ])
  expect(standingCounts(results)).toEqual({
    compared: 1,
    no_baseline: 2,
    not_started: 1,
    other_unit: 1,
    silent: 2,
  })
})

test('nothing is concluded from two, and from three how many became better', () => {
  const results = [40, 80, 100].map((value, i) =>
    replicaResult(waiting, replica(String(i), { reports: [report(2025, 3, told(value))] })),
  )
  expect(resultFinding(results.slice(0, 2), 'lower')).toBe(null)
  expect(resultFinding(results, 'lower')).toEqual({
    medianBefore: 80,
    medianAfter: 80,
    moved: { better: 1, same: 1, worse: 1 },
  })
  expect(resultFinding(results, null)?.moved).toBe(null)
  expect(resultFinding([...results, results[0]!], 'higher')).toEqual({
    medianBefore: 80,
    medianAfter: 60,
    moved: { better: 1, same: 1, worse: 2 },
  })
})

test('a group stands beside everybody of the same replicas', () => {
  const people = (reached: number, of: number | null) => ({ reached, of })
  const results = [
    told(1, { all: people(90, 100), groups: { women: people(30, 50) } }),
    told(1, { all: people(10, 100), groups: { women: people(5, 50) } }),
    told(1, { all: people(50, null), groups: { women: people(20, null), remote: people(0, null) } }),
    told(1, { all: people(70, 80) }),
  ].map((values, i) => replicaResult(waiting, replica(String(i), { reports: [report(2025, 3, values)] })))
  expect(groupReach(results)).toEqual([
    {
      group: 'women',
      replicas: 3,
      reached: 55,
      beside: { replicas: 2, own: people(35, 100), everybody: people(100, 200) },
    },
    { group: 'remote', replicas: 1, reached: 0, beside: null },
  ])
})

test('the sheet has a line of the origin and one of every replica, as wide as its header', () => {
  const results = [replica('A', { reports: [report(2025, 3, told(40.5))] }), replica('B')].map((one) => ({
    ...replicaResult(waiting, one),
    name: 'Dinas',
    region: null,
    state: 'running',
  }))
  const rows = resultSheet({ code: 'INV-1', name: 'Antre', origin: 'Dinas asal' }, [
    { indicator: waiting, results },
  ])
  expect(rows.map(({ length }) => length)).toEqual([24, 24, 24, 24])
  expect(rows.slice(1).map((row) => row.slice(6, 16).join('|'))).toEqual([
    '|Dinas asal|||asal|90||35||30',
    'A|Dinas||running|compared|80||40.5|2025-3|30',
    'B|Dinas||running|silent|80||||30',
  ])
})

test('values of an institution are averaged by half-year, and its first replica says when it began', () => {
  const reports = [
    report(2025, 3, told(10)),
    report(2025, 4, told(30)),
    report(2026, 1, told(1, { unit: 'jam' })),
  ]
  const own = { institution: 'a', reports, planned: [] }
  const rows = effectPanel(waiting, [
    { ...own, code: 'A', startedOn: '2026-02-01' },
    { ...own, code: 'B', startedOn: null, reports: [report(2025, 1, told(7))] },
  ])
  const first = halfYear({ year: 2026, quarter: 1 })
  expect(rows).toEqual([
    { unit: 'a', time: first - 2, first, outcome: 7 },
    { unit: 'a', time: first - 1, first, outcome: 20 },
  ])
})

test('who can stand behind an effect: values before and since, others that began then, and five that had not', () => {
  const rows = (unit: string, first: number | null, times: number[]) =>
    times.map((time) => ({ unit, first, time, outcome: 1 }))
  const many = (count: number, ...given: [first: number | null, times: number[]]) =>
    Array.from({ length: count }, (_, i) => rows(`${given[0]} ${given[1].length} ${i}`, ...given)).flat()
  const panel = [
    ...many(2, 3, [2, 3]),
    ...many(1, 3, [3, 4, 5]), // nothing before
    ...many(1, 4, [2, 3, 4]), // alone in its half-year, and one of those compared with before it
    ...many(4, null, [2, 3]),
    ...many(3, null, [4]), // seen once
  ]
  expect(effectSupport(panel)).toEqual({ begun: 2, notYet: 5 })
  expect(effectSupport(panel.filter(({ first }) => first !== null))).toEqual({ begun: 0, notYet: 1 })
  expect(effectSupport([])).toEqual({ begun: 0, notYet: 0 })
})

test('how many regions it takes is configuration, and nonsense is refused', () => {
  expect([effectRegionsFrom({}), effectRegionsFrom({ SEMAI_EFFECT_REGIONS: ' 30 ' })]).toEqual([20, 30])
  for (const wrong of ['9', '515', '20,5', 'banyak']) {
    expect(() => effectRegionsFrom({ SEMAI_EFFECT_REGIONS: wrong })).toThrow(RangeError)
  }
})
