import { expect, test } from 'vitest'
import { askedScope, mostTogether } from './spread-scope.ts'

const nothing = { innovations: [], programme: null, agency: null, region: null, beside: null }

test.each([
  [{}, { of: 'all' }],
  [{ innovations: [''], programme: ' ' }, { of: 'all' }],
  [{ innovations: ['PRG-MPP'] }, { of: 'innovations', codes: ['PRG-MPP'] }],
  [{ innovations: ['A', 'B', 'A'] }, { of: 'innovations', codes: ['A', 'B'] }],
  [{ programme: 'layanan-112' }, { of: 'programme', slug: 'layanan-112' }],
  [{ agency: 'kementerian-contoh' }, { of: 'agency', slug: 'kementerian-contoh' }],
  [{ region: 'jawa-timur' }, { of: 'region', slug: 'jawa-timur' }],
])('%j is read as %j', (given, scope) => {
  expect(askedScope({ ...nothing, ...given })).toEqual({ scope, beside: null, leftOut: [], isMixed: false })
})

test('of several kinds the narrowest is taken, and it is said', () => {
  const { scope, isMixed } = askedScope({ ...nothing, innovations: ['A'], agency: 'x', region: 'y' })
  expect([scope, isMixed]).toEqual([{ of: 'innovations', codes: ['A'] }, true])
})

test('what is beyond the most that can be looked at together is named', () => {
  const codes = Array.from({ length: mostTogether + 2 }, (_, i) => `INV-${i}`)
  const { scope, leftOut } = askedScope({ ...nothing, innovations: codes })
  expect(scope).toEqual({ of: 'innovations', codes: codes.slice(0, mostTogether) })
  expect(leftOut).toEqual(codes.slice(mostTogether))
})

test('two stand side by side only where one was chosen, and never one beside itself', () => {
  const besideOf = (innovations: string[], beside: string) =>
    askedScope({ ...nothing, innovations, beside }).beside
  expect(besideOf(['A'], 'B')).toBe('B')
  expect(besideOf(['A'], 'A')).toBe(null)
  expect(besideOf(['A', 'C'], 'B')).toBe(null)
  expect(besideOf([], 'B')).toBe(null)
})
