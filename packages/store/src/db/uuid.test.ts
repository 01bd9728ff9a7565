import { expect, test } from 'vitest'
import { uuidv7 } from './uuid.ts'

test('ids are of version 7 and carry their millisecond', () => {
  const id = uuidv7(Date.UTC(2099, 0, 1))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2099, 0, 1))
})

test('ids sort in the order they were made, also when the clock steps back', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => uuidv7(Date.UTC(2100, 0, 1) - n))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
