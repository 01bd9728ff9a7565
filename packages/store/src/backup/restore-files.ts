import { createReadStream } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Progress } from '../db/environment.ts'
import { Trouble } from '../db/trouble.ts'
import type { FileStore } from '../files/file-store.ts'
import { UNCHANGED } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { syncFolder, writePart } from './part.ts'

/** Where the files of a backup go. */
export type RestoredTo = Pick<FileStore, 'folder' | 'put' | 'remove'>

/**
 * A bucket may hold something: what lies there under the hash of its content cannot be anything else.
 * @throws Trouble when files go to a folder that is there and not empty.
 */
export async function refuseFiles({ folder }: RestoredTo): Promise<void> {
  if (folder === null) return
  const there = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return []
    throw problem
  })
  if (there.length === 0) return
  throw new Trouble(`${folder} is not empty, and a restore never overwrites. Move it away. ${UNCHANGED}`)
}

type Backup = { folder: string; manifest: Manifest }
/** To be called with the problem when the commit fails: takes the files away and throws it again. */
type TakeBack = (problem: unknown) => Promise<never>

/**
 * The files of the backup are in their folder or bucket, on disk: before the commit, since files without rows do no
 * harm and rows without files do.
 */
export async function restoreFiles(backup: Backup, files: RestoredTo, progress: Progress): Promise<TakeBack> {
  const { length } = backup.manifest.files
  if (length > 0) progress(`Restoring ${length} files`)
  return files.folder === null ? intoBucket(backup, files) : intoFolder(backup, files.folder)
}

async function intoFolder({ folder, manifest }: Backup, files: string): Promise<TakeBack> {
  const fresh = `${files}.restoring`
  if (manifest.files.length > 0) {
    await rm(fresh, { recursive: true, force: true }) // of a restore that was interrupted
    for (const { path } of manifest.files) {
      const bytes = createReadStream(join(folder, path))
      await writePart(fresh, keyOf(path), { bytes, compressed: false })
    }
    await mkdir(dirname(files), { recursive: true })
    await rename(fresh, files)
    await syncFolder(dirname(files))
  }
  return async (problem) => {
    if (manifest.files.length > 0) await rm(files, { recursive: true, force: true })
    throw problem
  }
}

async function intoBucket({ folder, manifest }: Backup, files: RestoredTo): Promise<TakeBack> {
  for (const { path } of manifest.files) await files.put(keyOf(path), await readFile(join(folder, path)))
  return async (problem) => {
    for (const { path } of manifest.files) await files.remove(keyOf(path))
    throw problem
  }
}

function keyOf(path: string): string {
  return path.slice('files/'.length)
}
