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

test('only what was read in a source goes out, a year as little as a text', () => {
  expect(isOpenFact({ basis: 'source' })).toBe(true)
  expect(isOpenFact({ basis: 'general_knowledge' })).toBe(false)
  expect(isOpenFact({ basis: 'name_only' })).toBe(false)
})
