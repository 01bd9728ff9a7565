import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import type { Actor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { aPhoto } from '@semai/testkit/file-scene'
import { aPdf } from '@semai/testkit/made-files'
import { codeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { recordCommitment } from '../action-plans/commitment.commands.ts'
import { writeDocument } from '../documents/document.commands.ts'
import { trackedDocument } from '../documents/tracked-document.ts'
import { cleanFiles } from '../files/clean-files.ts'
import { openFiles } from '../files/open-files.ts'
import { addPiece, finishUpload, startUpload } from '../files/resumable-upload.ts'
import { keepReport, takeReportStep } from '../monitoring/report.commands.ts'
import { reportPage } from '../monitoring/report.queries.ts'
import {
  attachmentPlace,
  attachToRecord,
  describeAttachment,
  removeAttachment,
} from './attachment.commands.ts'
import { attachedBytes, attachmentPage } from './attachment.queries.ts'

const { db, owner, clear } = await testDb()
const files = openFiles({ SEMAI_DATA: mkdtempSync(join(tmpdir(), 'semai-attachments-')) })
const { author, mentor } = cast
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

const pdf = { bytes: aPdf(), name: 'surat bertanda tangan.pdf' }
const people = [author, mentor, cast['author elsewhere'], cast.evaluator, cast.public]
const events = async () =>
  (
    await owner.db
      .selectFrom('audit_event')
      .select('what')
      .where(sql<boolean>`what ~ '(attach|detach|describe)$'`)
      .orderBy('id')
      .execute()
  ).map(({ what }) => what)

test('a signed copy comes back to its document: those who may read the one read the other, anyone learns that it is there', async () => {
  const key = await writeDocument(db, author, { code, kind: 'interest_letter', now })
  const asked = { holder: 'document', key, now } as const
  const attach = (actor: Actor) => codeOf(attachToRecord(db, actor, { ...asked, given: pdf, files }))
  expect(await Promise.all([mentor, cast['author elsewhere'], cast.public].map(attach))).toEqual(
    Array(3).fill('forbidden'),
  )
  expect(await trackedDocument(db, cast.public, { document: key, now })).toMatchObject({
    hasSignedFile: false,
  })
  const id = await attachToRecord(db, author, { ...asked, given: pdf, files })
  expect(await trackedDocument(db, cast.public, { document: key, now })).toMatchObject({
    hasSignedFile: true,
  })
  const read = (actor: Actor) => codeOf(attachedBytes(db, actor, { ...asked, id, rendition: 'whole' }))
  expect(await Promise.all(people.map(read))).toEqual(['done', 'done', 'done', 'not-found', 'not-found'])
  const { files: shown } = await attachmentPage(db, mentor, asked)
  expect(shown.map(({ name, kind, attachedAt }) => [name, kind, attachedAt])).toEqual([
    ['surat bertanda tangan.pdf', 'pdf', now],
  ])
  expect((await attachmentPage(db, cast.public, asked)).files).toEqual([])
})

test('a copy that comes again takes the place of the first; text and sheets are none', async () => {
  const key = await writeDocument(db, author, { code, kind: 'agreement', now })
  const asked = { holder: 'document', key, now } as const
  const first = await attachToRecord(db, author, { ...asked, given: pdf, files })
  const text = { bytes: Buffer.from('catatan rapat\n'), name: 'catatan.txt' }
  expect(await codeOf(attachToRecord(db, author, { ...asked, given: text, files }))).toBe('invalid')
  const second = await attachToRecord(db, author, { ...asked, given: pdf, files })
  expect((await attachmentPage(db, author, asked)).files.map(({ id }) => id)).toEqual([second])
  expect(await codeOf(removeAttachment(db, author, { ...asked, id: first }))).toBe('not-found')
  await removeAttachment(db, author, { ...asked, id: second })
  expect(await events()).toEqual(['document.attach', 'document.attach', 'document.detach'])
})

test('an upload in pieces goes on where it was cut off, and what is attached outlives the clean-up', async () => {
  const key = await writeDocument(db, author, { code, kind: 'agreement', now })
  const asked = { holder: 'document', key, now } as const
  const place = await attachmentPlace(db, author, asked)
  const announced = { name: pdf.name, bytes: pdf.bytes.length, sha256: null }
  const upload = await startUpload(db, author, { place, files, now, announced })
  const named = { place, files, now, uploadId: upload.id }
  const half = Math.floor(pdf.bytes.length / 2)
  await addPiece(db, author, { ...named, start: 0, piece: pdf.bytes.subarray(0, half), sha256: null })
  expect(await codeOf(finishUpload(db, author, named))).toBe('conflict')
  const again = await startUpload(db, author, { place, files, now, announced })
  expect(again).toMatchObject({ id: upload.id, received: half })
  expect((await attachmentPage(db, author, asked)).uploads.map(({ received }) => received)).toEqual([half])
  await addPiece(db, author, { ...named, start: half, piece: pdf.bytes.subarray(half), sha256: null })
  await finishUpload(db, author, named)
  await finishUpload(db, author, named)
  expect((await attachmentPage(db, author, asked)).files.length).toBe(1)
  const later = new Date(now.getTime() + 30 * 86_400_000)
  const by = { personId: null, label: 'job' } as const
  expect(await cleanFiles(db, by, files, { now: later, graceMs: 86_400_000, isDryRun: false })).toMatchObject(
    { files: 0 },
  )
})

test('the document of a commitment is for both sides and those who guide; the public reads the commitment only', async () => {
  const said = commitmentForm.parse({
    signer: 'Bupati Sukamaju',
    post: 'Bupati',
    signedOn: '2026-02-01',
    number: '1/2026',
    amounts: '2027 | 125.000.000',
  })
  const key = await recordCommitment(db, author, { code, said, now })
  const asked = { holder: 'commitment', key, now } as const
  expect(await codeOf(attachToRecord(db, cast.head, { ...asked, given: pdf, files }))).toBe('forbidden')
  const id = await attachToRecord(db, author, { ...asked, given: pdf, files })
  const read = (actor: Actor) => codeOf(attachedBytes(db, actor, { ...asked, id, rendition: 'whole' }))
  expect(await Promise.all(people.map(read))).toEqual(['done', 'done', 'done', 'not-found', 'not-found'])
})

test('photographs of a report are seen once they are described, by whom the report is read', async () => {
  const key = '00000000-0000-4000-8000-000000000001'
  const typed = { key, replication: code, year: '2026', quarter: '1', activities: 'Melatih 20 kader' }
  await keepReport(db, author, { said: reportForm.parse(typed), now })
  const asked = { holder: 'report', key, now } as const
  expect(await codeOf(attachToRecord(db, author, { ...asked, given: pdf, files }))).toBe('invalid')
  const given = { bytes: aPhoto, name: 'pelatihan.png' }
  const id = await attachToRecord(db, author, { ...asked, given, files })
  await attachToRecord(db, author, { ...asked, given, files })
  await describeAttachment(db, author, { ...asked, id, alt: 'Kader duduk melingkar di balai desa' })
  await takeReportStep(db, author, { id: key, step: 'submit', now })
  expect(await codeOf(removeAttachment(db, author, { ...asked, id }))).toBe('forbidden')
  const alts = async (actor: Actor) =>
    (await reportPage(db, actor, { id: key, now })).pictures.map(({ alt }) => alt)
  expect(await alts(mentor)).toEqual(['Kader duduk melingkar di balai desa'])
  expect(await alts(author)).toEqual(['Kader duduk melingkar di balai desa', null])
  const read = (actor: Actor) => codeOf(attachedBytes(db, actor, { ...asked, id, rendition: 'whole' }))
  expect(await Promise.all(people.map(read))).toEqual(['done', 'done', 'done', 'not-found', 'not-found'])
  await takeReportStep(db, mentor, { id: key, step: 'verify', now })
  expect(await Promise.all(people.map(read))).toEqual(Array(5).fill('done'))
  expect(await alts(cast.public)).toEqual(['Kader duduk melingkar di balai desa'])
})
