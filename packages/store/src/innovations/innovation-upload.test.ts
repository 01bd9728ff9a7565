import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { all, fileScene, outcome, startDraft } from '@semai/testkit/file-scene'
import { aDocx } from '@semai/testkit/made-files'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { openFiles } from '../files/open-files.ts'
import { filesOfEdit, openUploadsOf, visibleFile } from './innovation-file.queries.ts'
import {
  addPiece,
  cancelUpload,
  finishUpload,
  startUpload,
  uploadState,
} from './innovation-upload.commands.ts'

const { db, owner, clear } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-innovation-uploads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = () => openFiles({ SEMAI_DATA: folder })
const files = open()
const { author } = cast
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

beforeEach(async () => {
  await clear()
  await fileScene(owner.db)
})

const sent = Buffer.concat([aDocx([{ name: 'word/media/a.bin', content: Buffer.alloc(600_000, 7) }])])
const sum = createHash('sha256').update(sent).digest('hex')
const announced = { name: 'SOP antar obat.docx', bytes: sent.length, sha256: sum }
const piece = (start: number) => sent.subarray(start, start + 262_144)

test('an upload goes on where the line was lost, from another process, and counts once', async () => {
  const editId = await startDraft(db)
  const { id: uploadId } = await startUpload(db, author, { editId, files, now, announced })
  const other = open() // another process: nothing is remembered but in database and store
  const asked = (at = files) => ({ editId, uploadId, files: at, now })
  expect(await addPiece(db, author, { ...asked(), start: 0, piece: piece(0), sha256: null })).toEqual({
    isTaken: true,
    received: 262_144,
  })
  expect(await outcome(finishUpload(db, author, asked()))).toBe('conflict')
  expect(
    (await addPiece(db, author, { ...asked(other), start: 0, piece: piece(0), sha256: null })).isTaken,
  ).toBe(false)
  expect(await startUpload(db, author, { editId, files: other, now, announced })).toMatchObject({
    id: uploadId,
    received: 262_144,
  })
  const both = await Promise.all(
    [files, other].map((at) =>
      addPiece(db, author, { ...asked(at), start: 262_144, piece: piece(262_144), sha256: null }),
    ),
  )
  expect(both.map(({ isTaken }) => isTaken).sort()).toEqual([false, true])
  await addPiece(db, author, { ...asked(other), start: 524_288, piece: piece(524_288), sha256: null })
  await Promise.all([finishUpload(db, author, asked()), finishUpload(db, author, asked(other))])
  await finishUpload(db, author, asked())
  const [file, ...more] = await filesOfEdit(db, author, editId)
  expect([file!.name, file!.kind, more]).toEqual(['SOP antar obat.docx', 'docx', []])
  const { sha256 } = await visibleFile(db, author, { fileId: file!.fileId, rendition: 'whole' })
  expect(sha256).toBe(sum)
  expect(await all(files.uploads.list())).toEqual([])
  expect(await openUploadsOf(db, author, { editId, now })).toEqual([])
})

test('a piece that was altered on the way is not kept, and a whole that is not what was said is over', async () => {
  const editId = await startDraft(db)
  const { id: uploadId } = await startUpload(db, author, { editId, files, now, announced })
  const asked = { editId, uploadId, files, now }
  const wrong = { ...asked, start: 0, piece: piece(0), sha256: 'f'.repeat(64) }
  expect(await outcome(addPiece(db, author, wrong))).toBe('altered')
  expect((await uploadState(db, author, asked)).received).toBe(0)
  for (const start of [0, 262_144, 524_288]) {
    const other = start === 0 ? Buffer.alloc(262_144, 1) : piece(start)
    await addPiece(db, author, { ...asked, start, piece: other, sha256: null })
  }
  expect(await outcome(finishUpload(db, author, asked))).toBe('altered')
  expect(await outcome(uploadState(db, author, asked))).toBe('not-found')
  expect(await filesOfEdit(db, author, editId)).toEqual([])
})

test('an upload is its sender’s alone, can be given up, and expires', async () => {
  const editId = await startDraft(db)
  const { id: uploadId } = await startUpload(db, author, { editId, files, now, announced })
  const asked = { editId, uploadId, files, now }
  await addPiece(db, author, { ...asked, start: 0, piece: piece(0), sha256: null })
  expect(await outcome(uploadState(db, cast['local admin'], asked))).toBe('not-found')
  expect(await outcome(uploadState(db, author, { ...asked, now: later(73) }))).toBe('not-found')
  await cancelUpload(db, author, asked)
  expect(await outcome(uploadState(db, author, asked))).toBe('not-found')
  expect(await all(files.uploads.list())).toEqual([])
})

test('pieces of any length from anywhere never make more than was announced', async () => {
  const editId = await startDraft(db)
  const small = { name: 'a.txt', bytes: 5_000, sha256: null }
  const { id: uploadId } = await startUpload(db, author, { editId, files, now, announced: small })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -5, max: 6_000 }), fc.nat(3_000), async (start, length) => {
      const asked = { editId, uploadId, files, now, start, piece: Buffer.alloc(length, 'a'), sha256: null }
      expect(['done', 'invalid']).toContain(await outcome(addPiece(db, author, asked)))
      const { received } = await uploadState(db, author, asked)
      expect(received).toBeLessThanOrEqual(5_000)
    }),
    { numRuns: 60 },
  )
})
