import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Trouble } from '../db/trouble.ts'
import { UNCHANGED } from './manifest.ts'
import type { Part } from './manifest.ts'

/** The bytes, compressed where asked, are in a new file of the folder, on disk. Memory stays constant. */
export async function writePart(
  folder: string,
  path: string,
  { bytes, compressed }: { bytes: Readable; compressed: boolean },
): Promise<Part> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  const hash = createHash('sha256')
  let written = 0
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      written += chunk.length
      yield chunk
    }
  }
  const out = createWriteStream(file, { flags: 'wx', flush: true })
  if (compressed) await pipeline(bytes, createGzip(), counted, out)
  else await pipeline(bytes, counted, out)
  await syncFolder(dirname(file))
  return { path, bytes: written, sha256: hash.digest('hex') }
}

/** @throws Trouble when a file of the backup is missing or is not what was written. Reads all of it. */
export async function checkPart(folder: string, { path, bytes, sha256 }: Part): Promise<void> {
  const hash = createHash('sha256')
  let read = 0
  try {
    for await (const chunk of createReadStream(join(folder, path))) {
      hash.update(chunk as Buffer)
      read += (chunk as Buffer).length
    }
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
    throw new Trouble(`The backup lacks ${path}. Fetch it anew from where it is kept. ${UNCHANGED}`, problem)
  }
  if (read === bytes && hash.digest('hex') === sha256) return
  throw new Trouble(
    `${path} in the backup is not as it was written (its SHA-256 does not fit the manifest). ` +
      `Fetch it anew from where it is kept. ${UNCHANGED}`,
  )
}

/** The names in the folder are on disk too, not only the contents of its files. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
