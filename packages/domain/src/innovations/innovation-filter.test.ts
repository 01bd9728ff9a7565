import { expect, test } from 'vitest'
import { innovationFilter, innovationFilterForm } from './innovation-filter.form.ts'

const filter = (typed: Record<string, string | string[]>) =>
  innovationFilter(innovationFilterForm.parse(typed))

test('an empty question asks for everything, newest first', () => {
  expect(filter({})).toEqual({
    text: null,
    provinces: [],
    region: null,
    categories: [],
    institutions: [],
    kinds: [],
    bases: [],
    awards: [],
    stages: [],
    strengths: [],
    yearFrom: null,
    yearTo: null,
    batched: null,
    order: 'terbaru',
  })
})

test('fields left empty in the form are not asked', () => {
  expect(filter({ q: '', dari: '', daerah: '', urut: '', bertahap: '', provinsi: '' })).toEqual(filter({}))
})

test('several choices may be repeated or joined by commas, and count once', () => {
  expect(filter({ provinsi: ['35', '51', '35'] }).provinces).toEqual(['35', '51'])
  expect(filter({ provinsi: '35,51' }).provinces).toEqual(['35', '51'])
})

test('years given the wrong way round are turned', () => {
  const { yearFrom, yearTo } = filter({ dari: '2024', sampai: '2020' })
  expect([yearFrom, yearTo]).toEqual([2020, 2024])
})

test('best answer first is the order of a search, and only of a search', () => {
  expect([
    filter({ q: 'ktp' }).order,
    filter({ urut: 'relevan' }).order,
    filter({ q: 'ktp', urut: 'nama' }).order,
  ]).toEqual(['relevan', 'terbaru', 'nama'])
})

test.each([
  [{ provinsi: '3' }, 'provinsi'],
  [{ daerah: '35.1' }, 'daerah'],
  [{ dari: 'lama' }, 'dari'],
  [{ dari: '1800' }, 'dari'],
  [{ jenis: 'lomba' }, 'jenis'],
  [{ penghargaan: 'KIPP 19' }, 'penghargaan'],
  [{ bidang: "a' or 1=1" }, 'bidang'],
  [{ q: 'x'.repeat(201) }, 'q'],
])('%j is refused', (typed, field) => {
  const parsed = innovationFilterForm.safeParse(typed)
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
})

test('a parameter nobody knows is refused', () => {
  expect(innovationFilterForm.safeParse({ warna: 'biru' }).success).toBe(false)
})
