import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import type { Environment } from './environment.ts'
import { canUse, serverUser } from './cluster-user.ts'
import type { ServerUser } from './cluster-user.ts'
import { Trouble } from './trouble.ts'

/** Where a data folder's database lives, who runs it, and its passwords. */
export type ClusterHome = {
  /** Private folder of the server: database files, socket, log. */
  folder: string
  /** PostgreSQL's own data directory inside it; absent until the first start. */
  pgdata: string
  user: ServerUser | null
  passwords: Passwords
}
export type Passwords = { postgres: string; owner: string; app: string }

const ELSEWHERE = '/var/lib/semai'

/**
 * Finds or makes the home of this data folder's database: inside the data folder, or, when the account that
 * must run the server can not get there, under /var/lib/semai, with a pointer file left in the data folder.
 * @throws Trouble when no place can be used, or the database belongs to another account.
 */
export function clusterHome(env: Environment): ClusterHome {
  const data = makeDataFolder(env)
  const folder = existingHome(data) ?? newHome(data)
  const pgdata = join(folder, 'data')
  refuseForeign(pgdata)
  return { folder, pgdata, user: serverUser([pgdata, folder, data]), passwords: passwords(data, pgdata) }
}

function existingHome(data: string): string | null {
  const pointer = join(data, 'database-is-at')
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  const inside = join(data, 'postgres')
  return existsSync(inside) ? inside : null
}

function newHome(data: string): string {
  const user = serverUser([data])
  const inside = join(data, 'postgres')
  makePrivate(inside, user)
  if (user === null || canUse(inside, user)) return inside
  rmdirSync(inside)

  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
  const name = createHash('sha256').update(data).digest('hex').slice(0, 12)
  const outside = mkdtempSync(join(ELSEWHERE, `${name}-`))
  makePrivate(outside, user)
  if (!canUse(outside, user)) {
    throw new Trouble(
      `Started as root, Semai runs its database as "nobody", who can reach neither ${data} nor ${ELSEWHERE}. ` +
        'Start it as an ordinary user, or name an open folder with SEMAI_DATA.',
    )
  }
  writeFileSync(join(data, 'database-is-at'), `${outside}\n`, { flag: 'wx' })
  return outside
}

/** The folder exists afterwards, open to nobody but the account. */
export function makePrivate(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (user) chownSync(folder, user.uid, user.gid)
}

function refuseForeign(pgdata: string): void {
  const uid = process.getuid?.()
  if (uid === undefined || uid === 0) return
  let owner: number | undefined
  try {
    owner = statSync(pgdata, { throwIfNoEntry: false })?.uid
  } catch {
    owner = -1 // its parent is closed to us
  }
  if (owner === undefined || owner === uid) return
  throw new Trouble(
    `The database in ${pgdata} belongs to another account (it was probably first started as root). ` +
      'Start Semai with that account, or name another folder with SEMAI_DATA.',
  )
}

function passwords(data: string, pgdata: string): Passwords {
  const file = join(data, 'database-passwords.json')
  if (!existsSync(file) && existsSync(pgdata)) {
    throw new Trouble(
      `${file} is missing, but the database it opens is at ${pgdata}. Put the file back, ` +
        'or move the data folder away and restore a backup.',
    )
  }
  const made: Passwords = { postgres: password(), owner: password(), app: password() }
  try {
    writeFileSync(file, JSON.stringify(made, null, 2) + '\n', { flag: 'wx', mode: 0o600 })
    giveToOwner(file, data)
    return made
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  }
}

/** What root makes in another account's folder is that account's. */
function giveToOwner(file: string, folder: string): void {
  const { uid, gid } = statSync(folder)
  if (process.getuid?.() === 0) chownSync(file, uid, gid)
}

function password(): string {
  return randomBytes(24).toString('base64url')
}
