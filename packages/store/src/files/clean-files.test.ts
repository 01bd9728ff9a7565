import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { all, fileScene, startDraft } from '@semai/testkit/file-scene'
import { aPdf } from '@semai/testkit/made-files'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { attachFile, removeFile } from '../innovations/innovation-file.commands.ts'
import { startUpload } from '../innovations/innovation-upload.commands.ts'
import { cleanFiles } from './clean-files.ts'
import { contentKey } from './file-store.ts'
import { openFiles } from './open-files.ts'

const { db, owner, clear } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-clean-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { author } = cast
const announced = { name: 'belum-selesai.pdf', bytes: 900, sha256: null }
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').where('what', 'like', 'file.%').execute()).map(
    ({ what }) => what,
  )

beforeEach(async () => {
  await clear()
  await fileScene(owner.db)
})

test('the clean-up takes what nobody names after its grace, counts before it acts, and says what is missing', async () => {
  const own = openFiles({ SEMAI_DATA: mkdtempSync(join(folder, 'clean-')) })
  const editId = await startDraft(db)
  const give = (bytes: Buffer, name: string) =>
    attachFile(db, author, { editId, given: { bytes, name }, files: own, now })
  const ids = [await give(aPdf('tetap'), 'tetap.pdf'), await give(aPdf('dihapus'), 'dihapus.pdf')]
  await startUpload(db, author, { editId, files: own, now, announced })
  await removeFile(db, author, { editId, id: ids[1]!, now })
  await own.contents.put('zz/asing', Buffer.from('asing'))
  const clean = (isDryRun: boolean, hours: number) =>
    cleanFiles(db, cast['command line'], own, { now: later(hours), graceMs: 24 * 3_600_000, isDryRun })
  const counts = async () => {
    const { rows } = await owner.pool.query<{ n: number }>('select count(*)::int as n from file_content')
    return [rows[0]!.n, (await all(own.contents.list())).length]
  }
  const nothing = { uploads: 0, files: 0, contents: { count: 0, bytes: 0 }, missing: [] }
  expect(await clean(false, 1)).toMatchObject(nothing) // within the grace
  expect(await clean(true, 80)).toMatchObject({ uploads: 1, files: 1, missing: [] })
  expect(await counts()).toEqual([2, 3])
  const farOff = new Date(Date.now() + 100 * 3_600_000) // what is on disk was put there now, not on the day of the test
  const report = await cleanFiles(db, cast['command line'], own, {
    now: farOff,
    graceMs: 3_600_000,
    isDryRun: false,
  })
  expect(report).toMatchObject({
    uploads: 1,
    files: 1,
    contents: { count: 1 },
    strays: { count: 1, bytes: 5 },
  })
  expect(await counts()).toEqual([1, 1])
  const [row] = await owner.db.selectFrom('file_content').select('sha256').execute()
  await own.contents.remove(contentKey(row!.sha256))
  expect((await clean(true, 80)).missing).toEqual([row!.sha256])
  expect(await events()).toEqual(['file.clean'])
})

test('the same bytes twice are stored once, and stay as long as one file has them', async () => {
  const own = openFiles({ SEMAI_DATA: mkdtempSync(join(folder, 'same-')) })
  const editId = await startDraft(db)
  const given = { bytes: aPdf('sama'), name: 'a.pdf' }
  const ids = [
    await attachFile(db, author, { editId, given, files: own, now }),
    await attachFile(db, author, { editId, given, files: own, now }),
  ]
  await removeFile(db, author, { editId, id: ids[0]!, now })
  const farOff = new Date(Date.now() + 100 * 3_600_000)
  await cleanFiles(db, cast['command line'], own, { now: farOff, graceMs: 3_600_000, isDryRun: false })
  expect(await all(own.contents.list())).toHaveLength(1)
})
