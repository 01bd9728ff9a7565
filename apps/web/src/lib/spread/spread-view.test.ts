import { describe, expect, test } from 'vitest'
import {
  ofStrength,
  placeName,
  shortName,
  spreadEvents,
  spreadView,
  yearsOf,
  type ShownClaim,
} from './spread-view.ts'

const today = '2026-03-02'

function aClaim(regionCode: string, latest: string, given: Partial<ShownClaim> = {}): ShownClaim {
  return {
    regionCode,
    regionName: `Kabupaten ${regionCode}`,
    earliest: latest,
    latest,
    precision: 'day',
    kind: 'event',
    happening: 'opened',
    strength: 'confirmed',
    validUntil: null,
    batch: null,
    stoppedOn: null,
    ...given,
  }
}

describe('what a map through time is drawn from', () => {
  test('a region counts once, in the year of its first date', () => {
    const view = spreadView(
      [aClaim('35.10', '2021-05-01'), aClaim('35.10', '2019-05-01'), aClaim('33.01', '2021-01-01')],
      today,
    )
    expect([view.dated, view.bounds]).toEqual([2, 0])
    expect(view.counts.map(({ opened, total }) => [opened, total])).toEqual([
      [1, 1],
      [0, 1],
      [1, 2],
    ])
    expect(view.marks.map(({ code, group }) => [code, group])).toEqual([
      ['33.01', 2],
      ['35.10', 0],
    ])
  })

  test('an upper bound is a mark without a year, and none where the region has a date', () => {
    const by = { precision: 'by', earliest: null } as const
    const view = spreadView(
      [aClaim('35.10', '2019-05-01'), aClaim('35.10', '2015-12-31', by), aClaim('33.01', '2022-05-31', by)],
      today,
    )
    expect([view.dated, view.bounds]).toEqual([1, 1])
    expect(view.marks.at(-1)).toEqual({ code: '33.01', group: null, shape: 'uncertain' })
    expect(view.counts.map(({ total }) => total)).toEqual([1])
  })

  test('a region is drawn as strong as it is shown today, and as stopped when nothing of it runs', () => {
    const lapsed = {
      kind: 'state',
      happening: 'running',
      strength: 'verified',
      validUntil: '2026-01-31',
    } as const
    const { marks } = spreadView(
      [
        aClaim('11.01', '2019-01-01', { strength: 'reported' }),
        aClaim('11.02', '2019-01-01', { strength: 'declared' }),
        aClaim('11.03', '2019-01-01', { strength: 'confirmed' }),
        aClaim('11.04', '2019-01-01', lapsed),
        aClaim('11.05', '2019-01-01', { ...lapsed, validUntil: '2026-03-02' }),
        aClaim('11.06', '2019-01-01', lapsed),
        aClaim('11.06', '2020-01-01', { strength: 'declared' }),
        aClaim('11.07', '2019-01-01', { ...lapsed, stoppedOn: '2022-01-01' }),
        aClaim('11.08', '2019-01-01', { stoppedOn: '2022-01-01' }),
        aClaim('11.08', '2023-01-01'),
      ],
      today,
    )
    expect(marks.map(({ code, shape }) => [code, shape])).toEqual([
      ['11.01', 'hollow'],
      ['11.02', 'hollow'],
      ['11.03', 'solid'],
      ['11.04', 'lapsed'],
      ['11.05', 'solid'],
      ['11.06', 'hollow'],
      ['11.07', 'stopped'],
      ['11.08', 'solid'],
    ])
  })

  test('the first in the country and the first of each part are named, once each', () => {
    const view = spreadView(
      [
        aClaim('35.10', '2017-10-06', { regionName: 'Kabupaten Banyuwangi' }),
        aClaim('35.78', '2017-10-06', { regionName: 'Kota Surabaya' }),
        aClaim('21.71', '2018-01-01', { regionName: 'Kota Batam' }),
        aClaim('94.04', '2025-09-24', { regionName: 'Kabupaten Mimika' }),
      ],
      today,
    )
    expect(view.labels.map(({ text }) => text)).toEqual(['Banyuwangi 2017', 'Batam 2018', 'Mimika 2025'])
  })

  test('nothing known draws nothing', () => {
    expect(spreadView([], today)).toEqual({
      buckets: [],
      counts: [],
      marks: [],
      labels: [],
      dated: 0,
      bounds: 0,
    })
  })
})

test('one strength is what a reader sees today, not what was once recorded', () => {
  const lapsed = aClaim('35.10', '2020-01-01', {
    kind: 'state',
    strength: 'verified',
    validUntil: '2026-01-31',
  })
  const claims = [lapsed, aClaim('33.01', '2021-01-01')]
  const codes = (...given: Parameters<typeof ofStrength>) => ofStrength(...given).map((one) => one.regionCode)
  expect(codes(claims, null, '2026-03-02')).toEqual(['35.10', '33.01'])
  expect(codes(claims, 'verified', '2026-01-31')).toEqual(['35.10'])
  expect(codes(claims, 'verified', '2026-03-02')).toEqual([])
  expect(codes(claims, 'not_updated', '2026-03-02')).toEqual(['35.10'])
})

test('a region whose only date is that of its stop is on no map and no curve', () => {
  const stop = [aClaim('35.10', '2024-01-01', { kind: 'state', happening: 'stopped' })]
  expect([spreadView(stop, today).marks, spreadEvents(stop)]).toEqual([[], []])
})

test('the curve counts a region once, at its first date', () => {
  const twice = [aClaim('35.10', '2021-05-01'), aClaim('35.10', '2019-05-01')]
  expect(spreadEvents(twice).map(({ latest }) => latest)).toEqual(['2019-05-01'])
})

test('the curve gets the whole interval of a date, and which claims share a ceremony', () => {
  const year = { earliest: '2023-01-01', latest: '2023-12-31', precision: 'year' } as const
  expect(
    spreadEvents([aClaim('35.10', '2023-12-31', year), aClaim('33.01', '2024-12-12', { batch: 'MPP 42' })]),
  ).toEqual([
    { code: '35.10', earliest: '2023-01-01', latest: '2023-12-31', batched: false },
    { code: '33.01', earliest: '2024-12-12', latest: '2024-12-12', batched: true },
  ])
})

test.each([
  ['Kabupaten Banyuwangi', 'Banyuwangi', 'Kab.\u00a0Banyuwangi'],
  ['Kota Sorong', 'Sorong', 'Kota\u00a0Sorong'],
  ['Daerah Khusus Ibukota Jakarta', 'DKI Jakarta', 'DKI Jakarta'],
  ['Daerah Istimewa Yogyakarta', 'DI Yogyakarta', 'DI Yogyakarta'],
  ['Kepulauan Bangka Belitung', 'Bangka Belitung', 'Kepulauan Bangka Belitung'],
  ['Kabupaten Kotabaru', 'Kotabaru', 'Kab.\u00a0Kotabaru'],
])('%s is %s on a map and %s in a list', (name, onMap, inList) => {
  expect([shortName(name), placeName(name)]).toEqual([onMap, inList])
})

test('years from first to last are one year when they are the same', () => {
  expect(yearsOf({ first: '2017-10-06', last: '2025-09-24' })).toBe('2017–2025')
  expect(yearsOf({ first: '2017-01-06', last: '2017-09-24' })).toBe('2017')
  expect(yearsOf({ first: null, last: null })).toBe('')
})
