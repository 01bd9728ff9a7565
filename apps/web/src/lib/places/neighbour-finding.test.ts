import { expect, test } from 'vitest'
import { neighbourFinding, sharedInnovation } from './neighbour-finding.ts'

const near = (code: string, latest: string | null, innovation: string | null = 'MPP') => ({
  code,
  latest,
  innovation,
})
const own = (latest: string, innovation = 'MPP') =>
  ({ innovation, latest, precision: 'day', happening: 'opened' }) as const
const found = (claims: ReturnType<typeof own>[], rows: ReturnType<typeof near>[]) => [
  neighbourFinding(claims, rows, 'id'),
  neighbourFinding(claims, rows, 'en'),
]

test('neighbours that came later are counted of all, with the least and the most years between', () => {
  const rows = [
    near('1', '2023-10-31'),
    near('2', '2024-12-12'),
    near('3', null, null),
    near('4', '2023-11-21'),
  ]
  expect(found([own('2017-10-06')], rows)).toEqual([
    'Tiga dari empat tetangga terdekat menyusul enam sampai tujuh tahun kemudian',
    'Three of the four nearest neighbours followed six to seven years later',
  ])
  expect(found([own('2017-10-06')], [near('1', '2018-10-06')])).toEqual([
    'Satu dari satu tetangga terdekat menyusul satu tahun kemudian',
    'One of the one nearest neighbours followed one year later',
  ])
})

test('neighbours that were first are named as first, whatever the others did', () => {
  expect(found([own('2020-01-01')], [near('1', '2019-05-01'), near('2', '2023-01-01')])).toEqual([
    'Satu dari dua tetangga terdekat lebih dulu dengan MPP',
    'One of the two nearest neighbours had MPP first',
  ])
})

test('within the year is said in months, and from now to then as within', () => {
  expect(found([own('2020-01-01')], [near('1', '2020-02-01')])[0]).toBe(
    'Satu dari satu tetangga terdekat menyusul dalam hitungan bulan',
  )
  expect(found([own('2020-01-01')], [near('1', '2020-02-01'), near('2', '2022-01-01')])[1]).toBe(
    'Two of the two nearest neighbours followed within two years',
  )
})

test('nothing shared, no date of its own, or all on one day says nothing', () => {
  expect(found([own('2020-01-01', 'PKK')], [near('1', '2021-01-01')])).toEqual([null, null])
  expect(found([], [near('1', '2021-01-01')])).toEqual([null, null])
  expect(found([own('2020-01-01')], [near('1', '2020-01-01')])).toEqual([null, null])
  expect(sharedInnovation([near('1', null, null)])).toBe(null)
})
