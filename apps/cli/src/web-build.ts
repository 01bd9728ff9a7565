import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from '@semai/store/db/environment'
import { Trouble } from '@semai/store/db/trouble'

const ROOT = join(import.meta.dirname, '../../..')
const WEB = join(ROOT, 'apps/web')
const HASH = join(WEB, 'build/.hash')

/** What the built site is made of; anything else may change without a new build. */
const INPUTS = [
  'package-lock.json',
  'apps/web/package.json',
  'apps/web/vite.config.ts',
  'apps/web/tsconfig.json',
  'apps/web/src',
  'apps/web/static',
  'packages/domain/src',
  'packages/analytics/src',
  'packages/store/src',
  'data/outline',
]

/** The file whose `handler` answers requests. */
export const webHandler = join(WEB, 'build/handler.js')

/**
 * The built site is that of the present sources: built when it is missing or they changed.
 * @throws Trouble when the build fails; its own words are on standard error.
 */
export async function buildWeb(progress: Progress): Promise<void> {
  const hash = inputsHash()
  if (existsSync(HASH) && readFileSync(HASH, 'utf8') === hash) return
  progress('Building the site (the first time, or its sources changed)')
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const code = await new Promise((done) => build.once('exit', done).once('error', done))
  if (code !== 0) throw new Trouble('The site could not be built; the reason is above.')
  writeFileSync(HASH, hash)
}

function inputsHash(): string {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}
