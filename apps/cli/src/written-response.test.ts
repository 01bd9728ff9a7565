import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepResponsesWritten, sendWritten } from './written-response.ts'

const platform = globalThis.Response
beforeAll(keepResponsesWritten)
afterAll(() => (globalThis.Response = platform))

/** What a reader gets when `answer` is sent; null when it was not sent. */
async function sent(answer: Response) {
  const server = createServer((_, response) => {
    if (!sendWritten(answer, response)) response.writeHead(501).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const got = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const text = await got.text()
  server.close()
  return got.status === 501 ? null : { status: got.status, headers: got.headers, text }
}

test('a text is sent with its status, headers and length', async () => {
  const got = await sent(new Response('Séma 🌱', { status: 404, headers: { etag: '"a"' } }))
  expect([got!.status, got!.text]).toEqual([404, 'Séma 🌱'])
  const headers = ['etag', 'content-type', 'content-length'].map((name) => got!.headers.get(name))
  expect(headers).toEqual(['"a"', 'text/plain;charset=UTF-8', '10'])
})

test('bytes are sent as they are, without a type of their own', async () => {
  const got = await sent(new Response(new TextEncoder().encode('benih')))
  expect([got!.text, got!.headers.get('content-type')]).toEqual(['benih', null])
})

test('every cookie is sent', async () => {
  const answer = new Response(null, { status: 303, headers: { location: '/masuk' } })
  answer.headers.append('set-cookie', 'a=1')
  answer.headers.append('set-cookie', 'b=2')
  const server = createServer((_, response) => sendWritten(answer, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const got = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    redirect: 'manual',
  })
  expect([got.status, got.headers.get('location'), got.headers.getSetCookie()]).toEqual([
    303,
    '/masuk',
    ['a=1', 'b=2'],
  ])
  server.close()
})

test('what comes as a stream is not sent', async () => {
  expect(await sent(new Response(new Blob(['aliran']).stream()))).toBe(null)
})

test('a written answer is a response like any other', async () => {
  const answer = new Response('{"a":1}', { status: 201, headers: { 'content-type': 'application/json' } })
  expect(answer).toBeInstanceOf(Response)
  expect(answer).toBeInstanceOf(platform)
  expect([answer.ok, answer.status, answer.redirected, answer.bodyUsed]).toEqual([true, 201, false, false])
  const copy = answer.clone()
  expect(await answer.json()).toEqual({ a: 1 })
  expect(answer.bodyUsed).toBe(true)
  expect([copy.status, await copy.text(), copy.headers.get('content-type')]).toEqual([
    201,
    '{"a":1}',
    'application/json',
  ])
  expect(new Response(null).body).toBe(null)
  expect(await new Response(new Response('benih').body, answer).text()).toBe('benih')
})

test('a status that no response may have is refused as ever', () => {
  expect(() => new Response('', { status: 42 })).toThrow(RangeError)
})
