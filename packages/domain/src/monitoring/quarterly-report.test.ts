import { expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { reportForm } from './quarterly-report.form.ts'
import { quarterlyReportLifecycle } from './quarterly-report.lifecycle.ts'
import type { ReportLife } from './quarterly-report.lifecycle.ts'
import { dayAfter, endedQuarter, isReportLate } from './reporting-quarter.ts'

const side = (unit: string, institutionId: string) => ({
  ownerPath: [unit, institutionId, agencies.province],
  institutionId,
  provinceCode: '35',
})
const life = (state: ReportLife['state']): ReportLife => ({
  state,
  adopter: side(agencies.healthOffice, agencies.regency),
  origin: side(agencies.otherOffice, agencies.otherRegency),
  hasHub: true,
  isFilled: true,
  isTaken: false,
})

test('who may do what with a quarterly report, in every state', () => {
  expect(goldenMatrix(quarterlyReportLifecycle, life)).toMatchInlineSnapshot(`
    "draft --submit--> submitted: author, local admin
    draft --discard--> discarded: author, local admin
    submitted --return--> returned: hub, mentor
    submitted --verify--> verified: hub, mentor
    returned --submit--> submitted: author, local admin
    verified --reopen--> returned: hub, mentor
    discarded --restore--> draft: author, local admin"
  `)
})

test('every state of a report can be reached and left', () => {
  expect(deadEnds(quarterlyReportLifecycle, [])).toEqual({ unreachable: [], stuck: [] })
})

test('a report is handed in when it says something, and once for a quarter', () => {
  const holds = (given: Partial<ReportLife>) =>
    quarterlyReportLifecycle.steps.submit.needs!.every((need) =>
      need.holds({ ...life('draft'), ...given }, new Date()),
    )
  expect([{}, { isFilled: false }, { isTaken: true }].map(holds)).toEqual([true, false, false])
})

const typed = {
  key: '00000000-0000-4000-8000-000000000001',
  replication: 'REP-0001',
  year: '2026',
  quarter: '1',
  activities: 'Pelatihan 20 kader',
}

test('indicators are lines with a value, photos whole addresses', () => {
  const isGood = (given: Record<string, string>) => reportForm.safeParse({ ...typed, ...given }).success
  expect(isGood({ indicators: 'Waktu tunggu | 15 menit\n\nPasien | 40' })).toBe(true)
  expect(
    [{ indicators: 'Waktu tunggu' }, { indicators: '| 15' }, { indicators: 'a|b|c' }].map(isGood),
  ).toEqual([false, false, false])
  expect(isGood({ photos: 'https://contoh.go.id/1.jpg\nhttps://contoh.go.id/2.jpg' })).toBe(true)
  expect([{ photos: 'foto 1' }, { realisation: '12,5' }, { quarter: '5' }, { key: 'x' }].map(isGood)).toEqual(
    [false, false, false, false],
  )
})

test('the quarter that is due is the one that ended last, and late from the fifteenth on', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(endedQuarter)).toEqual([
    { year: 2025, quarter: 4 },
    { year: 2025, quarter: 4 },
    { year: 2026, quarter: 1 },
    { year: 2026, quarter: 3 },
  ])
  expect([1, 2, 3, 4].map((quarter) => dayAfter({ year: 2026, quarter }))).toEqual([
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
    '2027-01-01',
  ])
  const late = (today: string, since: string, reported = [{ year: 2025, quarter: 4 }]) =>
    isReportLate(today, { since, reported })
  expect(late('2026-04-14', '2026-01-10')).toBe(false)
  expect(late('2026-04-15', '2026-01-10')).toBe(true)
  expect(late('2026-04-15', '2026-04-01')).toBe(false)
  expect(late('2026-04-15', '2026-01-10', [{ year: 2026, quarter: 1 }])).toBe(false)
})
