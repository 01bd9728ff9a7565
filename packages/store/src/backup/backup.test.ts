import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openDataScene } from '@semai/testkit/open-data-scene'
import { testDb } from '@semai/testkit/test-db'
import { wholeDatabase } from '@semai/testkit/whole-database'
import { audit } from '../db/audit.ts'
import { holdCluster } from '../db/cluster.ts'
import { connectionString } from '../db/connections.ts'
import { silent } from '../db/environment.ts'
import { migrateWithin, migrationNumber, readMigrations } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { rebuildSearch } from '../search/search-index.commands.ts'
import { checkBackup, restoreBackup } from './restore-backup.ts'
import { diskStore } from '../files/disk-store.ts'
import { writeBackup } from './write-backup.ts'

const { owner, db } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-backup-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const filesFolder = join(folder, 'files')
const files = diskStore(filesFolder)
const whole = join(folder, 'whole')
const at = new Date('2026-03-01T00:00:00Z')
const tester = { personId: null, label: 'test' }

const awkward = [
  ['line one\nline two\r\ttabbed', null],
  ['back\\slash and \\N and \\.', ''],
  ['"quoted", \'single\', ; $1', 'https://contoh.test/?a=1&b=2'],
  ['Mal Pelayanan Publik — ꦗꦮ 🏛️ e\u0301 \u202e', ' '],
  ['', '\\N'],
  ['\\.', '\u0001\u007f'],
] as const

beforeAll(async () => {
  await openDataScene(owner.db, { general: 'Umum.', inferred: 'terka kiraan' })
  await inTransaction(owner.db, (db) => rebuildSearch(db, 'all'))
  for (const [name, url] of awkward) await addSource({ name, url })
  await owner.pool.query(
    `insert into search_synonym (id, words, also_finds, weight) values ($1, $2, '{}', 0.1)`,
    [uuidv7(), ['a,b', '{"x"}', 'NULL', '']],
  )
  mkdirSync(join(filesFolder, 'ab'), { recursive: true })
  writeFileSync(join(filesFolder, 'ab/document.gz'), Buffer.from([0, 1, 2, 255]))
  writeFileSync(join(filesFolder, 'empty'), '')
  await writeBackup(owner.pool, { folder: whole, files, progress: silent })
})

test('what is restored into an empty database is what was there, in every table', async () => {
  const { pool } = (await emptyDatabase()).owner
  const restored = join(folder, 'restored-files')
  await restoreBackup(pool, await checkBackup(whole, silent), {
    files: diskStore(restored),
    progress: silent,
  })
  expect(await wholeDatabase(pool)).toEqual(await wholeDatabase(owner.pool))
  expect(readFileSync(join(restored, 'ab/document.gz'))).toEqual(Buffer.from([0, 1, 2, 255]))
  expect(readFileSync(join(restored, 'empty'), 'utf8')).toBe('')
})

test('after a restore numbers go on, rules and rights hold, and statistics are there', async () => {
  const { owner: restored, db, pool } = await emptyDatabase()
  await restoreBackup(restored.pool, await checkBackup(whole, silent), {
    files: diskStore(elsewhere()),
    progress: silent,
  })
  const last = await restored.pool.query<{ id: number }>('select max(id) as id from audit_event')
  await inTransaction(db, (db) => audit(db, tester, { what: 'source.add', subjectId: 's', at }))
  const next = await restored.pool.query<{ id: number }>('select max(id) as id from audit_event')
  expect(next.rows[0]!.id).toBe(last.rows[0]!.id + 1)
  await expect(restored.pool.query('delete from audit_event')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('drop table source')).rejects.toMatchObject({ code: '42501' })
  expect(await constraints(restored.pool)).toEqual(await constraints(owner.pool))
  await restored.pool.query(`update innovation set name = 'Nama baru' where code = 'INV-0001'`)
  expect(
    (await restored.pool.query(`select 1 from pg_stats where tablename = 'source'`)).rowCount,
  ).toBeGreaterThan(0)
})

