import { expect, test } from 'vitest'
import {
  adoptersInScope,
  datedPlaces,
  datedRegions,
  isAdopter,
  knownDate,
  regionSpread,
} from './region-spread.ts'

const today = '2026-03-02'
const claim = {
  kind: 'event' as const,
  happening: 'inaugurated' as const,
  earliest: '2020-06-01' as string | null,
  latest: '2020-06-01',
  precision: 'day' as 'day' | 'month' | 'year' | 'by',
  strength: 'reported' as const,
  validUntil: null,
  stoppedOn: null as string | null,
  batch: null as string | null,
  regionCode: '35.10',
}
const by = { earliest: null, precision: 'by' as const }

test('a region is one row, with its first date and its strongest claim', () => {
  const rows = regionSpread(
    [
      { ...claim, latest: '2021-01-05', earliest: '2021-01-05', strength: 'verified' },
      claim,
      { ...claim, ...by, latest: '2019-01-01' },
    ],
    today,
  )
  expect(rows).toEqual([
    {
      regionCode: '35.10',
      first: { earliest: '2020-06-01', latest: '2020-06-01', precision: 'day', isBatched: false },
      boundBy: '2019-01-01',
      strength: 'verified',
      isRunning: true,
    },
  ])
})

test('of two dates that end on one day the more exact one stands, then the ceremony', () => {
  const year = { ...claim, earliest: '2020-01-01', latest: '2020-12-31', precision: 'year' as const }
  const day = { ...claim, earliest: '2020-12-31', latest: '2020-12-31' }
  const [row] = regionSpread([year, day, { ...day, batch: 'X 2020-12-31' }], today)
  expect(row!.first).toEqual({
    earliest: '2020-12-31',
    latest: '2020-12-31',
    precision: 'day',
    isBatched: true,
  })
})

test('an upper bound alone has no date, and a stop alone is no row', () => {
  const stop = { ...claim, regionCode: '35.12', kind: 'state' as const, happening: 'stopped' as const }
  const rows = regionSpread([{ ...claim, ...by, regionCode: '35.78' }, stop], today)
  expect(
    rows.map(({ regionCode, first, boundBy, strength }) => [regionCode, first, boundBy, strength]),
  ).toEqual([['35.78', null, '2020-06-01', null]])
  expect(datedRegions(rows)).toEqual([])
})

test('a region runs while one of its dated claims does', () => {
  const stopped = { ...claim, stoppedOn: '2022-01-01' }
  const isRunning = (claims: (typeof claim)[]) => regionSpread(claims, today)[0]!.isRunning
  expect([isRunning([stopped]), isRunning([stopped, claim])]).toEqual([false, true])
})

test('who could take it over follows from who has', () => {
  const regions = [
    { code: '31', kind: 'province', provinceCode: '31', hasGovernment: true },
    { code: '31.71', kind: 'city', provinceCode: '31', hasGovernment: false },
    { code: '35', kind: 'province', provinceCode: '35', hasGovernment: true },
    { code: '35.10', kind: 'regency', provinceCode: '35', hasGovernment: true },
  ]
  const scopeOf = (adopted: string[]) => adoptersInScope(adopted, regions)
  expect(scopeOf([])).toEqual({ kind: 'local', count: 2 })
  expect(scopeOf(['31', '35.10'])).toEqual({ kind: 'local', count: 2 })
  expect(scopeOf(['35'])).toEqual({ kind: 'governments', count: 3 })
  expect(scopeOf(['35', '31.71'])).toEqual({ kind: 'places', count: 4 })
})

test('a first date is placed in the province its region is in now', () => {
  const rows = regionSpread([claim, { ...claim, ...by, regionCode: '35.12' }], today)
  const region = { code: '35.10', kind: 'regency', provinceCode: '35', hasGovernment: true }
  expect(datedPlaces(rows, [region])).toEqual([
    { regionCode: '35.10', provinceCode: '35', latest: '2020-06-01', precision: 'day', happening: 'opened' },
  ])
})

test('a date is written as far as it is known', () => {
  const latest = '2020-12-31'
  expect((['day', 'month', 'year'] as const).map((precision) => knownDate({ latest, precision }))).toEqual([
    '2020-12-31',
    '2020-12',
    '2020',
  ])
})

test('Jakarta counts as one, its parts only among all places', () => {
  const part = { code: '31.71', kind: 'city', provinceCode: '31', hasGovernment: false }
  const province = { code: '31', kind: 'province', provinceCode: '31', hasGovernment: true }
  const kinds = ['local', 'governments', 'places'] as const
  expect(kinds.map((kind) => [isAdopter(part, kind), isAdopter(province, kind)])).toEqual([
    [false, true],
    [false, true],
    [true, true],
  ])
})
