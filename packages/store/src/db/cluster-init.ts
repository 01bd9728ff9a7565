import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Binaries } from './cluster-binaries.ts'
import type { ClusterHome } from './cluster-home.ts'
import { Trouble, explain } from './trouble.ts'

/**
 * The database files exist afterwards: made beside their place and moved there whole, so that a process killed
 * half way, or a second one doing the same, leaves nothing broken.
 * @throws Trouble with what initdb said.
 */
export function initialiseCluster(home: ClusterHome, { initdb, locale }: Binaries): void {
  if (existsSync(home.pgdata)) return
  const fresh = join(home.folder, `new-${randomUUID()}`)
  const passwordFile = `${fresh}.password`
  try {
    writeFileSync(passwordFile, home.passwords.postgres, { mode: 0o600, flag: 'wx' })
    if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid)
    runInitdb(home, initdb, ['-D', fresh, `--pwfile=${passwordFile}`, ...locale])
    renameSync(fresh, home.pgdata)
  } catch (problem) {
    if (!existsSync(home.pgdata)) throw problem
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

function runInitdb(home: ClusterHome, initdb: string, how: string[]): void {
  const { status, stderr, stdout, error } = spawnSync(
    initdb,
    [...how, '--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8'],
    {
      cwd: home.folder,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...home.user,
    },
  )
  if (status === 0) return
  const said = (stderr || stdout || String(error)).trim()
  if (/could not look up effective user ID/.test(said)) {
    throw new Trouble(
      'PostgreSQL runs only under an account the machine knows by name, and this one has a number only. ' +
        'Add it to /etc/passwd, or use a server with DATABASE_URL.',
    )
  }
  throw new Trouble(explain(new Error(said)) ?? `The database could not be made in ${home.folder}: ${said}`)
}
