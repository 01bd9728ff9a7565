import { expect, test } from 'vitest'
import { periodCounts } from './period-counts.ts'

test('dates on the same day count one each, and years without any are zeros', () => {
  const dates = ['2019-12-06', '2019-12-06', '2021-01', '2021-12-31'].map((date) => ({ date }))
  const { labels, counts } = periodCounts(dates, { by: 'year' })
  expect(labels).toEqual(['2019', '2020', '2021'])
  expect(Array.from(counts)).toEqual([2, 0, 2])
})

test('a date known to the year is divided over its quarters, up to where the data end', () => {
  const dates = [{ date: '2020' }, { date: '2020-11-02' }, { date: '2021' }]
  const { labels, counts, divided, afterLast } = periodCounts(dates, { by: 'quarter', until: '2021-06-30' })
  expect(labels).toEqual(['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4', '2021-Q1', '2021-Q2'])
  expect(Array.from(counts)).toEqual([0.25, 0.25, 0.25, 1.25, 0.5, 0.5])
  expect([divided, afterLast]).toEqual([2, 0])
})

test('an upper bound is in no period, but counted', () => {
  const dates = [{ date: '2020-01-23', by: true }, { date: '2019-03' }]
  const { labels, counts, bounds } = periodCounts(dates, { by: 'month' })
  expect(labels).toEqual(['2019-03'])
  expect(Array.from(counts)).toEqual([1])
  expect(bounds).toBe(1)
})

test('a period that the data do not cover to its end is left out, and what is in it is counted apart', () => {
  const dates = ['2017', '2019-02', '2024-01', '2024-03-01', '2025-02-01'].map((date) => ({ date }))
  const found = periodCounts(dates, { by: 'year', from: '2018', until: '2025-03' })
  expect(found.labels).toEqual(['2018', '2019', '2020', '2021', '2022', '2023', '2024'])
  expect(Array.from(found.counts)).toEqual([0, 1, 0, 0, 0, 0, 2])
  expect([found.beforeFirst, found.afterLast]).toEqual([1, 1])
})

test('nothing is lost: periods, before, after and bounds add up to the dates', () => {
  const dates = [
    { date: '2018' },
    { date: '2019-05' },
    { date: '2021-07-09' },
    { date: '2022' },
    { date: '2020', by: true },
  ]
  for (const by of ['year', 'quarter', 'month'] as const) {
    for (const until of [undefined, '2021-12', '2022-05-03']) {
      for (const from of [undefined, '2018-07']) {
        const found = periodCounts(dates, { by, ...(from && { from }), ...(until && { until }) })
        const inside = found.counts.reduce((sum, count) => sum + count, 0)
        expect(inside + found.beforeFirst + found.afterLast + found.bounds).toBeCloseTo(5, 9)
      }
    }
  }
})

test.each([
  [[{ date: '2020', by: true }], {}, 'there is no date other than upper bounds'],
  [[], {}, 'there is no date other than upper bounds'],
  [[{ date: 'May 2020' }], {}, '"May 2020" is no date like 2021, 2021-05 or 2021-05-17'],
  [[{ date: '2020-13' }], {}, '"2020-13" is no date'],
  [[{ date: '2020-03' }], { until: '2020-04' }, 'no whole period'],
])('refuses %j with %j', (dates, options, says) => {
  expect(() => periodCounts(dates, { by: 'year', ...options })).toThrow(`periodCounts: ${says}`)
})
