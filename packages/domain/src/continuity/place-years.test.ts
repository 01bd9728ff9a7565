import { expect, test } from 'vitest'
import { placeYears } from './place-years.ts'

const today = '2026-03-02'
const run = (given: Partial<Parameters<typeof placeYears>[0][number]>) => ({
  kind: 'state' as const,
  latest: '2023-06-01',
  precision: 'day' as const,
  firstSeen: '2024-02-01',
  lastSeen: '2025-06-01',
  validUntil: '2026-12-31',
  stoppedOn: null,
  unansweredSince: null,
  ...given,
})

test('each year tells what began, what stopped and how it ended, none left out', () => {
  const years = placeYears([run({}), run({ latest: '2024-01-01', stoppedOn: '2025-05-05' })], today)
  expect(
    years.map(({ year, began, stopped, states }) => [year, began, stopped, states.running, states.stopped]),
  ).toEqual([
    [2023, 1, 0, 0, 0], // nobody had written it down yet
    [2024, 1, 0, 2, 0],
    [2025, 0, 1, 1, 1],
    [2026, 0, 0, 1, 1],
  ])
})

test('an upper bound begins in no year, and what is yet to come in none either', () => {
  const years = placeYears([run({ precision: 'by' }), run({ latest: '2026-12-01' })], today)
  expect(years.map(({ began }) => began)).toEqual([0, 0, 0])
})

test('a place of which nothing is on record has no years', () => {
  expect(placeYears([], today)).toEqual([])
})
