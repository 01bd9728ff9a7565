import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeFacts, noFacts } from '@semai/domain/replications/fork-change'
import { factField, reasonField, toldOfForm } from './fork-fields.ts'

const told = (fields: Record<string, string>) => toldOfForm(new URLSearchParams(fields))

test('a form of another text tells nothing of changes', () => {
  expect(told({ order: 'a', 'c.a.title': 'A' })).toBeUndefined()
})

test('facts of all changes, of one, and the reason are read; what says nothing is left out', () => {
  expect(
    told({
      [reasonField]: ' Ombak. ',
      'all.when': 'trial',
      'f.antar.why': 'law',
      'f.antar.words': 'Perda baru',
      'f.kotak.why': '',
    }),
  ).toEqual({
    all: { ...noFacts, when: 'trial' },
    facts: { antar: { ...noFacts, why: 'law', words: 'Perda baru' } },
    reason: 'Ombak.',
  })
})

test('a fact outside its list is refused with its place', () => {
  expect(() => told({ [reasonField]: '', 'f.antar.why': 'karena' })).toThrow(
    expect.objectContaining({
      code: 'invalid',
      faults: [{ field: 'f.antar.words', says: expect.anything() as unknown }],
    }),
  )
})

function outcome(fields: [string, string][]): string {
  try {
    toldOfForm(new URLSearchParams(fields))
    return 'read'
  } catch (problem) {
    return (problem as { code?: string }).code ?? String(problem)
  }
}

test('whatever is sent, it is read or refused by name', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'all.when',
      'f.__proto__.why',
      'f.constructor.why',
      'f.a.why',
      'f.a.b.c',
      'f..why',
      reasonField,
    ),
    fc.string(),
  )
  const value = fc.oneof(fc.constantFrom('', 'law', ...changeFacts.when), fc.string())
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 10 }), (fields) => {
      expect(outcome(fields)).toMatch(/^(read|invalid)$/)
    }),
    { numRuns: 1_000 },
  )
})

test('each fact has a field of its own', () => {
  expect([factField(null, 'why'), factField('antar', 'words')]).toEqual(['all.why', 'f.antar.words'])
})
