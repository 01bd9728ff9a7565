import type { RequestEvent } from '@sveltejs/kit'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { operation, pageOf, paging } from './operation.ts'
import { answer, preflight } from './respond.ts'

const towns = operation({
  path: '/api/kota/{kode}',
  name: 'towns',
  says: 'Towns',
  params: z.strictObject({ kode: z.string() }),
  query: z.strictObject({ ...paging, jenis: z.enum(['kota', 'desa']).optional() }),
  answer: pageOf(z.string()),
})
const GET = answer(towns, async ({ params, query }) => {
  if (params.kode === 'hilang') throw new Refusal('not-found', 'No such town.')
  const after = decodeCursor(query.cursor, z.tuple([z.string()]))
  return { rows: [`${params.kode}${after ? after[0] : ''}`], next: after ? null : encodeCursor(['ujung']) }
})

/** What SvelteKit hands to a handler, as far as an API read looks at it. */
function ask(path: string, headers: Record<string, string> = {}, kode = 'bwi') {
  const url = new URL(path, 'https://contoh.test/api/kota/bwi')
  const event = {
    url,
    params: { kode },
    request: new Request(url, { headers }),
    getClientAddress: () => '203.0.113.7',
    locals: { now: new Date('2026-03-01T00:00:00Z') },
  }
  return Promise.resolve(GET(event as unknown as RequestEvent))
}

describe('an API read', () => {
  test('answers JSON open to every origin, with a tag and the address of the next page', async () => {
    const response = await ask('?limit=5')
    expect(await response.json()).toEqual({ rows: ['bwi'], next: encodeCursor(['ujung']) })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('link')).toBe(
      `</api/kota/bwi?limit=5&cursor=${encodeCursor(['ujung'])}>; rel="next"`,
    )
    expect(response.headers.get('ratelimit-policy')).toBe('"reader";q=200;w=20')
  })

  test('sends nothing to a reader who holds the same version', async () => {
    const etag = (await ask('?limit=5')).headers.get('etag')!
    const again = await ask('?limit=5', { 'if-none-match': `"other", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  })

  test('refuses unknown and unreadable parameters by name, in the language asked for', async () => {
    const response = await ask('?limt=5&jenis=negara&lang=en')
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect((await response.json()).faults).toEqual([
      { where: 'jenis', says: 'Invalid option: expected one of "kota"|"desa"' },
      { where: 'limt', says: 'This parameter is not known.' },
    ])
    const indonesian = await (await ask('?limit=0', { 'accept-language': 'fr, id;q=0.5, en;q=0.2' })).json()
    expect(indonesian.faults).toEqual([{ where: 'limit', says: 'Nilai terkecil: 1.' }])
  })

  test('refuses the cursor of another list', async () => {
    const response = await ask(`?cursor=${encodeCursor([1, 2, 3])}&lang=en`)
    expect([response.status, (await response.json()).faults[0].where]).toEqual([400, 'cursor'])
  })

  test('says what is missing without an answer to cache', async () => {
    const response = await ask('', {}, 'hilang')
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect((await response.json()).title).toBe('Tidak ditemukan')
  })

  test('lets another site ask conditionally', async () => {
    const response = await preflight({} as RequestEvent)
    expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match')
  })
})
