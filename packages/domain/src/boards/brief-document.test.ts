import { expect, test } from 'vitest'
import { briefDocument } from './brief-document.ts'
import { briefOfRuns } from './monthly-brief.ts'
import type { MonthlyBrief } from './monthly-brief.ts'

const month = { month: '2026-02', from: '2026-02-01', until: '2026-02-28' }
const brief: MonthlyBrief = {
  ...month,
  began: { preparing: 4, implementing: 3, running: 2, institutionalised: 1 },
  begun: [{ name: 'Obat Tiba', adopter: 'Dinas Contoh', on: '2026-02-10', path: '/replikasi/REP-0001' }],
  verified: { claims: 5, reports: 6, pulses: 7 },
  states: { running: 1234, unanswered: 8, not_updated: 9, opened: 10, stopped: 11 },
  stops: {
    count: 3,
    reasons: [
      { reason: 'budget', count: 2 },
      { reason: null, count: 1 },
    ],
  },
  behind: { milestones: 12, reports: 0, pulses: 13 },
}
const written = (lang: 'id' | 'en') => ({
  lang,
  place: 'Jawa Timur',
  reasons: { budget: lang === 'id' ? 'anggaran' : 'budget' },
  board: 'https://contoh.test/papan',
  lasting: 'https://contoh.test/bertahan',
  origin: 'https://contoh.test',
})
const tables = (lang: 'id' | 'en', given: Partial<MonthlyBrief> = {}) =>
  briefDocument({ ...brief, ...given }, written(lang)).body.flatMap((one) =>
    one.kind === 'table' && one.widths![1] === 2 ? [one.rows] : [],
  )

test.each([
  ['id', '1–28 Februari 2026', '28 Februari 2026', '1.234'],
  ['en', '1–28 February 2026', '28 February 2026', '1,234'],
] as const)('in %s every number stands with the days it is of', (lang, during, on, thousand) => {
  const dates = tables(lang).map((rows) => [...new Set(rows.map((row) => row[2]))])
  expect(dates).toEqual([[during], [during], [on], [during], [on]])
  expect(tables(lang)[2]![0]![1]).toBe(thousand)
  expect(tables(lang).map((rows) => rows.length)).toEqual([4, 3, 5, 2, 3])
})

test('what to do next follows from what is late, each with its address, and nothing is asked where nothing is', () => {
  const steps = (given: Partial<MonthlyBrief>) =>
    briefDocument({ ...brief, ...given }, written('id')).body.flatMap((one) =>
      one.kind === 'points' ? one.points : [],
    )
  expect(steps({})).toHaveLength(4)
  expect(steps({})[0]).toBe(
    'Tonggak yang lewat dari rencana (12): capai, atau jadwalkan ulang, di https://contoh.test/papan',
  )
  const calm = {
    behind: { milestones: 0, reports: 0, pulses: 0 },
    states: { ...brief.states, not_updated: 0 },
    stops: { count: 0, reasons: [] },
  }
  expect(steps(calm)).toEqual(['Tidak ada yang mendesak. Papannya: https://contoh.test/papan'])
})

test('reasons are told from three stops in the month on, and no others', () => {
  const run = (stoppedOn: string, stopReason: string | null) => ({
    kind: 'state' as const,
    firstSeen: '2024-01-01',
    lastSeen: '2025-01-01',
    validUntil: '2027-12-31',
    unansweredSince: null,
    stoppedOn,
    stopReason,
  })
  const two = [run('2026-02-01', 'budget'), run('2026-02-28', 'staff'), run('2026-01-31', 'staff')]
  expect(briefOfRuns(two, month).stops).toEqual({ count: 2, reasons: [] })
  expect(briefOfRuns([...two, run('2026-02-03', 'staff')], month).stops).toEqual({
    count: 3,
    reasons: [
      { reason: 'staff', count: 2 },
      { reason: 'budget', count: 1 },
    ],
  })
  const { states } = briefOfRuns([run('2026-03-01', 'budget')], month)
  expect([states.running, states.stopped]).toEqual([1, 0]) // it ran on the last day of the month
})
