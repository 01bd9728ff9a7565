import { expect, test } from 'vitest'
import { claimDate, date, instant } from './date.ts'

test.each([
  ['id', '2024-12-12', '12 Desember 2024'],
  ['en', '2024-12-12', '12 December 2024'],
  ['id', '2022-05', 'Mei 2022'],
  ['en', '2022-05', 'May 2022'],
  ['id', '2017', '2017'],
] as const)('in %s %s reads %s, no more exact than it is', (lang, iso, shown) => {
  expect(date(lang, iso)).toBe(shown)
})

test('a claim shows its last possible day cut to what is known', () => {
  expect([
    claimDate('id', '2017-10-06', 'day'),
    claimDate('id', '2022-05-31', 'month'),
    claimDate('id', '2019-12-31', 'year'),
    claimDate('id', '2023-03-01', 'by'),
    claimDate('en', '2023-03-01', 'by'),
  ]).toEqual(['6 Oktober 2017', 'Mei 2022', '2019', 'paling lambat 1 Maret 2023', 'by 1 March 2023'])
})

test('an instant is told on the clock of its zone', () => {
  const lastMinute = new Date('2024-12-12T16:59:00Z')
  expect([instant('id', lastMinute), instant('id', lastMinute, 'WIT'), instant('en', lastMinute)]).toEqual([
    '12 Desember 2024 pukul 23.59 WIB',
    '13 Desember 2024 pukul 01.59 WIT',
    '12 December 2024 at 23:59 WIB',
  ])
})

test('midnight is 00.00', () => {
  const midnight = new Date('2024-12-12T17:00:00Z')
  expect(instant('id', midnight)).toBe('13 Desember 2024 pukul 00.00 WIB')
})
