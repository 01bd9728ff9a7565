import { expect, test } from 'vitest'
import { count, decimal, share } from './number.ts'

test('whole numbers are grouped as each language writes them', () => {
  expect([count('id', 2928), count('en', 2928), count('id', 305)]).toEqual(['2.928', '2,928', '305'])
})

test('decimals keep their places, also when they are zero', () => {
  expect([decimal('id', 1234.5, 1), decimal('en', 1234.5, 1), decimal('id', 3, 2)]).toEqual([
    '1.234,5',
    '1,234.5',
    '3,00',
  ])
})

test.each([
  ['id', 0.864, 0, '86%'],
  ['id', 0.864, 1, '86,4%'],
  ['en', 0.864, 1, '86.4%'],
  ['id', 0, 0, '0%'],
  ['id', 1, 0, '100%'],
  ['id', 0.001, 0, '< 1%'],
  ['id', 0.999, 0, '> 99%'],
  ['en', 0.9999, 1, '> 99.9%'],
] as const)('a share in %s of %d with %d decimals is %s', (lang, value, digits, shown) => {
  expect(share(lang, value, digits)).toBe(shown)
})
