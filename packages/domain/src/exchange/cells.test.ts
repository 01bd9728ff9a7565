import { expect, test } from 'vitest'
import { text } from './cells.ts'

test.each([
  ['a name in reverse', '\u202eibab\u202c'],
  ['an isolated run', '\u2066Bapenda\u2069'],
  ['a bell', 'Bapenda\u0007'],
])('%s is refused: it would not be shown as it is written', (_, given) => {
  expect(text(50).safeParse(given).error?.issues[0]?.message).toBe('holds a control character')
})

test('spaces around a text go, everything a person can see stays', () => {
  expect(text(50).parse(' Puskesmas “Sehat” é 💧\nSatu ')).toBe('Puskesmas “Sehat” é 💧\nSatu')
})
