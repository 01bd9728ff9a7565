import type { RegionSpread } from '@semai/domain/claims/region-spread'
import type { ExploredSpread } from '@semai/store/spread/explore-spread'
import { expect, test } from 'vitest'
import { lastKnownDay, shownModel, unitOf, viewName } from './explorer-words.ts'
import { sideFacts } from './side-differences.ts'
import { yearColumns } from './year-columns.ts'

const row = (regionCode: string, day: string | null): RegionSpread => ({
  regionCode,
  first: day === null ? null : { earliest: day, latest: day, precision: 'day', isBatched: false },
  boundBy: day === null ? '2022-05-31' : null,
  strength: 'reported',
  isRunning: true,
})
function explored(rows: RegionSpread[], given: Partial<ExploredSpread> = {}): ExploredSpread {
  const years = [2019, 2020, 2021].map((year) => ({
    year,
    count: rows.filter(({ first }) => first?.latest.startsWith(String(year))).length,
  }))
  const none = { years: [], groups: [] }
  const innovation = { id: '', code: 'A', slug: 'a', name: 'Inovasi A', isBatched: false }
  return {
    found: { of: 'innovations', name: null, slug: null, innovations: [innovation], unknown: [] },
    spread: { regions: rows, innovations: [], total: 1, years, claims: {} as never },
    regions: [],
    history: [],
    figures: [],
    adopters: { kind: 'local', count: 10 },
    until: 2021,
    modelled: { refused: 'few-years' },
    lookBack: null,
    lookBackYears: [],
    shares: { islands: none, provinces: none, remoteness: none },
    clusters: null,
    ...given,
  }
}
const one = explored([row('a', '2019-02-01'), row('b', '2021-03-01'), row('c', '2021-06-01'), row('d', null)])
const other = explored([row('b', '2020-01-01'), row('e', '2020-01-01')])

test('what two have in common is the same from either side, and the rest adds up', () => {
  const [left, right] = [sideFacts(one, other), sideFacts(other, one)]
  expect([left.both, right.both]).toEqual([1, 1])
  expect([left.dated, left.only, right.dated, right.only]).toEqual([3, 2, 2, 1])
  expect([left.bounds, left.share, left.half]).toEqual([1, 0.3, '2021-03-01'])
  expect([left.first!.latest, left.busiest]).toEqual(['2019-02-01', { year: 2021, count: 2 }])
  expect([left.ahead, left.remote, left.clusters]).toEqual([null, null, null])
})

test('nothing is said of what has no date at all', () => {
  const { dated, first, half, share } = sideFacts(explored([row('d', null)]), other)
  expect([dated, first, half, share]).toEqual([0, null, null, 0])
})

test('a view is called what it is, and counts inaugurations where a programme opens in ceremonies', () => {
  expect([viewName(one, 'id'), unitOf(one, 'id')]).toEqual(['Inovasi A', 'daerah'])
  const batched = explored([], {
    found: { ...one.found, innovations: [{ ...one.found.innovations![0]!, isBatched: true }] },
  })
  expect([unitOf(batched, 'id'), unitOf(batched, 'en')]).toEqual(['peresmian', 'inaugurations'])
  const region = explored([], {
    found: { ...one.found, of: 'region', name: 'Jawa Timur', slug: 'jawa-timur' },
  })
  expect(viewName(region, 'en')).toBe('Innovations that come from Jawa Timur')
  expect(viewName(explored([], { found: { ...one.found, of: 'all', innovations: null } }), 'id')).toBe(null)
})

test('a curve that was refused is not drawn', () => {
  expect(shownModel(one)).toBe(null)
})

test('the last known day is of a date, an upper bound or an official count', () => {
  expect(lastKnownDay(one, '2026-03-02')).toBe('2022-05-31')
  expect(lastKnownDay(explored([]), '2026-03-02')).toBe('2026-03-02')
})

test('columns stand on one floor, the tallest below its number', () => {
  const { columns, floor } = yearColumns(one.spread.years, { width: 300, height: 200 })
  expect(columns.map(({ year, y }) => [year, y])).toEqual([
    [2019, (floor + 24) / 2],
    [2020, floor],
    [2021, 24],
  ])
})
