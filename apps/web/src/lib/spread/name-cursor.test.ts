import { expect, test } from 'vitest'
import { fromCursor, toCursor } from './name-cursor.ts'

const id = '01962f00-0000-7000-8000-00000000000a'

test.each(['RSUD Dr. Soetomo', 'Dinas "Satu"', 'Pemkab Pangkajene & Kepulauan', 'Kantor — Pusat', ''])(
  'the place after %j is found again',
  (name) => {
    expect(fromCursor(toCursor({ name, id }))).toEqual({ name, id })
  },
)

test('a cursor needs no escaping in an address', () => {
  expect(toCursor({ name: '??>>~~', id })).toMatch(/^[\w-]+$/)
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
test.each([
  null,
  '',
  'bukan kursor',
  encoded({}),
  encoded(['nama']),
  encoded(['nama', 'bukan-id']),
  encoded([1, id]),
  encoded(null),
])('%j starts the list again', (text) => {
  expect(fromCursor(text)).toBeNull()
})
