import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import '../../routes/api/daerah/+server.ts'
import '../../routes/api/daerah/[code]/+server.ts'
import { openPool } from './database.ts'
import { plainRead } from './plain-reads.ts'

const { env } = await testDb('migrated', (drop) => afterAll(drop))
beforeAll(() => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  return openPool()
})
afterAll(() => {
  vi.unstubAllEnvs()
  process.emit('sveltekit:shutdown' as 'exit', 0)
})

const asked = { getClientAddress: () => '203.0.113.7' }
const read = (path: string, init?: RequestInit) =>
  plainRead(new Request(`http://contoh.test${path}`, init), asked)

test('a read by the public is answered with every header that an answer of the site has', async () => {
  const answer = (await read('/api/daerah?limit=1'))!
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ rows: [], next: null })
  expect([...answer.headers.keys()]).toEqual([
    'access-control-allow-origin',
    'access-control-expose-headers',
    'cache-control',
    'content-length',
    'content-type',
    'cross-origin-opener-policy',
    'etag',
    'permissions-policy',
    'ratelimit',
    'ratelimit-policy',
    'referrer-policy',
    'vary',
    'x-content-type-options',
    'x-frame-options',
  ])
})

test('what can not be read is refused as ever', async () => {
  const answer = (await read('/api/daerah?limit=0&lang=en'))!
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ])
})

test('a reader who holds the answer is told so', async () => {
  const etag = (await read('/api/daerah'))!.headers.get('etag')!
  const again = (await read('/api/daerah', { headers: { 'if-none-match': etag } }))!
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each<[string, string, RequestInit?]>([
  ['who carries a cookie', '/api/daerah', { headers: { cookie: 'a=1' } }],
  ['a program with a token', '/api/daerah', { headers: { authorization: 'Bearer a' } }],
  ['another method', '/api/daerah', { method: 'HEAD' }],
  ['another method', '/api/daerah', { method: 'OPTIONS' }],
  ['a read with a parameter in its path', '/api/daerah/35'],
  ['a read whose handler is not known', '/api/tidak-ada'],
  ['a path with a slash behind it', '/api/daerah/'],
  ['a page', '/daerah'],
  ['a page that mentions a read', '/katalog?q=/api/daerah'],
  ['the English of an address', '/en/api/daerah'],
  ['a NUL', '/api/daerah?cursor=%00'],
  ['a parameter of the framework', '/api/daerah?x-sveltekit-invalidated=1'],
])('%s is left to the framework: %s', (_, path, init) => {
  expect(read(path, init)).toBeNull()
})
