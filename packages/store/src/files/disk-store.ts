import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { makeFolder } from '../db/make-folder.ts'
import { safeKey } from './file-store.ts'
import type { ByteRange, FileStore, StoredFile } from './file-store.ts'

/** What is being written; left by a process that was killed, and never listed. */
const unfinished = /\.unfinished$/

/** A folder as a file store; made when the first file is put. Several processes may use it at once. */
export function diskStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, safeKey(key))
  return {
    folder,
    put: (key, bytes) => writeWhole(pathOf(key), bytes),
    get: (key, range) => readFrom(pathOf(key), range),
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix = '') => listed(folder, prefix),
  }
}

/** Written beside its place and moved there: nobody reads half a file, and a power cut leaves none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  makeFolder(dirname(path))
  const beside = `${path}.${randomUUID()}.unfinished`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
  } catch (problem) {
    await rm(beside, { force: true })
    throw problem
  }
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}

async function readFrom(path: string, range?: ByteRange) {
  const handle = await open(path).catch(nothingThere)
  if (handle === null) return null
  return handle.createReadStream(range && { start: range.first, end: range.last })
}

async function* listed(folder: string, prefix: string): AsyncIterable<StoredFile> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nothingThere)
  const keys = (entries ?? [])
    .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((key) => key.startsWith(prefix))
    .sort()
  for (const key of keys) {
    const known = await stat(join(folder, key)).catch(nothingThere) // it may have gone meanwhile
    if (known) yield { key, bytes: known.size, storedAt: known.mtime }
  }
}

function nothingThere(problem: NodeJS.ErrnoException): null {
  if (problem.code === 'ENOENT') return null
  throw problem
}
