import type { RequestEvent } from '@sveltejs/kit'
import type { ResolveOptions } from '@sveltejs/kit/hooks'
import { expect, test } from 'vitest'
import { etagOf } from '#lib/api/conditional.ts'
import { drawnPage } from './drawn-page.ts'

const event = { url: new URL('https://contoh.test/katalog') } as RequestEvent
const english: ResolveOptions = { transformPageChunk: ({ html }) => html.replace('%lang%', 'en') }
const html = '<html lang="%lang%">Séma → 🌱'

/** As the framework draws a page: what the hook leaves of it is sent, with its length and tag. */
const page =
  (headers: Record<string, string>, status = 200) =>
  async (_: RequestEvent, asked: ResolveOptions) => {
    const left = await asked.transformPageChunk!({ html, done: true })
    return new Response(left, { status, headers: { 'content-length': '0', ...headers } })
  }

test('a page goes on whole, changed as asked, with the length and the tag of its own text', async () => {
  const answer = await drawnPage(event, page({ etag: '"frame"', 'x-a': '1' }, 404), english)
  const drawn = '<html lang="en">Séma → 🌱'
  expect([answer.status, await answer.text()]).toEqual([404, drawn])
  expect([...answer.headers].filter(([name]) => name !== 'content-type')).toEqual([
    ['content-length', String(Buffer.byteLength(drawn))],
    ['etag', etagOf(drawn)],
    ['x-a', '1'],
  ])
})

test('what is no page is left as it is', async () => {
  const answer = new Response('{}', { headers: { etag: '"a"' } })
  expect(await drawnPage(event, () => answer, english)).toBe(answer)
})

test('a page that comes in parts goes on in parts, the drawn one first', async () => {
  const inParts = async (_: RequestEvent, asked: ResolveOptions) => {
    const left = await asked.transformPageChunk!({ html, done: true })
    return new Response(new Blob([`${left}\n`, '<script>1</script>']).stream())
  }
  const answer = await drawnPage(event, inParts, english)
  expect([await answer.text(), answer.headers.get('etag')]).toEqual([
    '<html lang="en">Séma → 🌱\n<script>1</script>',
    null,
  ])
})
