import { describe, expect, test } from 'vitest'
import { provinceFinding, provincesWithout } from './province-finding.ts'

const names = new Map(
  [
    ['31', 'Daerah Khusus Ibukota Jakarta'],
    ['33', 'Jawa Tengah'],
    ['34', 'Daerah Istimewa Yogyakarta'],
    ['35', 'Jawa Timur'],
    ['36', 'Banten'],
    ['75', 'Gorontalo'],
  ].map(([code, name]) => [code!, { name: name! }]),
)
const row = (provinceCode: string, count: number, governments: number) => ({
  provinceCode,
  count,
  governments,
  years: [],
})

describe('the title of the table by province', () => {
  test.each([
    ['one leads', [row('35', 30, 38), row('33', 20, 35)], 'Jawa Timur terbanyak', 'Jawa Timur leads'],
    [
      'two are level',
      [row('35', 3, 38), row('33', 3, 35), row('36', 1, 8)],
      'Jawa Timur dan Jawa Tengah terbanyak',
      'Jawa Timur and Jawa Tengah lead',
    ],
    [
      'four are level',
      [row('35', 1, 38), row('33', 1, 35), row('36', 1, 8), row('34', 1, 5)],
      '4 provinsi sama banyak',
      '4 provinces are level',
    ],
    [
      'one is complete',
      [row('35', 30, 38), row('34', 5, 5)],
      'Jawa Timur terbanyak; DI Yogyakarta sudah lengkap',
      'Jawa Timur leads; DI Yogyakarta is complete',
    ],
    [
      'Jakarta, a single government, is never called complete',
      [row('35', 30, 38), row('31', 1, 1)],
      'Jawa Timur terbanyak',
      'Jawa Timur leads',
    ],
    [
      'nothing is dated',
      [row('35', 0, 38)],
      'Belum ada provinsi dengan tanggal',
      'No province has a date yet',
    ],
    ['there is no province', [], 'Belum ada provinsi dengan tanggal', 'No province has a date yet'],
  ])('%s', (_, rows, id, en) => {
    expect([provinceFinding(rows, names, 'id'), provinceFinding(rows, names, 'en')]).toEqual([id, en])
  })

  test('a province without a name is called by its code', () => {
    expect(provinceFinding([row('99', 1, 5)], names, 'id')).toBe('99 terbanyak')
  })
})

test('the provinces without a date are named while they are few', () => {
  const none = [row('35', 1, 38), row('31', 0, 1), row('36', 0, 8), row('75', 0, 6)]
  expect(provincesWithout(none, names, 'id')).toBe('DKI Jakarta, Banten dan Gorontalo')
  expect(provincesWithout(none, names, 'en')).toBe('DKI Jakarta, Banten and Gorontalo')
  expect(provincesWithout(none.slice(0, 2), names, 'id')).toBe('DKI Jakarta')
  expect(provincesWithout(none.slice(0, 1), names, 'id')).toBe('')
  const nine = Array.from({ length: 9 }, () => row('36', 0, 8))
  expect([provincesWithout(nine, names, 'id'), provincesWithout(nine, names, 'en')]).toEqual([
    '9 provinsi',
    '9 provinces',
  ])
})
