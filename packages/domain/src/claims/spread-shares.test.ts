import { expect, test } from 'vitest'
import type { RegionSpread } from './region-spread.ts'
import { shareOf, sharesByYear } from './spread-shares.ts'

const place = (code: string, hasGovernment = true) => ({
  code,
  kind: code.length === 2 ? 'province' : 'regency',
  provinceCode: code.slice(0, 2),
  hasGovernment,
})
const places = ['31', '35', '35.01', '35.02', '94', '94.01', '94.02']
  .map((code) => place(code))
  .concat(place('31.71', false))
const row = (regionCode: string, day: string | null): RegionSpread => ({
  regionCode,
  first: day === null ? null : { earliest: day, latest: day, precision: 'day', isBatched: false },
  boundBy: day === null ? '2020-01-01' : null,
  strength: null,
  isRunning: true,
})
const rows = [
  row('31', '2019-01-01'),
  row('35.01', '2018-01-01'),
  row('94.01', '2021-02-02'),
  row('94.02', null),
]
const byProvince = {
  kind: 'local',
  groupOf: ({ provinceCode }: { provinceCode: string }) => provinceCode,
} as const

test('every group has the same years, and adds up those that have adopted by their end', () => {
  expect(sharesByYear(rows, places, byProvince)).toEqual({
    years: [2018, 2019, 2020, 2021],
    groups: [
      { key: '31', adopters: 1, reached: 1, byYear: [0, 1, 1, 1] },
      { key: '35', adopters: 2, reached: 1, byYear: [1, 1, 1, 1] },
      { key: '94', adopters: 2, reached: 1, byYear: [0, 0, 0, 1] },
    ],
  })
})

test('who could not adopt is neither above nor below the line', () => {
  const { groups } = sharesByYear(
    [...rows, row('35', '2020-01-01'), row('31.71', '2020-01-01')],
    places,
    byProvince,
  )
  expect(groups.map(({ key, adopters, reached }) => [key, adopters, reached])).toEqual([
    ['31', 1, 1],
    ['35', 2, 1],
    ['94', 2, 1],
  ])
  expect(groups.every((group) => shareOf(group) <= 1)).toBe(true)
})

test('a place may be left out, and without dates there is no year', () => {
  const groupOf = ({ code }: { code: string }) => (code === '94.01' ? 'far' : null)
  expect(sharesByYear([], places, { kind: 'local', groupOf })).toEqual({
    years: [],
    groups: [{ key: 'far', adopters: 1, reached: 0, byYear: [] }],
  })
})
