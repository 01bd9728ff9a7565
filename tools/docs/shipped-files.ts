import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Path, size and SHA-256 of every shipped data file, as JSON: what the page of open data shows. */
export function shippedFiles(root: string): string {
  const files = readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.csv'))
    .sort()
    .map((path) => {
      const bytes = readFileSync(join(root, 'data', path))
      return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
  return `${JSON.stringify(files, null, 2)}\n`
}
