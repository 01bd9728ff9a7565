import { expect, test } from 'vitest'
import { isOpenFact, openNarrative } from './open-narrative.ts'

const texts = { summary: 'Ringkasan.', problem: 'Masalah.' }

test('only a narrative read on a source page leaves the platform', () => {
  expect(openNarrative({ basis: 'source', ...texts })).toEqual({ ...texts, withheld: null })
  const withheld = { summary: null, problem: null }
  expect(openNarrative({ basis: 'general_knowledge', ...texts })).toEqual({
    ...withheld,
    withheld: 'unconfirmed',
  })
  expect(openNarrative({ basis: 'name_only', ...texts })).toEqual({
    ...withheld,
    withheld: 'awaiting_agency',
  })
})

test('a year from general knowledge goes out as such, a text does not', () => {
  expect(isOpenFact({ field: 'started', basis: 'general_knowledge' })).toBe(true)
  expect(isOpenFact({ field: 'summary', basis: 'general_knowledge' })).toBe(false)
  expect(isOpenFact({ field: 'summary', basis: 'source' })).toBe(true)
  expect(isOpenFact({ field: 'started', basis: 'name_only' })).toBe(false)
})
