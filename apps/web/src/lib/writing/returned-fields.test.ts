import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '@semai/domain/refusal'
import { returnedFields } from '@semai/domain/innovations/returned-sheet'
import { chosenRecords } from './returned-fields.ts'

const id = '00000000-0000-4000-8000-000000000001'

function sent(ticked: readonly (readonly [take: string, value: string | null])[]): FormData {
  const form = new FormData()
  for (const [take, value] of ticked) {
    form.append('take', take)
    if (value !== null) form.append(`value ${take}`, value)
  }
  return form
}

test('what is ticked is gathered text by text', () => {
  const form = sent([
    ['code:INV-1 name', 'Antar Obat'],
    ['unit:puskesmas-sukamaju:3 name', 'Posyandu\0 Apung'],
    ['code:INV-1 problem', 'Satu\r\nDua'],
    [`editId:${id} isDigital`, 'yes'],
  ])
  form.append('value code:INV-1 summary', 'tidak dicentang')
  expect(chosenRecords(form)).toEqual([
    { of: { code: 'INV-1' }, values: { name: 'Antar Obat', problem: 'Satu\nDua' } },
    { of: { unit: 'puskesmas-sukamaju' }, values: { name: 'Posyandu Apung' } },
    { of: { editId: id }, values: { isDigital: 'yes' } },
  ])
})

test('nothing ticked, and forms that are none of ours, get a sentence', () => {
  const bad = [
    sent([]),
    sent([['code:INV-1 name', null]]),
    sent([['code:INV-1', 'x']]),
    sent([['owner:INV-1 name', 'x']]),
    sent([['code:INV\0 name', 'x']]),
    sent([['code:INV-1 started_at', 'x']]),
    sent([['editId:1 name', 'x']]),
  ]
  for (const form of bad) expect(() => chosenRecords(form)).toThrow(Refusal)
})

function answerTo(form: FormData): string {
  try {
    return chosenRecords(form).length > 0 ? 'choice' : 'nothing'
  } catch (problem) {
    return problem instanceof Refusal ? 'sentence' : String(problem)
  }
}

test('whatever is sent, the answer is a choice or a sentence', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('code:INV-1', `editId:${id}`, '__proto__:1'),
  )
  const field = fc.oneof(fc.string(), fc.constantFrom(...returnedFields, '__proto__'))
  fc.assert(
    fc.property(fc.array(fc.tuple(part, field, fc.string()), { maxLength: 4 }), (ticked) => {
      const form = sent(ticked.map(([key, name, value]) => [`${key} ${name}`, value] as const))
      expect(answerTo(form)).toMatch(/^(choice|sentence)$/)
    }),
    { numRuns: 300 },
  )
})
