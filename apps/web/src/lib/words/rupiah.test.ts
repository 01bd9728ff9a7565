import { expect, test } from 'vitest'
import { rupiah, rupiahShort } from './rupiah.ts'

const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

test('money in full is grouped and never breaks after Rp', () => {
  expect([rupiah('id', 1_250_000), rupiah('en', 1_250_000)]).toEqual([
    'Rp\u00a01.250.000',
    'Rp\u00a01,250,000',
  ])
})

test.each([
  ['id', 1_200_000_000, 'Rp 1,2 miliar'],
  ['en', 1_200_000_000, 'Rp 1.2 billion'],
  ['id', 999_960_000, 'Rp 1 miliar'],
  ['id', 3_400_000_000_000, 'Rp 3,4 triliun'],
  ['id', 750_000, 'Rp 750.000'],
  ['id', -2_500_000, '\u2212Rp 2,5 juta'],
  ['id', 0, 'Rp 0'],
] as const)('at a glance in %s %d is %s', (lang, amount, shown) => {
  expect(spaced(rupiahShort(lang, amount))).toBe(shown)
})
