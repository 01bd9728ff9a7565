import { expect, test } from 'vitest'
import { etagOf, isUnchanged } from './conditional.ts'

const version = { etag: 'W/"a"', lastModified: new Date('2026-03-01T10:00:00.700Z') }
const held = (headers: Record<string, string>) =>
  isUnchanged(new Request('https://contoh.test/', { headers }), version)

test('a tag decides before a date; without either everything is new', () => {
  expect(held({ 'if-none-match': '"b", "a"' })).toBe(true)
  expect(held({ 'if-none-match': '*' })).toBe(true)
  expect(held({ 'if-none-match': '"b"', 'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT' })).toBe(false)
  expect(held({ 'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT' })).toBe(true)
  expect(held({ 'if-modified-since': 'Sun, 01 Mar 2026 09:59:59 GMT' })).toBe(false)
  expect(held({ 'if-modified-since': 'kemarin' })).toBe(false)
  expect(held({})).toBe(false)
})

test('one changed byte changes the tag', () => {
  expect(etagOf('a')).toBe(etagOf(new Uint8Array([97])))
  expect(etagOf('a')).not.toBe(etagOf('b'))
})
