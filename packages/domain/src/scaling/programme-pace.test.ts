import { expect, test } from 'vitest'
import { programmePace } from './programme-pace.ts'

const today = '2026-03-02'
const target = (year: number, regions: number) => ({ year, regions, source: 'Renstra' })
const reached = [
  { code: '35.10', latest: '2025-03-02' }, // a year ago to the day: no longer of the last twelve months
  { code: '35.11', latest: '2025-03-03' },
  { code: '33.72', latest: '2026-01-01' },
]

test.each([
  ['a number by a year', { targets: [target(2027, 9)], regions: [] }, { recent: 2, needed: 3, year: 2027 }],
  [
    'a number whose year is over',
    { targets: [target(2024, 9)], regions: [] },
    { recent: 2, needed: 6, year: 2024 },
  ],
  [
    'a number that is reached',
    { targets: [target(2027, 2)], regions: [] },
    { recent: 2, needed: 0, year: 2027 },
  ],
  ['no target', { targets: [], regions: [] }, { recent: 2, needed: null, year: null }],
  [
    'listed regions, of which only those count',
    {
      targets: [],
      regions: [
        { code: '35.11', byYear: 2026 },
        { code: '35.12', byYear: 2027 },
        { code: '35.13', byYear: 2027 },
      ],
    },
    { recent: 1, needed: 1, year: 2027 },
  ],
  [
    'listed regions of which one has no year',
    {
      targets: [],
      regions: [
        { code: '35.12', byYear: 2027 },
        { code: '35.13', byYear: null },
      ],
    },
    { recent: 0, needed: null, year: null },
  ],
] as const)('%s', (_, programme, pace) => {
  expect(programmePace(programme, reached, today)).toEqual(pace)
})
