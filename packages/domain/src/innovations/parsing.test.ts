import { expect, test } from 'vitest'
import { nearMiss } from '../text/near-miss.ts'
import { freeSlug, slugOf } from '../text/slug.ts'
import { governmentName } from '../organisations/government.ts'
import { awardsOf } from './award.ts'
import { citationOf, generalKnowledge } from './citation.ts'

test.each([
  ['Top 99 2018', 'KIPP', 2018],
  ['Top 99 (tahun tidak dipastikan)', 'KIPP', null],
  ['Top Inovasi KIPP (tahun/peringkat tidak dipastikan)', 'KIPP', null],
  ['Finalis KIPP 2021 (tahap verifikasi lapangan)', 'KIPP', 2021],
  ['Scaling-up nasional 2019', 'scaling_up', 2019],
  ['Wakil Indonesia pada UNPSA 2018', 'UNPSA', 2018],
  ['Penghargaan PKRI 2024 kelompok keberlanjutan', 'PKRI', 2024],
  ['Inovasi unggulan IGA 2025 (versi 2.0)', 'IGA', 2025],
  ['Top 25 Kovablik Jatim 2018', 'other', 2018],
  ['Top 30 KIPP Sulawesi Selatan 2021', 'other', 2021],
  ['Juara I KIPP DIY 2025 (kabupaten/kota)', 'other', 2025],
  ['Good Practice Award Jatim 2018 (pembangunan inklusif)', 'other', 2018],
])('%s is an award of %s, %s', (label, competition, year) => {
  expect(awardsOf(label)).toEqual([{ label, competition, year }])
})

test('a list of awards is split at semicolons and named once', () => {
  expect(awardsOf('Top 99 2018; Top 99 2019;Top 99 2018; ').map((award) => award.label)).toEqual([
    'Top 99 2018',
    'Top 99 2019',
  ])
})

test('a source cell says which fields were not read there', () => {
  expect(
    citationOf('koran-jakarta.com (2022); tahun: pengetahuan umum (belum diverifikasi pada halaman sumber)'),
  ).toEqual({ text: 'koran-jakarta.com (2022)', unread: new Set(['started']) })
  expect(citationOf(generalKnowledge)).toEqual({ text: generalKnowledge, unread: 'all' })
  expect(citationOf('sulseltimes.com; pintasan.co (2025)')).toEqual({
    text: 'sulseltimes.com; pintasan.co (2025)',
    unread: new Set(),
  })
})

test('slugs are plain, and distinct when names are not', () => {
  const taken = new Set<string>()
  expect(slugOf("Home Care Dottoro'ta")).toBe('home-care-dottorota')
  expect(
    slugOf('Gerak Cepat, Cermat dan Tepat Pelayanan Rawat Jalan 10 Menit '.repeat(2)).length,
  ).toBeLessThan(81)
  expect(freeSlug('SIDAK', 'INV-0023', taken)).toBe('sidak')
  expect(freeSlug('Sidak', 'INV-0999', taken)).toBe('sidak-inv-0999')
  expect(freeSlug('Sidak', 'INV-0999', taken)).toBe('sidak-inv-0999-2')
})

test('a mistyped word finds the one that was meant, a strange one nothing', () => {
  expect(nearMiss('institusion', ['id', 'institution'])).toBe('institution')
  expect(nearMiss('Region Code', ['region_code', 'region_name'])).toBe('region_code')
  expect(nearMiss('catatan', ['id', 'institution'])).toBeNull()
})

test('governments are named as they name themselves', () => {
  expect(governmentName({ code: '35.78', kind: 'city', name: 'Kota Surabaya' })).toBe(
    'Pemerintah Kota Surabaya',
  )
  expect(governmentName({ code: '35', kind: 'province', name: 'Jawa Timur' })).toBe(
    'Pemerintah Provinsi Jawa Timur',
  )
  expect(governmentName({ code: '34', kind: 'province', name: 'Daerah Istimewa Yogyakarta' })).toBe(
    'Pemerintah Daerah Daerah Istimewa Yogyakarta',
  )
})
