import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { aPhoto, all, fileScene, outcome, startDraft } from '@semai/testkit/file-scene'
import { aPdf } from '@semai/testkit/made-files'
import { s3Server } from '@semai/testkit/s3-server'
import type { S3Server } from '@semai/testkit/s3-server'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { checkBackup, restoreBackup } from '../backup/restore-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { silent } from '../db/environment.ts'
import { attachFile, removeFile } from '../innovations/innovation-file.commands.ts'
import { filesOfEdit } from '../innovations/innovation-file.queries.ts'
import { addPiece, finishUpload, startUpload } from '../innovations/innovation-upload.commands.ts'
import { cleanFiles } from './clean-files.ts'
import { openFiles } from './open-files.ts'

const { db, owner } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-bucket-'))
const { author } = cast
let s3: S3Server

beforeAll(async () => {
  s3 = await s3Server()
  await fileScene(owner.db)
})
afterAll(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('in a bucket too: attached, sent in pieces, cleaned, backed up, restored into a folder and into another bucket', async () => {
  const files = openFiles({ ...s3.env, SEMAI_S3_PREFIX: 'asal' })
  const editId = await startDraft(db)
  await attachFile(db, author, { editId, given: { bytes: aPhoto, name: 'foto.png' }, files, now })
  const gone = await attachFile(db, author, {
    editId,
    given: { bytes: aPdf('x'), name: 'x.pdf' },
    files,
    now,
  })
  const sent = aPdf('dikirim')
  const announced = { name: 'dikirim.pdf', bytes: sent.length, sha256: null }
  const { id: uploadId } = await startUpload(db, author, { editId, files, now, announced })
  const asked = { editId, uploadId, files, now }
  await addPiece(db, author, { ...asked, start: 0, piece: sent.subarray(0, 100), sha256: null })
  await addPiece(db, author, { ...asked, start: 100, piece: sent.subarray(100), sha256: null })
  expect(await all(files.uploads.list())).toHaveLength(2)
  await finishUpload(db, author, asked)
  expect(await all(files.uploads.list())).toEqual([])
  await removeFile(db, author, { editId, id: gone, now })
  expect((await filesOfEdit(db, author, editId)).map(({ name }) => name)).toEqual(['foto.png', 'dikirim.pdf'])

  const farOff = new Date(Date.now() + 100 * 3_600_000)
  const clean = { now: farOff, graceMs: 3_600_000, isDryRun: false }
  const report = await cleanFiles(db, cast['command line'], files, clean)
  expect([report.files, report.contents.count, report.strays.count, report.missing]).toEqual([1, 1, 0, []])
  const stored = (await all(files.contents.list())).map(({ key, bytes }) => [key, bytes])
  expect(stored).toHaveLength(6) // a picture, its four sizes, a document

  const backup = join(folder, 'backup')
  await writeBackup(owner.pool, { folder: backup, files: files.contents, progress: silent })
  for (const place of [
    openFiles({ SEMAI_DATA: folder }),
    openFiles({ ...s3.env, SEMAI_S3_PREFIX: 'lain' }),
  ]) {
    const empty = await testDb('no tables', (drop) => void afterAll(drop))
    await restoreBackup(empty.owner.pool, await checkBackup(backup, silent), {
      files: place.contents,
      progress: silent,
    })
    expect((await all(place.contents.list())).map(({ key, bytes }) => [key, bytes])).toEqual(stored)
    const { missing } = await cleanFiles(empty.db, cast['command line'], place, { ...clean, isDryRun: true })
    expect(missing).toEqual([])
  }
})

test('a bucket that does not answer leaves no row of a file', async () => {
  const silentBucket = openFiles({ ...s3.env, SEMAI_S3_ENDPOINT: 'http://127.0.0.1:9' })
  const editId = await startDraft(db)
  const given = { bytes: aPdf('y'), name: 'y.pdf' }
  const asked = { editId, given, files: silentBucket, now }
  expect(await outcome(attachFile(db, author, asked))).toMatch(/does not answer/)
  expect(await filesOfEdit(db, author, editId)).toEqual([])
})
