import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Handle } from '@sveltejs/kit/hooks'
import { isKept } from '#lib/server/kept-page.ts'

const squeezable = /^(text\/|image\/svg|application\/(.*\+)?(json|xml|javascript|yaml))/
const worthwhileBytes = 1_200

/** Answers leave compressed when the reader can open them; files that are streamed keep streaming. */
export const compression: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  const type = response.headers.get('content-type') ?? ''
  if (!squeezable.test(type) || response.headers.has('content-encoding')) return response
  response.headers.append('vary', 'accept-encoding')
  const coding = codingFor(event.request.headers.get('accept-encoding') ?? '')
  if (holdsAlready(event.request, response)) return notModified(response)
  if (coding === null || response.status === 206 || !response.body) return response
  const length = response.headers.get('content-length')
  if (length !== null && Number(length) < worthwhileBytes) return response
  if (length === null) return squeezeStream(response)
  return isKept(event) ? squeezeOnce(response, coding) : squeezeWhole(response, coding)
}

type Coding = 'br' | 'gzip'

/** The best coding the reader accepts; one refused by `;q=0` is not accepted. */
export function codingFor(accepted: string): Coding | null {
  const offers = accepted.split(',').map((offer) => offer.trim().split(/\s*;\s*q=/))
  const takes = (coding: Coding) =>
    offers.some(([name, weight]) => name === coding && Number(weight ?? 1) > 0)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

/** A copy is fresh when its tag is ours, strong or weak: the coded and the plain page say the same. */
function holdsAlready(request: Request, response: Response): boolean {
  const held = request.headers.get('if-none-match')?.split(',') ?? []
  const tag = response.headers.get('etag')
  return response.status === 200 && tag !== null && held.some((one) => one.trim().replace(/^W\//, '') === tag)
}

function notModified(response: Response): Response {
  const headers = new Headers()
  for (const name of ['etag', 'cache-control', 'vary', 'content-location']) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(null, { status: 304, headers })
}

/** Quality 4 halves the time of 5 for two per cent more bytes on our pages. */
async function squeezeWhole(response: Response, coding: Coding): Promise<Response> {
  const plain = Buffer.from(await response.arrayBuffer())
  const small =
    coding === 'br'
      ? await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await promisify(gzip)(plain, { level: 6 })
  const headers = codedHeaders(response, coding)
  headers.set('content-length', String(small.length))
  return new Response(new Uint8Array(small), { status: response.status, headers })
}

/** Kept pages by tag and coding: what they say is in the tag, so a copy never says anything else. */
const squeezed = new LRUCache<string, Buffer>({ max: 120 })

/** A kept page leaves in the bytes it left in before. */
async function squeezeOnce(response: Response, coding: Coding): Promise<Response> {
  const key = `${coding} ${response.headers.get('etag')}`
  const small =
    squeezed.get(key) ?? Buffer.from(await (await squeezeWhole(response.clone(), coding)).arrayBuffer())
  squeezed.set(key, small)
  const headers = codedHeaders(response, coding)
  headers.set('content-length', String(small.length))
  return new Response(new Uint8Array(small), { status: response.status, headers })
}

function squeezeStream(response: Response): Response {
  const headers = codedHeaders(response, 'gzip')
  return new Response(response.body?.pipeThrough(new CompressionStream('gzip')) ?? null, {
    status: response.status,
    headers,
  })
}

/** Different bytes under one tag would break a strict comparison, so the tag becomes a weak one. */
function codedHeaders(response: Response, coding: Coding): Headers {
  const headers = new Headers(response.headers)
  headers.set('content-encoding', coding)
  const etag = headers.get('etag')
  if (etag?.startsWith('"')) headers.set('etag', `W/${etag}`)
  return headers
}
