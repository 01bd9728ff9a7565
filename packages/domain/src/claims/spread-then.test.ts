import { describe, expect, test } from 'vitest'
import { countByProvince } from './spread.ts'
import { countByProvinceThen, provincesDiffered, spanOf } from './spread-then.ts'

const regions = [
  ...['91', '94', '35'].map((code) => ({ code, kind: 'province', provinceCode: code, hasGovernment: true })),
  ...['91.03', '91.71', '94.01', '94.04', '35.10'].map((code) => ({
    code,
    kind: 'regency',
    provinceCode: code.slice(0, 2),
    hasGovernment: true,
  })),
]
const history = ['94.01', '94.04'].map((regionCode) => ({
  regionCode,
  formerProvinceCode: '91',
  validFrom: '2022-07-25',
}))

function aClaim(regionCode: string, latest: string, precision: 'day' | 'by' = 'day') {
  return {
    regionCode,
    provinceCode: regionCode.slice(0, 2),
    latest,
    precision,
    kind: 'event',
    happening: 'opened',
    strength: 'reported',
    validUntil: null,
    stoppedOn: null,
  } as const
}

const short = (rows: ReturnType<typeof countByProvinceThen>) =>
  rows.map(({ provinceCode, count, governments }) => [provinceCode, count, governments])

describe('provinces as they were when each claim happened', () => {
  test('a claim before the change counts in the former province, and the new one has no row yet', () => {
    const claims = [aClaim('94.04', '2017-05-22'), aClaim('35.10', '2018-01-01')]
    expect(short(countByProvinceThen(claims, regions, history))).toEqual([
      ['35', 1, 1],
      ['91', 1, 4],
    ])
    expect(short(countByProvince(claims, regions))).toEqual([
      ['35', 1, 1],
      ['94', 1, 2],
      ['91', 0, 2],
    ])
  })

  test('the day of the law already belongs to the new province, the day before does not', () => {
    const claims = [aClaim('94.01', '2022-07-24'), aClaim('94.04', '2022-07-25')]
    expect(short(countByProvinceThen(claims, regions, history))).toEqual([
      ['94', 1, 2],
      ['91', 1, 4],
      ['35', 0, 1],
    ])
  })

  test('are those of now when every claim is younger than the change', () => {
    const claims = [aClaim('94.04', '2022-07-25'), aClaim('91.71', '2023-05-19')]
    expect(countByProvinceThen(claims, regions, history)).toEqual(countByProvince(claims, regions))
    expect([provincesDiffered(claims, history), provincesDiffered([], history)]).toEqual([false, false])
    expect(provincesDiffered([aClaim('35.10', '2022-07-24')], history)).toBe(true)
  })

  test('no province ever has more claims than governments', () => {
    const everywhere = regions.filter(({ kind }) => kind === 'regency').map(({ code }) => code)
    const before = everywhere.map((code, i) => aClaim(code, `2022-07-2${i}`))
    const rows = countByProvinceThen([...before, aClaim('91.03', '2024-01-01', 'by')], regions, history)
    expect(short(rows)).toEqual([
      ['91', 4, 4],
      ['35', 1, 1],
    ])
  })

  test('an upper bound is no date: it neither counts nor stretches the time looked at', () => {
    const bound = aClaim('94.04', '2010-01-01', 'by')
    expect(spanOf([bound])).toBeNull()
    expect(countByProvinceThen([bound], regions, history)).toEqual(countByProvince([], regions))
  })
})
