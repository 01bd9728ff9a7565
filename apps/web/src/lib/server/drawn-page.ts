import { ReadableStream } from 'node:stream/web'
import type { RequestEvent } from '@sveltejs/kit'
import type { ResolveOptions } from '@sveltejs/kit/hooks'
import { etagOf } from '#lib/api/conditional.ts'

type Resolve = (event: RequestEvent, asked: ResolveOptions) => Response | Promise<Response>

/**
 * Resolves a request; a page goes on as the text it was drawn as, under a tag of our own. The framework would make bytes
 * of it and a tag sign by sign, which takes longer than counting the facets of a list, so it is left an empty one.
 * A page of which parts come later goes on in parts, without a tag, as it came.
 */
export async function drawnPage(
  event: RequestEvent,
  resolve: Resolve,
  asked: ResolveOptions,
): Promise<Response> {
  let drawn: string | null = null
  const response = await resolve(event, {
    ...asked,
    transformPageChunk: async (chunk) => {
      drawn = (await asked.transformPageChunk?.(chunk)) ?? chunk.html
      return ''
    },
  })
  if (drawn === null) return response
  const { headers, status } = response
  if (!headers.has('etag')) {
    const all = ReadableStream.from(parts(drawn, response)) as BodyInit
    return new Response(all, { status, headers })
  }
  const bytes = Buffer.from(drawn)
  headers.set('etag', etagOf(bytes))
  headers.set('content-length', String(bytes.length))
  return new Response(bytes, { status, headers })
}

async function* parts(first: string, { body }: Response): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(first)
  if (body) yield* body
}
