import type { Readable } from 'node:stream'

/** A part of a stored file, both ends included, as a `Range` asks for it. */
export type ByteRange = { first: number; last: number }

/** What is stored under a key, and when it was put there. */
export type StoredFile = { key: string; bytes: number; storedAt: Date }

/**
 * Where bytes are kept, by key: a folder, or a bucket that speaks S3. A key is a relative path with forward slashes.
 * What is put under a key is whole or not there at all.
 */
export type FileStore = {
  /** The folder on this machine that holds it; null for a bucket. */
  folder: string | null
  /** The bytes are there afterwards, on disk; what stood under the key is replaced. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The bytes as they are read, all or a range; null when nothing is there. */
  get(key: string, range?: ByteRange): Promise<Readable | null>
  /** Nothing is under the key afterwards, whether or not something was. */
  remove(key: string): Promise<void>
  /** Everything whose key begins so, in the order of keys. */
  list(prefix?: string): AsyncIterable<StoredFile>
}

/** The key of some bytes: their hash, in folders of at most 256 entries. */
export function contentKey(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`
}

/** @throws RangeError for a key that could lead out of the store. */
export function safeKey(key: string): string {
  const leadsOut = /[\0\\]/.test(key) || key.split('/').some((part) => ['', '.', '..'].includes(part))
  if (!leadsOut && key.length <= 500) return key
  throw new RangeError(`safeKey: ${JSON.stringify(key.slice(0, 80))} is no key of a file store`)
}

/** All bytes of a stored file; null when nothing is there. Memory is as large as the file. */
export async function readWhole(store: Pick<FileStore, 'get'>, key: string): Promise<Buffer | null> {
  const stream = await store.get(key)
  return stream === null ? null : Buffer.concat(await stream.toArray())
}
