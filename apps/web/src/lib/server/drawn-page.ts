import type { RequestEvent } from '@sveltejs/kit'
import type { ResolveOptions } from '@sveltejs/kit/hooks'
import { etagOf } from '#lib/api/conditional.ts'

type Resolve = (event: RequestEvent, asked: ResolveOptions) => Response | Promise<Response>

/**
 * Resolves a request; a page goes on as the text it was drawn as, under a tag of our own. The framework would make bytes
 * of it and a tag sign by sign, which takes longer than counting the facets of a list, so it is left an empty one.
 * @throws Error for a page of which parts are to come later: its first part would be lost.
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
  if (!headers.has('etag')) throw new Error(`${event.url.pathname} came in parts; pages are sent whole`)
  headers.set('etag', etagOf(drawn))
  headers.set('content-length', String(Buffer.byteLength(drawn)))
  return new Response(drawn, { status, headers })
}
