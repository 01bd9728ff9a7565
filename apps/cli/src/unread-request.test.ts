import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseUnread } from './unread-request.ts'

const server = createServer(
  { requestTimeout: 60, headersTimeout: 50, connectionsCheckingInterval: 20 },
  (_, response) => response.end('read'),
).on('clientError', refuseUnread)
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => server.close())

/** The whole answer to these bytes. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(bytes)
  let said = ''
  for await (const part of socket) said += String(part)
  return said
}
const request = (path: string) => `GET ${path} HTTP/1.1\r\nhost: semai.test\r\nconnection: close\r\n\r\n`

test('what can be read is answered by the site', async () => {
  expect(await answerTo(request('/'))).toMatch(/^HTTP\/1\.1 200 [\s\S]*read$/)
})

test.each([
  [
    'an address that is too long',
    request(`/${'x'.repeat(20_000)}`),
    '431',
    'terlalu panjang',
    'Shorten the address',
  ],
  ['what is no request', 'halo\r\n\r\n', '400', 'tidak dapat dibaca', 'Type the address again'],
  ['a request that never ends', 'GET / HTTP/1.1\r\nhost: semai.test\r\n', '408', 'coba lagi', 'try again'],
])('%s is refused with a sentence in both languages', async (_, bytes, status, id, en) => {
  const said = await answerTo(bytes)
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(said).toContain(id)
  expect(said).toContain(en)
  const [head, body] = said.split('\r\n\r\n') as [string, string]
  expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBe(Buffer.byteLength(body))
})
