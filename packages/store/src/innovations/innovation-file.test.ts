import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { fileDescription } from '@semai/domain/innovations/innovation-file.form'
import type { FileDescription } from '@semai/domain/innovations/innovation-file.form'
import { cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import {
  aPhoto,
  fileScene,
  outcome,
  publishDraft,
  shownDescription,
  startDraft,
} from '@semai/testkit/file-scene'
import { aPdf } from '@semai/testkit/made-files'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { contentKey, readWhole } from '../files/file-store.ts'
import { openFiles } from '../files/open-files.ts'
import { startEdit, takeEditStep } from './innovation-edit.commands.ts'
import { attachFile, describeFile, moveFile, removeFile } from './innovation-file.commands.ts'
import { filesOfEdit, filesOfInnovation, visibleFile } from './innovation-file.queries.ts'
import { startUpload } from './innovation-upload.commands.ts'

const { db, owner, clear } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-innovation-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = (env: Record<string, string> = {}) => openFiles({ SEMAI_DATA: folder, ...env })
const files = open()
const { author } = cast
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const attach = (editId: string, bytes = aPhoto, name = 'Foto.PNG', actor: (typeof cast)[CastName] = author) =>
  attachFile(db, actor, { editId, given: { bytes, name }, files, now })
const describe = (editId: string, id: string, description: Partial<FileDescription>) =>
  describeFile(db, author, { editId, id, description: { ...shownDescription, ...description }, now })
const events = async () =>
  (
    await owner.db
      .selectFrom('audit_event')
      .select('what')
      .where('what', 'like', '%file%')
      .orderBy('id')
      .execute()
  ).map(({ what }) => what)

beforeEach(async () => {
  await clear()
  await fileScene(owner.db)
})

test('a picture is attached, described, shown with its sizes; each act is a line of the trail', async () => {
  const editId = await startDraft(db)
  const id = await attach(editId)
  expect(await outcome(describe(editId, id, { altId: null }))).toBe('invalid')
  await describe(editId, id, { caption: 'Kapal pertama' })
  const [file, ...more] = await filesOfEdit(db, author, editId)
  expect(more).toEqual([])
  expect(file).toMatchObject({
    name: 'Foto.png',
    kind: 'png',
    width: 400,
    height: 300,
    isPublic: true,
    missing: [],
  })
  expect(file!.variants.map(({ width, format }) => `${width} ${format}`)).toEqual([
    '320 jpeg',
    '320 webp',
    '400 jpeg',
    '400 webp',
  ])
  const { sha256 } = await visibleFile(db, author, {
    fileId: file!.fileId,
    rendition: { width: 320, format: 'webp' },
  })
  expect((await readWhole(files.contents, contentKey(sha256)))!.subarray(8, 12).toString()).toBe('WEBP')
  expect(await events()).toEqual(['innovation_file.attach', 'innovation_file.describe'])
})

test('what is not taken in leaves nothing: no row, no line of the trail', async () => {
  const editId = await startDraft(db)
  expect(await outcome(attach(editId, Buffer.from('<svg/>'), 'gambar.png'))).toBe('markup')
  const few = openFiles({ SEMAI_DATA: folder, SEMAI_FILES_PER_RECORD: '1', SEMAI_FILE_MB: '1' })
  const big = { bytes: Buffer.alloc(1_000_001, 'a'), name: 'a.txt' }
  expect(await outcome(attachFile(db, author, { editId, given: big, files: few, now }))).toBe('too_big')
  expect(await filesOfEdit(db, author, editId)).toEqual([])
  expect(await events()).toEqual([])
  await attach(editId)
  const second = { bytes: aPdf(), name: 'a.pdf' }
  expect(await outcome(attachFile(db, author, { editId, given: second, files: few, now }))).toBe('too_many')
})

test('files stand in an order that can be changed, and can be taken off', async () => {
  const editId = await startDraft(db)
  const ids = [
    await attach(editId),
    await attach(editId, aPdf('a'), 'a.pdf'),
    await attach(editId, aPdf('b'), 'b.pdf'),
  ]
  const order = async () => (await filesOfEdit(db, author, editId)).map(({ id }) => ids.indexOf(id))
  await moveFile(db, author, { editId, id: ids[2]!, by: -1, now })
  expect(await order()).toEqual([0, 2, 1])
  await moveFile(db, author, { editId, id: ids[0]!, by: -1, now })
  await moveFile(db, author, { editId, id: ids[0]!, by: 1, now })
  expect(await order()).toEqual([2, 0, 1])
  await removeFile(db, author, { editId, id: ids[0]!, now })
  expect(await order()).toEqual([2, 1])
  expect(await outcome(removeFile(db, author, { editId, id: ids[0]!, now }))).toBe('not-found')
})

test('a file is seen by whoever may see what it belongs to, from draft to publication and change', async () => {
  const editId = await startDraft(db)
  const [open, kept] = [await attach(editId), await attach(editId, aPdf('bukti'), 'bukti.pdf')]
  await describe(editId, open, {})
  const rows = await filesOfEdit(db, author, editId)
  const fileId = (id: string) => rows.find((row) => row.id === id)!.fileId
  const see = async (id: string) => {
    const seen: string[] = []
    for (const [name, actor] of Object.entries(cast)) {
      if ((await outcome(visibleFile(db, actor, { fileId: id, rendition: 'whole' }))) === 'done')
        seen.push(name)
    }
    return seen
  }
  const unit = ['author', 'local admin']
  expect(await see(fileId(open))).toEqual(unit)
  expect(await see(fileId(kept))).toEqual(unit)
  expect(await filesOfEdit(db, cast['author elsewhere'], editId)).toEqual([])

  const { id: innovationId } = await publishDraft(db, editId)
  expect(await see(fileId(open))).toEqual(Object.keys(cast))
  expect(await see(fileId(kept))).toEqual(['author', 'local admin', 'head', 'inspectorate', 'hub'])
  expect((await filesOfInnovation(db, cast.public, innovationId)).map(({ name }) => name)).toEqual([
    'Foto.png',
  ])
  expect((await filesOfInnovation(db, cast.inspectorate, innovationId)).map(({ name }) => name)).toEqual([
    'Foto.png',
    'bukti.pdf',
  ])

  const second = await startEdit(db, author, { organisationId: null, innovationId, now })
  const [carried] = await filesOfEdit(db, author, second)
  expect(carried).toMatchObject({ fileId: fileId(open), altId: shownDescription.altId, isPublic: true })
  await removeFile(db, author, { editId: second, id: carried!.id, now })
  expect(await see(fileId(open))).toEqual(Object.keys(cast)) // the change is not published yet
  await takeEditStep(db, cast['local admin'], { id: second, step: 'publish', now: later(1) })
  expect(await see(fileId(open))).toEqual(unit) // the earlier version keeps it, for its own people
})

test('a record that was merged into another shows its files to its own people only', async () => {
  const editId = await startDraft(db)
  await describe(editId, await attach(editId), {})
  const [file] = await filesOfEdit(db, author, editId)
  const { id } = await publishDraft(db, editId)
  const other = await publishDraft(db, await startDraft(db), 'Antar Obat Pulau Lain')
  await owner.db.updateTable('innovation').set({ merged_into: other.id }).where('id', '=', id).execute()
  const see = (name: CastName) =>
    outcome(visibleFile(db, cast[name], { fileId: file!.fileId, rendition: 'whole' }))
  expect([await see('public'), await see('hub'), await see('author')]).toEqual([
    'not-found',
    'not-found',
    'done',
  ])
  expect(await filesOfInnovation(db, cast.public, id)).toEqual([])
})

test.each([
  ['public', 'not-found'],
  ['signed in, no role', 'not-found'],
  ['author elsewhere', 'not-found'],
  ['local admin elsewhere', 'not-found'],
  ['head', 'not-found'],
  ['hub', 'not-found'],
  ['administrator', 'not-found'],
  ['author', 'done'],
  ['local admin', 'done'],
] as const)('changing the files of a draft as %s: %s', async (name, answer) => {
  const editId = await startDraft(db)
  const id = await attach(editId)
  const actor = cast[name]
  expect(await outcome(attach(editId, aPdf(), 'a.pdf', actor))).toBe(answer)
  expect(await outcome(moveFile(db, actor, { editId, id, by: 1, now }))).toBe(answer)
  expect(await outcome(describeFile(db, actor, { editId, id, description: shownDescription, now }))).toBe(
    answer,
  )
  const announced = { name: 'a.pdf', bytes: 9, sha256: null }
  expect(await outcome(startUpload(db, actor, { editId, files, now, announced }))).toBe(answer)
  expect(await outcome(removeFile(db, actor, { editId, id, now }))).toBe(answer)
})

test('while a text is being checked its files stay as they are', async () => {
  const editId = await startDraft(db)
  const id = await attach(editId)
  await owner.db.updateTable('innovation_edit').set({ state: 'submitted' }).where('id', '=', editId).execute()
  expect(await outcome(attach(editId))).toBe('conflict')
  expect(await outcome(removeFile(db, author, { editId, id, now }))).toBe('conflict')
})

test('the database itself refuses a public picture without words, and one whose people nobody asked', async () => {
  const editId = await startDraft(db)
  const id = await attach(editId)
  const set = (row: object) => owner.db.updateTable('innovation_file').set(row).where('id', '=', id).execute()
  await expect(set({ is_public: true })).rejects.toMatchObject({ code: '23514' })
  const words = { is_public: true, alt_id: 'Perahu', credit: 'Dinas', licence: 'agency' }
  await expect(set(words)).rejects.toMatchObject({ code: '23514' })
  await set({ ...words, people: 'agreed' })
})

test.each([1, 3])('%i files of a text cost one question, and so do those of a page', async (count) => {
  const editId = await startDraft(db)
  for (let i = 0; i < count; i++) await attach(editId, aPdf(String(i)), 'a.pdf')
  expect(await countedQueries(db, (db) => filesOfEdit(db, author, editId))).toBe(1)
  const { id } = await publishDraft(db, editId)
  expect(await countedQueries(db, (db) => filesOfInnovation(db, author, id))).toBe(1)
})

test('any bytes under any name are taken in or refused with a sentence in both languages', async () => {
  const editId = await startDraft(db)
  const begin = fc.constantFrom(
    '',
    '%PDF-1.4\n',
    'a;b\n',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff',
    'PK\u0003\u0004',
    'RIFF____WEBPVP8 ',
  )
  await fc.assert(
    fc.asyncProperty(
      begin,
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
      async (begin, rest, name) => {
        const given = { bytes: Buffer.concat([Buffer.from(begin, 'latin1'), rest]), name }
        const many = open({ SEMAI_FILES_PER_RECORD: '500' })
        const problem = await attachFile(db, author, { editId, given, files: many, now }).then(
          () => null,
          (problem: { name: string; says: { id: string; en: string } }) => problem,
        )
        if (problem === null) return
        expect(problem.name).toBe('FileRejected')
        expect(problem.says.id.length * problem.says.en.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 300 },
  )
})

test('whatever is typed about a file is stored or refused with its fields, never half of it', async () => {
  const editId = await startDraft(db)
  const id = await attach(editId)
  let last: Pick<FileDescription, 'altId' | 'licence' | 'isPublic'> = {
    altId: null,
    licence: null,
    isPublic: false,
  }
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 320 }), { nil: null })
  const typed = fc.record({
    purpose: fc.constantFrom('picture', 'evidence', 'rahasia'),
    proves: fc.constantFrom(null, 'cost', 'lain'),
    title: text,
    altId: text,
    altEn: text,
    caption: text,
    credit: text,
    licence: fc.constantFrom(null, 'cc_by', ''),
    people: fc.constantFrom('unsaid', 'nobody', 'agreed'),
    isPublic: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(typed, async (typed) => {
      const parsed = fileDescription.safeParse(typed)
      if (!parsed.success) return
      const ended = await outcome(describeFile(db, author, { editId, id, description: parsed.data, now }))
      const [stored] = await filesOfEdit(db, author, editId)
      const { altId, licence, isPublic } = parsed.data
      const isKept = ended === 'done'
      expect([isKept, ended === 'invalid' && isPublic]).toEqual([isKept, !isKept])
      const before = { altId: stored!.altId, licence: stored!.licence, isPublic: stored!.isPublic }
      expect(before).toEqual(isKept ? { altId, licence, isPublic } : last)
      last = before
    }),
    { numRuns: 300 },
  )
})
