import { expect, test } from 'vitest'
import { mappingOf } from './complaint-columns.ts'
import { monthOf, sectorNamed } from './complaint-sheet.ts'

test('columns are recognised by name, and identities are not', () => {
  const { columns, at, unread } = mappingOf([
    'Tracking ID',
    'Nama Pelapor',
    ' ISI  LAPORAN ',
    'Tanggal_Laporan',
    'Kab/Kota',
    'Alamat',
    'NIK',
  ])
  expect(columns).toEqual({ text: 'isi laporan', day: 'tanggal laporan', region: 'kab/kota' })
  expect([at.text, unread]).toEqual([2, 4])
})

test.each([
  ['2025-03-17', '2025-03'],
  ['2025-03-17 08:00', '2025-03'],
  ['17/08/2025', '2025-08'],
  ['7-8-2025 10.00', '2025-08'],
  ['17 Agustus 2025', '2025-08'],
  ['Mei 2025', '2025-05'],
  ['2025-13-01', null],
  ['kemarin', null],
  ['', null],
])('the month of %s is %s', (typed, month) => {
  expect(monthOf(typed)).toBe(month)
})

test.each([
  ['Kesehatan', 'health'],
  ['Infrastruktur dan Jalan', 'roads_transport'],
  ['Administrasi Kependudukan', 'population'],
  ['Persampahan', 'environment'],
  ['Lain-lain', null],
  ['', null],
])('the service of %s is %s', (category, sector) => {
  expect(sectorNamed(category)).toBe(sector)
})
