import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataScene } from '@semai/testkit/open-data-scene'
import { testDb } from '@semai/testkit/test-db'
import { wholeDatabase } from '@semai/testkit/whole-database'
import { silent } from '../db/environment.ts'
import type { Manifest } from './manifest.ts'
import { checkBackup, restoreBackup } from './restore-backup.ts'
import { diskStore } from '../files/disk-store.ts'
import { writeBackup } from './write-backup.ts'

const { owner } = await testDb()
const target = await testDb('no tables')
const folder = mkdtempSync(join(tmpdir(), 'semai-restore-'))
const whole = join(folder, 'whole')
const nowhere = join(folder, 'no-files')

beforeAll(async () => {
  await openDataScene(owner.db, { general: 'Umum.', inferred: 'terka kiraan' })
  const files = join(folder, 'files')
  mkdirSync(files)
  writeFileSync(join(files, 'a'), 'content')
  await writeBackup(owner.pool, { folder: whole, files: diskStore(files), progress: silent })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a folder without a manifest is an unfinished backup', async () => {
  expect(await refusal(folder)).toEqual({
    says: `${folder} is no finished backup: manifest.json is missing, which is written last. (unchanged)`,
    tables: [],
  })
  const missing = join(folder, 'not-there')
  expect(await refusal(missing)).toEqual({
    says: `${missing} is no finished backup: manifest.json is missing, which is written last. (unchanged)`,
    tables: [],
  })
})

test.each(['tables/source.copy.gz', 'files/a'])('an altered part is refused: %s', async (path) => {
  const copy = altered((copy) => appendFileSync(join(copy, path), 'x'))
  expect(await refusal(copy)).toEqual({
    says:
      `${path} in the backup is not as it was written (its SHA-256 does not fit the manifest). ` +
      'Fetch it anew from where it is kept. (unchanged)',
    tables: [],
  })
})

test('a missing part is refused', async () => {
  const copy = altered((copy) => rmSync(join(copy, 'tables/claim.copy.gz')))
  expect(await refusal(copy)).toEqual({
    says: 'The backup lacks tables/claim.copy.gz. Fetch it anew from where it is kept. (unchanged)',
    tables: [],
  })
})

test('an altered manifest is refused', async () => {
  const copy = altered((copy) => appendFileSync(join(copy, 'manifest.json'), ' '))
  expect(await refusal(copy)).toEqual({
    says: `manifest.json in ${copy} does not fit manifest.sha256: it was changed or damaged. (unchanged)`,
    tables: [],
  })
})

test('a backup of a newer Semai is refused', async () => {
  const copy = rewritten((manifest) => {
    manifest.product = '9.0.0'
    manifest.migrations.push({ number: 9999, name: '9999-later', sha256: 'a', appliedAt: '2026-03-01' })
  })
  expect(await refusal(copy)).toEqual({
    says: expect.stringMatching(
      /^The backup is at migration 9999-later, newer than this Semai, which knows \d+\. Restore it with the Semai that made it \(9\.0\.0\) or a newer one\. \(unchanged\)$/,
    ),
    tables: [],
  })
})

test('a backup made with a changed migration is refused', async () => {
  const copy = rewritten(({ migrations }) => (migrations[1]!.sha256 = '0'))
  expect(await refusal(copy)).toEqual({
    says:
      'The backup was made with another migration 0002-regions-organisations than this Semai has. ' +
      'Restore it with the Semai that made it (0.1.0). (unchanged)',
    tables: [],
  })
})

test('a form of backup from the future, or one that points outside its folder, is refused', async () => {
  const sentence = (copy: string) =>
    `The backup in ${copy} has a form this Semai does not know. Restore it with the Semai that made it, or a newer one. (unchanged)`
  const newer = rewritten((manifest) => Object.assign(manifest, { format: 2 }))
  expect(await refusal(newer)).toEqual({ says: sentence(newer), tables: [] })
  const outside = rewritten(({ files }) => (files[0]!.path = 'files/../../a'))
  expect(await refusal(outside)).toEqual({ says: sentence(outside), tables: [] })
})

test('a database that is not empty is refused and keeps every row', async () => {
  const before = await wholeDatabase(owner.pool)
  const restore = restoreBackup(owner.pool, await checkBackup(whole, silent), {
    files: diskStore(nowhere),
    progress: silent,
  })
  await expect(restore).rejects.toMatchObject({
    name: 'Trouble',
    message:
      'The database is not empty, and a restore never overwrites. Name an empty data folder with --into, ' +
      'or an empty database with DATABASE_URL. Nothing was changed.',
  })
  expect(await wholeDatabase(owner.pool)).toEqual(before)
})

test('files that are there already are refused', async () => {
  const files = join(folder, 'files')
  expect(await refusal(whole, files)).toEqual({
    says: `${files} is not empty, and a restore never overwrites. Move it away. (unchanged)`,
    tables: [],
  })
})

test('a restore that fails half way leaves the database without a table and takes its files back', async () => {
  const dangling = rewritten((manifest, copy) => {
    const part = manifest.tables.find(({ name }) => name === 'claim_act')!
    const text = gunzipSync(readFileSync(join(copy, part.path))).toString()
    const bytes = gzipSync(text.replace(/^([^\t]+)\t[^\t]+/, '$1\t00000000-0000-4000-8000-ffffffffffff'))
    writeFileSync(join(copy, part.path), bytes)
    Object.assign(part, { bytes: bytes.length, sha256: sha256(bytes) })
  })
  await expect(restore(dangling)).rejects.toMatchObject({ code: '23503' })
  expect(await wholeDatabase(target.owner.pool)).toEqual({})

  const short = rewritten(({ tables }) => (tables.find(({ name }) => name === 'source')!.rows = 77))
  expect(await refusal(short)).toEqual({
    says: 'The backup says source has 77 rows, but its part holds 1. (unchanged)',
    tables: [],
  })
  expect(readdirSync(folder).filter((name) => name.startsWith('no-files'))).toEqual([])
})

test('a table the migrations do not make is named', async () => {
  const copy = rewritten(({ tables }) => {
    tables.push({ ...tables.at(-1)!, name: 'own_table', columns: ['b', 'a'] })
  })
  expect(await refusal(copy)).toEqual({
    says: 'The backup and the migrations of this Semai disagree on the table own_table (a, b). (unchanged)',
    tables: [],
  })
})

async function restore(backup: string, files = nowhere): Promise<void> {
  await restoreBackup(target.owner.pool, await checkBackup(backup, silent), {
    files: diskStore(files),
    progress: silent,
  })
}

/** The sentence of a refused restore, without its end, and the tables that are there afterwards. */
async function refusal(backup: string, files = nowhere): Promise<{ says: string; tables: string[] }> {
  const problem = await restore(backup, files).then(
    () => new Error('It was not refused'),
    (problem: Error) => problem,
  )
  if (problem.name !== 'Trouble') throw problem
  const tables = Object.keys(await wholeDatabase(target.owner.pool))
  return { says: problem.message.replace(/ Nothing was changed\.$/, ' (unchanged)'), tables }
}

function altered(change: (copy: string) => void): string {
  const copy = mkdtempSync(join(folder, 'altered-'))
  cpSync(whole, copy, { recursive: true })
  change(copy)
  return copy
}

/** A backup whose manifest was written otherwise, with the sum that fits it. */
function rewritten(change: (manifest: Manifest, copy: string) => unknown): string {
  return altered((copy) => {
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as Manifest
    change(manifest, copy)
    const text = JSON.stringify(manifest)
    writeFileSync(join(copy, 'manifest.json'), text)
    writeFileSync(join(copy, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`)
  })
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
