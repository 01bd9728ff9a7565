import { describe, expect, test } from 'vitest'
import {
  countByProvince,
  countByStrength,
  countByYear,
  countReach,
  countRegionsByStrength,
  firstByRegion,
  isLocalAdopter,
  type Counted,
} from './spread.ts'

function aClaim(given: Partial<Counted> & { provinceCode?: string; regionCode?: string } = {}) {
  return {
    kind: 'event',
    happening: 'opened',
    latest: '2020-06-01',
    precision: 'day',
    strength: 'reported',
    validUntil: null,
    stoppedOn: null,
    provinceCode: '33',
    regionCode: '33.01',
    ...given,
  } as const
}

test('every year between the first and the last has a row, and neither an upper bound nor a stop has one', () => {
  const claims = [
    aClaim({ latest: '2018-12-31', precision: 'year' }),
    aClaim({ latest: '2020-02-29', precision: 'month' }),
    aClaim({ latest: '2015-01-01', precision: 'by' }),
    aClaim({ latest: '2022-01-01', kind: 'state', happening: 'stopped' }),
  ]
  expect(countByYear(claims)).toEqual([
    { year: 2018, count: 1 },
    { year: 2019, count: 0 },
    { year: 2020, count: 1 },
  ])
  expect(countByYear([])).toEqual([])
})

test('a region counts once, at its first date', () => {
  const claims = [
    aClaim({ regionCode: '33.01', latest: '2021-01-01' }),
    aClaim({ regionCode: '33.02', latest: '2020-01-01' }),
    aClaim({ regionCode: '33.01', latest: '2019-01-01' }),
    aClaim({ regionCode: '33.01', latest: '2010-01-01', precision: 'by' }),
    aClaim({ regionCode: '33.03', latest: '2010-01-01', precision: 'by' }),
  ]
  expect(firstByRegion(claims).map(({ regionCode, latest }) => [regionCode, latest])).toEqual([
    ['33.01', '2019-01-01'],
    ['33.02', '2020-01-01'],
  ])
})

test('claims that meet on one innovation or in one region count it once', () => {
  const claim = (innovationCode: string, regionCode: string) => ({ innovationCode, regionCode })
  const claims = [
    claim('PRG-A', '33.01'),
    claim('PRG-A', '33.01'),
    claim('PRG-A', '33.02'),
    claim('PRG-B', '33.01'),
  ]
  expect([countReach(claims), countReach([])]).toEqual([
    { innovations: 2, regions: 2 },
    { innovations: 0, regions: 0 },
  ])
})

test('a lapsed state is counted as not updated and never as verified', () => {
  const claims = [
    aClaim({ kind: 'state', strength: 'verified', validUntil: '2026-01-31' }),
    aClaim({ kind: 'state', strength: 'verified', validUntil: '2027-01-31' }),
    aClaim({ strength: 'confirmed' }),
  ]
  expect(countByStrength(claims, '2026-02-01')).toEqual({
    reported: 0,
    declared: 0,
    confirmed: 1,
    verified: 1,
    not_updated: 1,
  })
})

test('regions split by their strongest dated claim add up to the regions', () => {
  const lapsed = { kind: 'state', strength: 'verified', validUntil: '2026-01-31' } as const
  const claims = [
    aClaim({ regionCode: '33.01' }),
    aClaim({ regionCode: '33.01', strength: 'confirmed' }),
    aClaim({ regionCode: '33.02', ...lapsed }),
    aClaim({ regionCode: '33.02', strength: 'declared' }),
    aClaim({ regionCode: '33.03', ...lapsed }),
    aClaim({ regionCode: '33.04', precision: 'by', strength: 'confirmed' }),
  ]
  expect(countRegionsByStrength(claims, '2026-02-01')).toEqual({
    reported: 0,
    declared: 1,
    confirmed: 1,
    verified: 0,
    not_updated: 1,
  })
})

describe('the table by province', () => {
  const regions = [
    { code: '31', kind: 'province', provinceCode: '31', hasGovernment: true },
    { code: '31.71', kind: 'city', provinceCode: '31', hasGovernment: false },
    { code: '33', kind: 'province', provinceCode: '33', hasGovernment: true },
    { code: '33.01', kind: 'regency', provinceCode: '33', hasGovernment: true },
    { code: '33.02', kind: 'regency', provinceCode: '33', hasGovernment: true },
    { code: '75', kind: 'province', provinceCode: '75', hasGovernment: true },
    { code: '75.01', kind: 'regency', provinceCode: '75', hasGovernment: true },
  ]

  test('counts governments, so Jakarta is one and its cities are none', () => {
    expect(regions.filter(isLocalAdopter).map((region) => region.code)).toEqual([
      '31',
      '33.01',
      '33.02',
      '75.01',
    ])
  })

  test('has a row for every province, most first, also where nothing is known', () => {
    const claims = [
      aClaim({ latest: '2019-01-01' }),
      aClaim({ latest: '2021-01-01', provinceCode: '31' }),
      aClaim({ latest: '2021-05-01' }),
    ]
    expect(countByProvince(claims, regions)).toEqual([
      { provinceCode: '33', years: [1, 0, 1], count: 2, governments: 2 },
      { provinceCode: '31', years: [0, 0, 1], count: 1, governments: 1 },
      { provinceCode: '75', years: [0, 0, 0], count: 0, governments: 1 },
    ])
  })
})
