import { expect, test } from 'vitest'
import { batches, cumulativeCounts, dayOfShare, knownByCounts, type SpreadEvent } from './cumulative.ts'
import { dayRange } from './day.ts'

const on = (code: string, date: string): SpreadEvent => ({ code, ...dayRange(date) })

test('a date stands for all the days its precision leaves open', () => {
  expect(['2020', '2020-02', '2020-02-03'].map(dayRange)).toEqual([
    { earliest: '2020-01-01', latest: '2020-12-31' },
    { earliest: '2020-02-01', latest: '2020-02-29' },
    { earliest: '2020-02-03', latest: '2020-02-03' },
  ])
})

test('the count rises at the latest possible day and may already be higher from the earliest', () => {
  expect(cumulativeCounts([on('a', '2020'), on('b', '2020-06-01')])).toEqual([
    { day: '2020-01-01', atLeast: 0, atMost: 1 },
    { day: '2020-06-01', atLeast: 1, atMost: 2 },
    { day: '2020-12-31', atLeast: 2, atMost: 2 },
  ])
})

test('an upper bound is not a date: it is left out of the count and added to the least known by then', () => {
  const events = [on('a', '2020-06-01'), { code: 'b', earliest: null, latest: '2019-01-01' }]
  expect(cumulativeCounts(events)).toEqual([{ day: '2020-06-01', atLeast: 1, atMost: 1 }])
  expect(knownByCounts(events)).toEqual([
    { day: '2019-01-01', count: 1 },
    { day: '2020-06-01', count: 2 },
  ])
})

test('a region with both a bound and a date counts once', () => {
  expect(knownByCounts([on('a', '2020-06-01'), { code: 'a', earliest: null, latest: '2021-01-01' }])).toEqual(
    [{ day: '2020-06-01', count: 1 }],
  )
})

test('a batch is many on one known day; a shared year is not one', () => {
  const events = [
    ...['a', 'b', 'c'].map((code) => on(code, '2020-06-01')),
    ...['d', 'e', 'f'].map((code) => on(code, '2021')),
  ]
  expect(batches(events)).toEqual([{ day: '2020-06-01', count: 3, totalAfter: 3, ceremonial: false }])
  const flagged = events.map((event) => ({ ...event, batched: true }))
  expect(batches(flagged).map((batch) => batch.ceremonial)).toEqual([true])
})

test('half is reached on the day the count first gets there', () => {
  const counts = cumulativeCounts([on('a', '2020-01-01'), on('b', '2021-01-01'), on('c', '2022-01-01')])
  expect([dayOfShare(counts, 0.5), dayOfShare([], 0.5)]).toEqual(['2021-01-01', null])
})
