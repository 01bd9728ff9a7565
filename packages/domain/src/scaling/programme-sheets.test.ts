import { expect, test } from 'vitest'
import { programmeSheets, programmesSheet } from './programme-sheets.ts'

const sides = { inside: 3, outside: 2, unknown: 0 }
const row = {
  name: 'Obat Tiba Nasional',
  owner: 'Kementerian Contoh',
  reached: 5,
  measure: { kind: 'listed' as const, of: 9, reached: 4, missing: [] },
  sides: { claims: sides, replications: { inside: 1, outside: 0, unknown: 7 } },
  open: { month: 1, quarter: 2, half: 3, older: 4 },
  pace: { recent: 2, needed: 3, year: 2027 },
}

test('each question has a sheet of its own, a column for each number', () => {
  const cells = programmeSheets.map((sheet) => {
    const [head, only] = programmesSheet([row], sheet)
    return [head!.length === only!.length, ...only!.slice(2)]
  })
  expect(cells).toEqual([
    [true, '5', '9', '4'],
    [true, '3', '2', '0', '1', '0', '7'],
    [true, '1', '2', '3', '4'],
    [true, '2', '3', '2027'],
  ])
})

test('what is not set or not told is empty, and no zero', () => {
  const bare = { ...row, measure: null, open: null, pace: { recent: 0, needed: null, year: null } }
  const cells = programmeSheets.map((sheet) => programmesSheet([bare], sheet)[1]!.slice(2))
  expect([cells[0], cells[2], cells[3]]).toEqual([
    ['5', '', ''],
    ['', '', '', ''],
    ['0', '', ''],
  ])
})
