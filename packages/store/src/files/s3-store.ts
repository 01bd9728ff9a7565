import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { Trouble } from '../db/trouble.ts'
import { safeKey } from './file-store.ts'
import type { ByteRange, FileStore, StoredFile } from './file-store.ts'

/** A bucket and the keys to it. `prefix` keeps several sites, or files and uploads, apart in one bucket. */
export type S3Place = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  prefix: string
}

const patienceMs = 30_000

/**
 * A bucket of any server that speaks S3, addressed by path, as a file store. Requests are signed (Signature Version 4),
 * bodies by their own SHA-256, so that what was altered on the way is refused. A server that does not answer is asked
 * again twice.
 */
export function s3Store(place: S3Place): FileStore {
  const { accessKeyId, secretAccessKey, region, prefix } = place
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const bucket = `${place.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(place.bucket)}`
  const ask = (path: string, given: RequestInit = {}) => asked(client, place, { url: bucket + path, given })
  const pathOf = (key: string) => `/${prefix}${safeKey(key).split('/').map(encodeURIComponent).join('/')}`
  return {
    folder: null,
    put: async (key, bytes) => {
      const sum = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'x-amz-content-sha256': sum, 'content-type': 'application/octet-stream' }
      await ask(pathOf(key), { method: 'PUT', body: Buffer.from(bytes), headers })
    },
    get: async (key, range) => streamOf(await ask(pathOf(key), rangeOf(range))),
    remove: async (key) => void (await ask(pathOf(key), { method: 'DELETE' })),
    list: (from = '') => listed(ask, prefix, from),
  }
}

type Ask = (path: string, given?: RequestInit) => Promise<Response>

/** That nothing is there is an answer to reading and removing; every other status that is no success is trouble. */
async function asked(
  client: AwsClient,
  place: S3Place,
  { url, given }: { url: string; given: RequestInit },
): Promise<Response> {
  const impatience = new AbortController()
  const timer = setTimeout(() => impatience.abort(), patienceMs) // until the answer begins; a reader may be slow
  const response = await client
    .fetch(url, { ...given, signal: impatience.signal })
    .catch((problem: unknown) => {
      throw new Trouble(
        `The file store at ${place.endpoint} does not answer. Look at it, then try again.`,
        problem,
      )
    })
    .finally(() => clearTimeout(timer))
  if (response.ok || (response.status === 404 && given.method !== 'PUT')) return response
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? ''
  throw new Trouble(
    `The file store at ${place.endpoint} said no (${response.status} ${code}): look at SEMAI_S3_BUCKET ` +
      '(the bucket must be there), SEMAI_S3_ACCESS_KEY and SEMAI_S3_SECRET_KEY.',
  )
}

function rangeOf(range?: ByteRange): RequestInit {
  return range ? { headers: { range: `bytes=${range.first}-${range.last}` } } : {}
}

async function streamOf(response: Response): Promise<Readable | null> {
  if (response.status !== 404 && response.body !== null) {
    return Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
  }
  await response.body?.cancel()
  return response.status === 404 ? null : Readable.from([])
}

/** By the older form of the list, which every server speaks: the next page begins after the last key. */
async function* listed(ask: Ask, prefix: string, from: string): AsyncIterable<StoredFile> {
  let marker = ''
  for (let isMore = true; isMore;) {
    const response = await ask(`/?${new URLSearchParams({ prefix: prefix + from, marker })}`)
    if (response.status === 404)
      throw new Trouble('The bucket of the file store is not there: make it first.')
    const text = await response.text()
    const entries = [...text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, entry = '']) => entry)
    for (const entry of entries) {
      const [key, bytes, storedAt] = [inTag(entry, 'Key'), inTag(entry, 'Size'), inTag(entry, 'LastModified')]
      if (key === null || !key.startsWith(prefix)) continue
      yield { key: key.slice(prefix.length), bytes: Number(bytes), storedAt: new Date(storedAt ?? 0) }
    }
    isMore = inTag(text, 'IsTruncated') === 'true' && entries.length > 0
    marker = inTag(entries.at(-1) ?? '', 'Key') ?? ''
  }
}

/** The text of the first such tag. Our keys need no escaping; tokens may have it. */
function inTag(xml: string, tag: string): string | null {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]
  return (
    found
      ?.replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&') ?? null
  )
}
