import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Progress } from '../db/environment.ts'
import { Trouble } from '../db/trouble.ts'
import { UNCHANGED } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { syncFolder, writePart } from './part.ts'

/** @throws Trouble when the folder that files go to is there and not empty. */
export async function refuseFiles(files: string): Promise<void> {
  const there = await readdir(files).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return []
    throw problem
  })
  if (there.length === 0) return
  throw new Trouble(`${files} is not empty, and a restore never overwrites. Move it away. ${UNCHANGED}`)
}

/**
 * The files of the backup are in their folder, on disk: before the commit, since files without rows do no harm and
 * rows without files do.
 * @returns what to call with the problem when the commit fails: takes the files away and throws it again.
 */
export async function restoreFiles(
  { folder, manifest }: { folder: string; manifest: Manifest },
  files: string,
  progress: Progress,
): Promise<(problem: unknown) => Promise<never>> {
  const fresh = `${files}.restoring`
  if (manifest.files.length > 0) {
    progress(`Restoring ${manifest.files.length} files`)
    await rm(fresh, { recursive: true, force: true }) // of a restore that was interrupted
    for (const { path } of manifest.files) {
      const bytes = createReadStream(join(folder, path))
      await writePart(fresh, path.slice('files/'.length), { bytes, compressed: false })
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
