import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { holdCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { clusterHome } from './cluster-home.ts'
import { isAlive, runningPostmaster } from './cluster-process.ts'
import { silent } from './environment.ts'
import { openDatabase } from './open.ts'

const folders: string[] = []
const isRoot = process.getuid?.() === 0
const env = { SEMAI_DATA: newFolder() } // making a database takes seconds, so most tests share one

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('the running database syncs every commit and listens to no network', async () => {
  const cluster = await holdCluster(env, silent)
  const settings = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'password_encryption',
  ]
  const { rows } = await ask<{ name: string; setting: string }>(
    cluster,
    `select name, setting from pg_settings where name in (${settings.map((name) => `'${name}'`)}) order by name`,
  )
  expect(rows).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '' },
    { name: 'password_encryption', setting: 'scram-sha-256' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  await cluster.release()
})

test('the password file is for its owner only, and a wrong password is refused', async () => {
  const cluster = await holdCluster(env, silent)
  const mode = spawnSync('stat', ['-c', '%a', join(env.SEMAI_DATA, 'database-passwords.json')], {
    encoding: 'utf8',
  }).stdout
  expect(mode.trim()).toBe('600')
  const client = new pg.Client({ ...cluster.connection('app'), password: 'guess' })
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
  await cluster.release()
})

test('several users share one server; the last one out stops it', async () => {
  const [first, second] = await Promise.all([holdCluster(env, silent), holdCluster(env, silent)])
  const home = clusterHome(env)
  const { pid } = runningPostmaster(home)!
  await first.release()
  expect(runningPostmaster(home)?.pid).toBe(pid)
  await second.release()
  expect(runningPostmaster(home)).toBeNull()
})

test('one process at a time may serve a folder', async () => {
  const first = await holdCluster(env, silent)
  const second = await holdCluster(env, silent)
  expect([await first.claimServing(), await second.claimServing()]).toEqual([true, false])
  await first.release()
  expect(await second.claimServing()).toBe(true)
  await second.release()
})

test('a holder killed without a word leaves the server to the next one', async () => {
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLD], {
    env: { ...process.env, ...env, MODULE: join(import.meta.dirname, 'cluster.ts') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  const { pid } = runningPostmaster(clusterHome(env))!
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const cluster = await holdCluster(env, silent)
  expect(runningPostmaster(clusterHome(env))?.pid).toBe(pid)
  // Its own process at the server sees only now that nobody listens.
  const holders = `select from pg_stat_activity where application_name = 'semai holder'`
  await expect.poll(async () => (await ask(cluster, holders)).rowCount).toBe(1)
  await cluster.release()
  expect(runningPostmaster(clusterHome(env))).toBeNull()
})

test('what was confirmed before the server was killed is there after the next start', async () => {
  for (let round = 1; round <= 3; round++) {
    const cluster = await holdCluster(env, silent)
    await ask(cluster, 'create table if not exists written (round integer, n integer)')
    const { confirmed, writing } = writeUntilBroken(cluster, round)
    while (confirmed.length < 20) await pause(1)
    process.kill(runningPostmaster(clusterHome(env))!.pid, 'SIGKILL')
    await writing
    await cluster.lost
    await cluster.release()

    const again = await holdCluster(env, silent)
    const { rows } = await ask<{ n: number }>(
      again,
      `select n from written where round = ${round} order by n`,
    )
    expect(rows.map(({ n }) => n).slice(0, confirmed.length)).toEqual(confirmed)
    await again.release()
  }
})

test('a stale pid file that now names another program is no obstacle', async () => {
  await (await holdCluster(env, silent)).release()
  const home = clusterHome(env)
  const other = spawn('/bin/sleep', ['60'], { cwd: '/', ...home.user })
  writeFileSync(
    join(home.pgdata, 'postmaster.pid'),
    `${other.pid}\n${home.pgdata}\n0\n5432\n/nowhere\n\n0 0\nready\n`,
  )
  const cluster = await holdCluster(env, silent)
  expect((await ask(cluster, 'select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(isAlive(other.pid!)).toBe(true)
  await cluster.release()
  other.kill()
})

test('an empty pid file, as a start that was killed leaves it, is no obstacle', async () => {
  await (await holdCluster(env, silent)).release()
  writeFileSync(join(clusterHome(env).pgdata, 'postmaster.pid'), '')
  const cluster = await holdCluster(env, silent)
  expect((await ask(cluster, 'select 1 as one')).rows).toEqual([{ one: 1 }])
  await cluster.release()
})

test('a folder too deep for a socket gets one elsewhere', async () => {
  const data = join(newFolder(), 'a-rather-long-name-for-a-folder/'.repeat(4))
  const cluster = await holdCluster({ SEMAI_DATA: data }, silent)
  expect(cluster.connection('app').host).toMatch(/\/semai-[0-9a-f]{12}$/)
  expect((await ask(cluster, 'select 1 as one')).rows).toEqual([{ one: 1 }])
  await cluster.release()
})

test('a folder that can not be written to is named in a sentence', async () => {
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  await expect(openDatabase({ role: 'app' }, { SEMAI_DATA: join(file, 'data') })).rejects.toMatchObject({
    name: 'Trouble',
    message:
      `The data folder ${join(file, 'data')} can not be written to. ` +
      'Change its permissions, or name another folder with SEMAI_DATA.',
  })
})

test.runIf(isRoot)('as root, a folder closed to everybody else points to a database elsewhere', async () => {
  const closed = newFolder()
  chmodSync(closed, 0o700)
  const data = join(closed, 'data')
  mkdirSync(data)
  const cluster = await holdCluster({ SEMAI_DATA: data }, silent)
  const elsewhere = readFileSync(join(data, 'database-is-at'), 'utf8').trim()
  folders.push(elsewhere)
  expect(elsewhere).toMatch(/^\/var\/lib\/semai\/[0-9a-f]{12}-/)
  expect((await ask(cluster, 'select 1 as one')).rows).toEqual([{ one: 1 }])
  await cluster.release()
})

const HOLD = `
  const { holdCluster } = await import(process.env.MODULE)
  await holdCluster(process.env, () => undefined)
  console.log('held')
  setInterval(() => undefined, 1000)`

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'semai-cluster-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

async function ask<Row extends pg.QueryResultRow>(
  cluster: Cluster,
  sql: string,
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client(cluster.connection('owner'))
  await client.connect()
  try {
    return await client.query<Row>(sql)
  } finally {
    await client.end()
  }
}

/** Writes one row after another, remembering those the server confirmed, until the connection breaks. */
function writeUntilBroken(cluster: Cluster, round: number): { confirmed: number[]; writing: Promise<void> } {
  const confirmed: number[] = []
  const write = async () => {
    const client = new pg.Client(cluster.connection('owner'))
    client.on('error', () => undefined)
    await client.connect()
    try {
      for (let n = 0; ; n++) {
        await client.query('insert into written values ($1, $2)', [round, n])
        confirmed.push(n)
      }
    } catch {
      // the server was killed
    }
  }
  return { confirmed, writing: write() }
}
