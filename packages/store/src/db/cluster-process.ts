import { spawn } from 'node:child_process'
import { closeSync, existsSync, fchownSync, lstatSync, openSync } from 'node:fs'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './cluster-binaries.ts'
import { makePrivate } from './cluster-home.ts'
import type { ClusterHome } from './cluster-home.ts'
import { clusterSettings } from './cluster-settings.ts'
import { Trouble, explain } from './trouble.ts'

/** What PostgreSQL writes about itself in postmaster.pid. */
export type Postmaster = { pid: number; socketFolder: string; ready: boolean }

const LONGEST_SOCKET_FOLDER = 90 // the kernel allows 107 bytes for folder and file name
const LOG_LIMIT_BYTES = 10_000_000

/** The server that says it runs on these files, or null. It may have been killed without a word. */
export function runningPostmaster({ pgdata }: ClusterHome): Postmaster | null {
  const file = join(pgdata, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * Starts the server and waits until it takes connections. It outlives this process on purpose: another
 * command may be using it by then.
 * @returns false when another process was starting it too; it is then for the caller to look again.
 * @throws Trouble with the last lines of the log.
 */
export async function startPostmaster(home: ClusterHome, { postgres }: Binaries): Promise<boolean> {
  await clearStalePidFile(home)
  const socketFolder = privateSocketFolder(home)
  writeFileSync(join(home.pgdata, 'postgresql.conf'), clusterSettings(socketFolder))
  const logFile = join(home.folder, 'postgres.log')
  const logFrom = turnedLog(logFile)
  const log = openSync(logFile, 'a', 0o600)
  if (home.user) fchownSync(log, home.user.uid, home.user.gid) // the account may start it without root next time
  const server = spawn(postgres, ['-D', home.pgdata], {
    cwd: home.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...home.user,
  })
  closeSync(log)
  server.unref()
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => resolve()).once('error', () => resolve()),
  )
  const outcome = await Promise.race([ended.then(() => 'ended' as const), ready(home, server.pid)])
  if (outcome === 'ready') return true
  const said = readFileSync(logFile, 'utf8').slice(logFrom).trim()
  if (/lock file "[^"]*" (already exists|is empty)|shared memory block .* still in use/.test(said))
    return false
  throw new Trouble(explain(new Error(said)) ?? `The database did not start (${logFile}): ${lastWords(said)}`)
}

async function ready(home: ClusterHome, pid: number | undefined): Promise<'ready' | 'ended'> {
  while (pid !== undefined) {
    const postmaster = runningPostmaster(home)
    if (postmaster?.pid === pid && postmaster.ready) return 'ready'
    await pause(15)
    if (!isAlive(pid)) break
  }
  return 'ended'
}

/** Stops the server after its running statements were broken off; returns when its files are at rest. */
export async function stopPostmaster(home: ClusterHome): Promise<void> {
  const postmaster = runningPostmaster(home)
  if (!postmaster || !isAlive(postmaster.pid)) return
  process.kill(postmaster.pid, 'SIGINT')
  // The file, not the process: a parent that does not collect its children leaves the process visible.
  while (runningPostmaster(home)?.pid === postmaster.pid && isAlive(postmaster.pid)) await pause(15)
}

/** Whether a process with this id exists and is not merely waiting to be collected by its parent. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true // no /proc here
  }
}

/**
 * After a reboot the number in postmaster.pid may belong to any other program, which PostgreSQL takes for its
 * rival. The file goes only when no process at all works in the database's folder.
 */
async function clearStalePidFile(home: ClusterHome): Promise<void> {
  if (process.platform !== 'linux') return
  const postmaster = runningPostmaster(home)
  if (!postmaster) return clearEmptyPidFile(home)
  for (let tries = 0; tries < 200; tries++) {
    if (workingIn(home.pgdata).length === 0)
      return rmSync(join(home.pgdata, 'postmaster.pid'), { force: true })
    if (isAlive(postmaster.pid)) return // a real server, or one about to end
    await pause(25) // children of a killed server are still leaving
  }
}

/** A server that is starting makes the file before it writes in it; one that was killed between leaves it empty. */
function clearEmptyPidFile({ pgdata }: ClusterHome): void {
  const file = join(pgdata, 'postmaster.pid')
  const isEmpty = statSync(file, { throwIfNoEntry: false })?.size === 0
  if (isEmpty && workingIn(pgdata).length === 0) rmSync(file, { force: true })
}

function workingIn(folder: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === folder
    } catch {
      return false
    }
  })
}

function privateSocketFolder({ folder, pgdata, user }: ClusterHome): string {
  const inside = join(folder, 'socket')
  const short = join(tmpdir(), `semai-${createHash('sha256').update(pgdata).digest('hex').slice(0, 12)}`)
  const chosen = Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER ? inside : short
  const found = lstatSync(chosen, { throwIfNoEntry: false })
  if (found && (!found.isDirectory() || found.uid !== (user?.uid ?? process.getuid?.()))) {
    throw new Trouble(
      `${chosen} is needed for the database's socket but belongs to somebody else. Remove it.`,
    )
  }
  makePrivate(chosen, user)
  return chosen
}

/** Starts a new log when the old one is large, keeping one; returns where this run's lines begin. */
function turnedLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < LOG_LIMIT_BYTES) return size
  renameSync(file, `${file}.1`)
  return 0
}

function lastWords(log: string): string {
  return log.split('\n').slice(-3).join(' ').replaceAll(/\s+/g, ' ')
}
