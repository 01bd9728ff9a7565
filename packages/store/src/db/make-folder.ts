import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The folder exists afterwards, with those above it. Made one by one: where a file system lets nobody make folders
 * (/proc), Node's own `recursive` tries for ever.
 * @throws the file system's error.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem // another process was quicker
  }
}
