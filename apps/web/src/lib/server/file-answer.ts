import type { RequestEvent } from '@sveltejs/kit'
import { Readable } from 'node:stream'
import { mediaTypeOf } from '@semai/domain/files/file-kind'
import { disposition } from '@semai/domain/files/file-name'
import { contentKey } from '@semai/store/files/file-store'
import { visibleFile } from '@semai/store/innovations/innovation-file.queries'
import type { Rendition } from '@semai/store/innovations/innovation-file.queries'
import { isUnchanged } from '#lib/api/conditional.ts'
import { byteRange } from './byte-range.ts'
import { files } from './files.ts'

const yearSeconds = 31_536_000

/** Nothing in a file may run, load or be framed here, whatever a browser takes it for. */
const inert = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'accept-ranges': 'bytes',
} as const

/** A file that was found, and may be sent to whoever asks. */
type Sent = { sha256: string; bytes: number; kind: keyof typeof mediaTypeOf; name: string; isPublic: boolean }

/**
 * A file of an innovation or an agency.
 * @throws Refusal not-found, also for those who may not see it.
 */
export async function fileAnswer(
  { request, locals: { db, actor } }: RequestEvent,
  asked: { fileId: string; rendition: Rendition },
): Promise<Response> {
  return sendFile(request, await visibleFile(db, actor, asked), asked)
}

/** What an address says of a rendition: `unduh` is the file itself, `800.webp` and `800.jpg` are sizes of a picture. */
export function renditionIn(given: string): Rendition | null {
  const [, width = '', ending = ''] = /^(\d{1,4})\.(webp|jpg)$/.exec(given) ?? []
  if (width === '') return given === 'unduh' ? 'whole' : null
  return { width: Number(width), format: ending === 'webp' ? 'webp' : 'jpeg' }
}

/**
 * A file as it is, or the part of it that is asked for, streamed from where it is kept. Public ones may be kept for a
 * year, since an address never means other bytes; all others by nobody.
 */
export async function sendFile(
  request: Request,
  file: Sent,
  asked: { rendition: Rendition },
): Promise<Response> {
  const etag = `"${file.sha256}"`
  const headers = { ...inert, ...named(file, asked.rendition), etag, 'cache-control': keptFor(file.isPublic) }
  if (isUnchanged(request, { etag })) return new Response(null, { status: 304, headers })
  const held = request.headers.get('if-range')
  const range = held === null || held === etag ? byteRange(request.headers.get('range'), file.bytes) : null
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.bytes}` },
    })
  }
  const part = range && { 'content-range': `bytes ${range.first}-${range.last}/${file.bytes}` }
  const length = range ? range.last - range.first + 1 : file.bytes
  const all = { ...headers, ...part, 'content-length': String(length) }
  const body = request.method === 'HEAD' ? null : await bytesOf(file.sha256, range ?? undefined)
  return new Response(body, { status: range ? 206 : 200, headers: all })
}

function named({ kind, name }: { kind: keyof typeof mediaTypeOf; name: string }, rendition: Rendition) {
  if (rendition !== 'whole')
    return { 'content-type': `image/${rendition.format}`, 'content-disposition': 'inline' }
  return { 'content-type': mediaTypeOf[kind], 'content-disposition': disposition(name) }
}

function keptFor(isPublic: boolean): string {
  return isPublic ? `public, max-age=${yearSeconds}, immutable` : 'private, no-store'
}

async function bytesOf(
  sha256: string,
  range?: { first: number; last: number },
): Promise<ReadableStream<Uint8Array>> {
  const stream = await files().contents.get(contentKey(sha256), range)
  if (stream === null)
    throw new Error(`The bytes of ${sha256} are not in the file store: look for them in a backup.`)
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