test('a backup taken while others write is of one moment', async () => {
  const written = { count: 0, stop: false }
  const writers = Array.from({ length: 4 }, async () => {
    while (!written.stop) {
      await addSource({ name: `written ${uuidv7()}`, url: null })
      written.count++
    }
  })
  await until(() => written.count > 20)
  const before = written.count
  const target = join(folder, 'busy')
  await writeBackup(owner.pool, { folder: target, files, progress: silent })
  const after = written.count
  written.stop = true
  await Promise.all(writers)
  expect(after).toBeGreaterThan(before) // or nothing was proved

  const { pool } = (await emptyDatabase()).owner
  await restoreBackup(pool, await checkBackup(target, silent), {
    files: diskStore(elsewhere()),
    progress: silent,
  })
  const { rows } = await pool.query<{ sources: number; events: number; pairs: number }>(
    `select (select count(*) from source where name like 'written %') as sources,
            (select count(*) from audit_event e where what = 'source.add' and detail ? 'busy') as events,
            (select count(*) from source s join audit_event e on e.subject_id = s.id::text and s.name like 'written %') as pairs`,
  )
  const { sources, events, pairs } = rows[0]!
  expect({ events, pairs }).toEqual({ events: sources, pairs: sources })
  expect(sources).toBeGreaterThanOrEqual(before)
})

test('a backup from before later migrations is brought up to date', async () => {
  const shipped = await readMigrations()
  const { owner: old } = await emptyDatabase()
  const client = await old.pool.connect()
  await migrateWithin(client, shipped.slice(0, 2))
  client.release()
  await old.pool.query(`insert into source (id, name) values ($1, 'Old')`, [uuidv7()])
  const target = join(folder, 'old')
  await writeBackup(old.pool, { folder: target, files: diskStore(elsewhere()), progress: silent })

  const { owner: restored } = await emptyDatabase()
  await restoreBackup(restored.pool, await checkBackup(target, silent), {
    files: diskStore(elsewhere()),
    progress: silent,
  })
  expect(await migrationNumber(restored.pool)).toBe(shipped.at(-1)!.number)
  expect((await restored.pool.query('select name from source')).rows).toEqual([{ name: 'Old' }])
})

test('it goes to another server and comes back, between this one and an embedded one', async () => {
  const data = mkdtempSync(join(folder, 'data-'))
  chmodSync(data, 0o755)
  const cluster = await holdCluster({ SEMAI_DATA: data }, silent)
  const there = await openDatabase(
    { role: 'owner' },
    { SEMAI_DATABASE: connectionString(cluster.connection('owner')) },
  )
  try {
    await restoreBackup(there.pool, await checkBackup(whole, silent), {
      files: diskStore(elsewhere()),
      progress: silent,
    })
    const back = join(folder, 'back')
    await writeBackup(there.pool, { folder: back, files: diskStore(elsewhere()), progress: silent })
    const { pool } = (await emptyDatabase()).owner
    await restoreBackup(pool, await checkBackup(back, silent), {
      files: diskStore(elsewhere()),
      progress: silent,
    })
    expect(await wholeDatabase(there.pool)).toEqual(await wholeDatabase(pool))
    const first = await checkBackup(whole, silent)
    const second = await checkBackup(back, silent)
    expect(second.manifest.tables).toEqual(first.manifest.tables)
    expect(second.manifest.sequences).toEqual(first.manifest.sequences)
  } finally {
    await there.close()
    await cluster.release()
  }
}, 120_000)

test('a backup goes to a new folder only, and leaves nothing when it fails', async () => {
  await expect(writeBackup(owner.pool, { folder: whole, files, progress: silent })).rejects.toMatchObject({
    name: 'Trouble',
    message: `${whole} is not empty. Name a new folder for the backup.`,
  })
  const target = join(folder, 'failed')
  const progress = (line: string) => {
    if (line.startsWith('Copying source')) throw new Error('interrupted')
  }
  await expect(writeBackup(owner.pool, { folder: target, files, progress })).rejects.toThrow('interrupted')
  expect(readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([])
  const { pool } = (await emptyDatabase()).owner
  await expect(writeBackup(pool, { folder: target, files, progress: silent })).rejects.toMatchObject({
    message: 'The database is empty: there is nothing to back up yet.',
  })
})

async function addSource({ name, url }: { name: string; url: string | null }): Promise<void> {
  await inTransaction(db, async (db) => {
    const id = uuidv7()
    await db.insertInto('source').values({ id, name, url }).execute()
    const detail = name.startsWith('written') ? { busy: 1 } : { deep: [null, { é: '"\\\n' }] }
    await audit(db, tester, { what: 'source.add', subjectId: id, at, detail })
  })
}

function emptyDatabase() {
  return testDb('no tables', onTestFinished)
}

/** A folder that is not there. */
function elsewhere(): string {
  return join(folder, `none-${uuidv7()}`)
}

async function constraints(pool: typeof owner.pool) {
  const { rows } = await pool.query<{ rule: string }>(
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as rule
     from pg_constraint where connamespace = 'public'::regnamespace
     union all
     select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal order by 1`,
  )
  return rows
}

async function until(there: () => boolean): Promise<void> {
  while (!there()) await new Promise((done) => setImmediate(done))
}
