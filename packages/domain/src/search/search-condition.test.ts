import { expect, test } from 'vitest'
import { conditions, inName, looseCondition } from './search-condition.ts'
import type { Concept } from './understood-query.ts'

function concept(typed: string, given: Partial<Concept> = {}): Concept {
  const roots = typed.split(' ')
  return { typed, importance: 1, isPart: false, alternatives: [{ roots, weight: 1, how: 'typed' }], ...given }
}

const kk = concept('kk', {
  alternatives: [
    { roots: ['kk'], weight: 1, how: 'typed' },
    { roots: ['kartu', 'keluarga'], weight: 0.85, how: 'same' },
    { roots: ['akta'], weight: 0.3, how: 'also' },
  ],
})

test('words that mean the same are alternatives, and weak answers are left to ranking', () => {
  expect(conditions([kk])).toEqual(["('kk' | ('kartu' <-> 'keluarga'))"])
  expect(looseCondition([kk])).toBe("('kk') | ('kartu' & 'keluarga') | ('akta')")
})

test('everything is demanded first, then all but one thing, then anything', () => {
  expect(conditions([concept('desa'), concept('pajak'), concept('motor')])).toEqual([
    "('desa') & ('pajak') & ('motor')",
    "(('pajak') & ('motor')) | (('desa') & ('motor')) | (('desa') & ('pajak'))",
    "('desa') | ('pajak') | ('motor')",
  ])
})

test('words that hardly count are demanded only when nothing else is asked', () => {
  const app = concept('aplikasi', { importance: 0.45 })
  expect(conditions([app, concept('pajak')])).toEqual(["('pajak')"])
  expect(conditions([app])).toEqual(["('aplikasi')"])
})

test('nothing asked is no condition', () => {
  expect(conditions([])).toEqual([])
  expect(looseCondition([])).toBe(null)
})

test('a condition on the name marks every word', () => {
  expect(inName("('kk' | ('kartu' <-> 'keluarga'))")).toBe("('kk':A | ('kartu':A <-> 'keluarga':A))")
})
