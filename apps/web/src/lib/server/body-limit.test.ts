import type { RequestEvent } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { bodyLimit } from './body-limit.ts'

/** What the hook does with a request that announces so many bytes: what was answered, or the status of its no. */
async function ask(id: string | null, length: string | null) {
  const headers: Record<string, string> = length === null ? {} : { 'content-length': length }
  return answerTo(id, new Request('https://contoh.test/', { method: 'POST', headers, body: 'isi' }))
}

async function answerTo(id: string | null, request: Request) {
  const event = { route: { id }, request, locals: { lang: 'id' } } as unknown as RequestEvent
  try {
    const answer = await bodyLimit({ event, resolve: () => Promise.resolve(new Response('answered')) })
    return await answer.text()
  } catch (problem) {
    return (problem as { status: number }).status
  }
}

test.each([
  ['/masuk', '524288', 'answered'],
  ['/masuk', '524289', 413],
  ['/naskah/[id]/berkas', '21000000', 'answered'],
  ['/naskah/[id]/berkas', '21000001', 413],
  ['/naskah/[id]/berkas/kiriman/[upload]', '262144', 'answered'],
  ['/naskah/[id]/berkas/kiriman/[upload]', '300000', 413],
  ['/naskah/[id]/berkas/kiriman', '524289', 413],
  ['/lampiran/[of]/[key]', '21000001', 413],
  ['/lampiran/[of]/[key]/kiriman/[upload]', '262144', 'answered'],
  ['/lampiran/[of]/[key]/kiriman/[upload]', '300000', 413],
  ['/kelola/lembar', '4194304', 'answered'],
  ['/kelola/lembar', '4194305', 413],
  ['toString', '524289', 413],
  [null, '524289', 413],
  ['/masuk', 'banyak', 413],
  ['/masuk', null, 411],
] as const)('%s with %s bytes: %s', async (id, length, answer) => {
  expect(await ask(id, length)).toBe(answer)
})

test('a page that is only asked for has nothing to weigh', async () => {
  expect(await answerTo('/katalog', new Request('https://contoh.test/katalog'))).toBe('answered')
})
