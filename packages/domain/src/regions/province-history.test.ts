import { describe, expect, test } from 'vitest'
import { provinceOn, provincesDuring } from './province-history.ts'

const mimika = { regionCode: '94.04', formerProvinceCode: '91', validFrom: '2022-07-25' }
const history = [mimika, { regionCode: '96.01', formerProvinceCode: '92', validFrom: '2022-12-08' }]

describe('the province of a region on a day', () => {
  test.each([
    ['94.04', '2017-05-22', '91'],
    ['94.04', '2022-07-24', '91'],
    ['94.04', '2022-07-25', '94'],
    ['94.04', '2026-03-02', '94'],
    ['96.01', '2022-12-07', '92'],
    ['96.01', '2022-12-08', '96'],
    ['35.10', '1999-01-01', '35'],
    ['94', '2017-01-01', '94'],
  ])('%s on %s is %s', (code, day, province) => {
    expect(provinceOn(code, day, history)).toBe(province)
  })

  test('follows every change when there were several', () => {
    const moved = [mimika, { regionCode: '94.04', formerProvinceCode: '82', validFrom: '1999-10-04' }]
    const days = ['1999-10-03', '1999-10-04', '2022-07-25']
    expect(days.map((day) => provinceOn('94.04', day, moved))).toEqual(['82', '91', '94'])
    expect(provincesDuring('94.04', { first: '1990-01-01', last: '2026-01-01' }, moved)).toEqual([
      '82',
      '91',
      '94',
    ])
  })
})

test.each([
  ['2017-01-01', '2022-07-24', ['91']],
  ['2017-01-01', '2022-07-25', ['91', '94']],
  ['2022-07-24', '2025-09-24', ['91', '94']],
  ['2022-07-25', '2025-09-24', ['94']],
])('from %s to %s it belonged to %j', (first, last, provinces) => {
  expect(provincesDuring('94.04', { first, last }, history)).toEqual(provinces)
})
