import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { mostAttachments } from '@semai/domain/attachments/attachment'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { agencies, cast } from '@semai/testkit/cast'
import { aPdf } from '@semai/testkit/made-files'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aLocus, anEvaluator, aRound, locusCalled, wholeAnswers } from '@semai/testkit/round-scene'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { attachToRecord, attachmentPlace, removeAttachment } from '../attachments/attachment.commands.ts'
import { attachedBytes, attachmentPage } from '../attachments/attachment.queries.ts'
import { openFiles } from '../files/open-files.ts'
import { startUpload } from '../files/resumable-upload.ts'
import { saveAnswers, takeAnswerStep } from './answer.commands.ts'
import { answerPage } from './answer.queries.ts'
import { assessmentPage } from './assessment.queries.ts'
import { assignAssessor } from './assign.commands.ts'
import { takeRoundStep } from './round.commands.ts'

const { db, owner, clear } = await testDb()
const files = openFiles({ SEMAI_DATA: mkdtempSync(join(tmpdir(), 'semai-evidence-')) })
const { author, secretariat, evaluator } = cast
const today = dayIn(now)
const afterwards = new Date('2026-04-02T00:00:00Z')
const { q9: _, ...withoutLink } = wholeAnswers
let code: string
let id: string
let conflicted: Actor

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anInnovation(owner.db, { code: 'INV-7101', organisation_id: agencies.healthOffice })
  const made = await aRound(db, { now, assessors: '1' })
  code = made.code
  await aLocus(db, { ...made, record: 'INV-7101', now })
  id = await locusCalled(db, { code, name: 'Inovasi INV-7101' })
  conflicted = await anEvaluator(owner.db, { now, name: 'Penilai Seinstansi', organisation: agencies.clinic })
  await takeRoundStep(db, secretariat, { code, step: 'open', now })
})

const asked = (question = 'q9') => ({ holder: 'answer', key: `${id}.${question}`, now }) as const
const given = { bytes: aPdf(), name: 'laporan layanan.pdf' }
const attach = (actor: Actor = author, question = 'q9') =>
  attachToRecord(db, actor, { ...asked(question), given, files })
const remove = (attachment: string, actor: Actor = author) =>
  removeAttachment(db, actor, { ...asked(), id: attachment })
const step = (name: 'submit' | 'take_back') => takeAnswerStep(db, author, { code, id, step: name, now })
const save = (typed: Record<string, string>) => saveAnswers(db, author, { code, id, revision: 0, typed, now })
const openPage = (actor: Actor) => answerPage(db, actor, { code, id, now, today })
const names = async (outcome: (actor: Actor) => Promise<unknown>) => {
  const allowed: string[] = []
  for (const [name, actor] of Object.entries(cast)) {
    if ((await codeOf(outcome(actor))) === 'done') allowed.push(name)
  }
  return allowed.sort()
}

test('a required question for evidence is answered by a file, and open again without one', async () => {
  await save(withoutLink)
  await expect(step('submit')).rejects.toMatchObject({ code: 'invalid', faults: [{ field: 'q9' }] })
  const file = await attach()
  expect((await openPage(author)).progress).toMatchObject({ answered: 9, required: 9, open: [] })
  await remove(file)
  await expect(step('submit')).rejects.toMatchObject({ code: 'invalid', faults: [{ field: 'q9' }] })
  await attach()
  await step('submit')
  const { state, evidence } = await openPage(author)
  expect([state, evidence.map(({ question, name, kind }) => [question, name, kind])]).toEqual([
    'submitted',
    [['q9', 'laporan layanan.pdf', 'pdf']],
  ])
})

test('of the whole cast only who answers the locus adds, and only they remove', async () => {
  const file = await attach()
  expect(await names((actor) => attach(actor))).toEqual(['author', 'local admin'])
  expect(await codeOf(remove(file, cast['author elsewhere']))).toBe('not-found')
  expect(await codeOf(remove(file, secretariat))).toBe('forbidden')
  expect(await codeOf(remove(file, cast['local admin']))).toBe('done')
})

test('what is handed in is locked, and free again once it is taken back', async () => {
  await save(withoutLink)
  const file = await attach()
  const place = await attachmentPlace(db, author, asked())
  await step('submit')
  const announced = { name: 'susulan.pdf', bytes: 10, sha256: null }
  const late = startUpload(db, author, { place, files, now, announced })
  expect(await Promise.all([remove(file), attach(), late].map(codeOf))).toEqual(Array(3).fill('forbidden'))
  await step('take_back')
  expect(await codeOf(remove(file))).toBe('done')
})

test('a draft is read by its own people and the ministry; what was submitted by its assessors too, and never by the public', async () => {
  await save(withoutLink)
  const file = await attach()
  const read = (actor: Actor) => attachedBytes(db, actor, { ...asked(), id: file, rendition: 'whole' })
  const own = ['author', 'head', 'inspectorate', 'local admin', 'secretariat']
  expect(await names(read)).toEqual(own)
  await step('submit')
  await assignAssessor(db, secretariat, { code, locus: id, person: evaluator.personId!, now })
  expect(await names(read)).toEqual(own)
  await takeRoundStep(db, secretariat, { code, step: 'assess', now: afterwards })
  expect(await names(read)).toEqual([...own, 'evaluator'].sort())
  const page = await assessmentPage(db, evaluator, { code, id, now, today })
  expect(page.read?.evidence.map(({ id }) => id)).toEqual([file])
  expect(await attachmentPage(db, evaluator, asked())).toMatchObject({
    mayWrite: false,
    path: `/pantauan/${code}/nilai/${id}`,
  })
})

test('an assessor of an institution the locus is about reads no file, and none reads that of a draft', async () => {
  const file = await attach()
  for (const { personId } of [conflicted, evaluator]) {
    await owner.pool.query(
      `insert into round_assessment (id, locus_id, person_id, state, assigned_at)
       values (gen_random_uuid(), $1, $2, 'open', $3)`,
      [id, personId, now],
    )
  }
  await owner.pool.query(`update round set state = 'assessing' where code = $1`, [code])
  const read = (actor: Actor) =>
    codeOf(attachedBytes(db, actor, { ...asked(), id: file, rendition: 'whole' }))
  expect(await Promise.all([conflicted, evaluator].map(read))).toEqual(['not-found', 'not-found'])
  expect((await openPage(evaluator)).evidence).toEqual([])
  expect((await attachmentPage(db, evaluator, asked())).files).toEqual([])
})

test('files belong to questions for evidence, each on its own, five at most', async () => {
  expect(await codeOf(attach(author, 'q3'))).toBe('not-found')
  expect(await codeOf(attach(author, 'q99'))).toBe('not-found')
  for (let i = 0; i < mostAttachments.answer; i++) await attach()
  expect(await codeOf(attach())).toBe('conflict')
  const sheet = { bytes: Buffer.from('bulan,pengguna\n1,20\n'), name: 'pengguna.csv' }
  const [first] = (await attachmentPage(db, author, asked())).files
  await remove(first!.id)
  await attachToRecord(db, author, { ...asked(), given: sheet, files })
  expect((await attachmentPage(db, author, asked())).files.map(({ kind }) => kind)).toEqual([
    ...Array<string>(4).fill('pdf'),
    'csv',
  ])
})
