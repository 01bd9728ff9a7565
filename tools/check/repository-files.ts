import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths, with forward slashes, of every file git tracks or would add, and that exists. */
export function repositoryFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
}

/** Pairs of path and text of the files `wanted` selects. */
export function* textsOf(root: string, wanted: RegExp): Generator<[path: string, text: string]> {
  for (const path of repositoryFiles(root)) {
    if (wanted.test(path)) yield [path, readFileSync(join(root, path), 'utf8')]
  }
}
