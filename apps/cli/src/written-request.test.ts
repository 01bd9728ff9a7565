import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepRequestsWritten } from './written-request.ts'

const platform = globalThis.Request
beforeAll(keepRequestsWritten)
afterAll(() => (globalThis.Request = platform))

const headers: [string, string][] = [
  ['host', 'contoh.test'],
  ['accept', 'text/html'],
]
const { signal } = new AbortController()

test.each([
  'http://contoh.test/katalog?q=antrean',
  'http://contoh.test/a/../b/./c?d=é#e',
  'HTTP://Contoh.Test:80//katalog',
])('what is asked of %s reads as from the platform', (address) => {
  for (const method of ['GET', 'HEAD']) {
    const ours = new Request(address, { method, headers, signal })
    const its = new platform(address, { method, headers, signal })
    expect([ours.url, ours.method, [...ours.headers], ours.body]).toEqual([
      its.url,
      its.method,
      [...its.headers],
      its.body,
    ])
    expect([ours.mode, ours.redirect, ours.bodyUsed]).toEqual([its.mode, its.redirect, its.bodyUsed])
  }
})

test('a light request is a request like any other', async () => {
  const asked = new Request('http://contoh.test/a', { method: 'GET', headers, signal })
  expect(asked).toBeInstanceOf(Request)
  expect(asked).toBeInstanceOf(platform)
  expect([asked.clone().url, await asked.text(), asked.signal.aborted]).toEqual([
    'http://contoh.test/a',
    '',
    false,
  ])
  const changed = new Request(asked, { headers: { accept: '*/*' } })
  expect([changed.url, changed.headers.get('accept')]).toEqual(['http://contoh.test/a', '*/*'])
})

test('a light request is given up with its signal', () => {
  const giving = new AbortController()
  const asked = new Request('http://contoh.test/a', { method: 'GET', headers, signal: giving.signal })
  giving.abort()
  expect(asked.signal.aborted).toBe(true)
})

test('what has a body is the platform’s', async () => {
  const sent = new Request('http://contoh.test/a', { method: 'POST', headers, signal, body: 'benih' })
  expect([sent.method, await sent.text()]).toEqual(['POST', 'benih'])
})

test.each(['no address', 'http://name:secret@contoh.test/'])('%s is refused as ever', (address) => {
  expect(() => new Request(address, { method: 'GET', headers, signal })).toThrow(TypeError)
})
