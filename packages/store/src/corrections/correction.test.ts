import { beforeEach, expect, test } from 'vitest'
import type { CorrectionForm, CorrectionSubject } from '@semai/domain/corrections/correction.form'
import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, anOrganisation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { readContact, sendCorrection, takeCorrectionStep } from './correction.commands.ts'
import type { StepOfCorrection } from './correction.commands.ts'
import { correctableRecord, correctionPage, correctionQueue, publicAnswers } from './correction.queries.ts'

const { db, owner, clear } = await testDb()
const handler = cast['local admin']

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['local admin', 'local admin elsewhere', 'secretariat'])
  await anInnovation(owner.db, {
    code: 'INV-7001',
    name: 'Antar Obat',
    organisation_id: agencies.healthOffice,
  })
})

const said: CorrectionForm = {
  wrong: 'Tahun mulainya tertulis 2020',
  right: '2018',
  source: 'Keputusan kepala dinas 3/2018',
  contact: 'warga@contoh.test',
}
const send = async (
  given: Partial<CorrectionForm> = {},
  kind: CorrectionSubject = 'innovation',
  slug = 'inv-7001',
) => {
  const record = await correctableRecord(db, kind, slug)
  return sendCorrection(db, { record, said: { ...said, ...given }, now })
}
const first = async (actor: Actor = handler) => (await correctionQueue(db, actor)).rows[0]!.id
const take = (
  key: StepOfCorrection['key'],
  step: StepOfCorrection['step'],
  actor: Actor,
  given: Partial<StepOfCorrection> = {},
) => takeCorrectionStep(db, actor, { key, step, change: null, isPublic: false, now, ...given })
const trail = () => owner.db.selectFrom('audit_event').select(['what', 'detail']).orderBy('id').execute()

test('a correction reaches the institution and the secretariat, and nobody else', async () => {
  await send()
  for (const [name, actor] of Object.entries(cast)) {
    const seen = (await correctionQueue(db, actor)).rows.map(({ subject, path }) => [subject, path])
    const isTheirs = name === 'local admin' || name === 'secretariat'
    expect(seen, name).toEqual(isTheirs ? [['Antar Obat', '/inovasi/inv-7001']] : [])
  }
})

test('asked back, answered by the link, accepted with its change; the sender sees each step', async () => {
  const link = await send()
  const id = await first()
  await take({ id }, 'ask', handler, { reason: 'Halaman berapa?' })
  const asked = await correctionPage(db, cast.public, { key: { link }, now })
  expect([asked.state, asked.steps.map(({ step }) => step)]).toEqual(['asked', ['reply', 'withdraw']])
  expect(await codeOf(take({ link }, 'accept', handler, { reason: 'x' }))).toBe('forbidden')
  await take({ link }, 'reply', cast.public, { reason: 'Halaman 2' })
  await take({ id }, 'accept', handler, {
    reason: 'Terima kasih',
    change: '/inovasi/inv-7001',
    isPublic: true,
  })
  const done = await correctionPage(db, cast.public, { key: { link }, now })
  expect([done.state, done.changePath, done.steps]).toEqual(['accepted', '/inovasi/inv-7001', []])
  expect(done.history.map(({ step, reason }) => [step, reason])).toEqual([
    ['ask', 'Halaman berapa?'],
    ['reply', 'Halaman 2'],
    ['accept', 'Terima kasih'],
  ])
  expect((await trail()).map(({ what }) => what)).toEqual([
    'correction.send',
    'correction.ask',
    'correction.reply',
    'correction.accept',
  ])
})

test('only an answer marked public is shown to everyone, and nothing of its sender', async () => {
  await send()
  await take({ id: await first() }, 'decline', handler, { reason: 'Sumbernya menyebut 2020', isPublic: true })
  await send()
  await take({ id: await first() }, 'decline', handler, { reason: 'Tidak untuk umum' })
  const { rows } = await publicAnswers(db)
  expect(rows.map(({ subject, state, answer }) => [subject, state, answer])).toEqual([
    ['Antar Obat', 'declined', 'Sumbernya menyebut 2020'],
  ])
  expect(JSON.stringify(rows)).not.toContain(said.wrong)
})

test('the address of a sender is read only by who answers, and each reading is noted without it', async () => {
  await send()
  const id = await first()
  expect(JSON.stringify(await correctionPage(db, handler, { key: { id }, now }))).not.toContain('warga@')
  expect(await readContact(db, handler, { id, now })).toBe('warga@contoh.test')
  expect(await codeOf(readContact(db, cast['local admin elsewhere'], { id, now }))).toBe('not-found')
  const reads = await owner.db
    .selectFrom('personal_read')
    .select(['what', 'subject_id', 'reader_id', 'people'])
    .execute()
  expect(reads).toEqual([
    { what: 'correction_sender', subject_id: id, reader_id: handler.personId, people: 1 },
  ])
  const events = await trail()
  expect(events.map(({ what }) => what)).toEqual(['correction.send'])
  expect(JSON.stringify([reads, events])).not.toMatch(/warga@|Tahun mulainya/)
})

test('the address is gone 90 days after the answer, a year after nothing, and at once when withdrawn', async () => {
  const left = async () => (await owner.db.selectFrom('correction_sender').select('email').execute()).length
  const [answered, forgotten, withdrawn] = [await send(), await send(), await send()]
  await take({ link: withdrawn }, 'withdraw', cast.public)
  expect(await left()).toBe(2)
  const { id } = await correctionPage(db, cast.public, { key: { link: answered }, now })
  await take({ id }, 'decline', handler, { reason: 'x' })
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
  expect(await readContact(db, handler, { id, now: later(89) })).toBe('warga@contoh.test')
  expect(await readContact(db, handler, { id, now: later(90) })).toBeNull()
  await take({ link: forgotten }, 'withdraw', cast.public, { now: later(365) })
  expect(await left()).toBe(0)
})

test('what concerns a region goes to its government, and to the ministry where none is known', async () => {
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
  await send({}, 'region', 'daerah-35-10')
  expect((await correctionQueue(db, handler)).rows.map(({ subject }) => subject)).toEqual(['Kabupaten 35.10'])
  await send({}, 'region', 'daerah-35')
  expect((await correctionQueue(db, handler)).rows).toHaveLength(1)
  expect((await correctionQueue(db, cast.secretariat)).rows).toHaveLength(2)
})

test('what concerns an organisation goes to itself; what is not there is not found', async () => {
  await anOrganisation(owner.db, { name: 'Puskesmas Lain', kind: 'unit', parent_id: agencies.healthOffice })
  await send({}, 'organisation', 'puskesmas-lain')
  expect((await correctionQueue(db, handler)).rows.map(({ path }) => path)).toEqual([
    '/instansi/puskesmas-lain',
  ])
  expect(await codeOf(send({}, 'innovation', 'tidak-ada'))).toBe('not-found')
})

test('an altered link opens nothing', async () => {
  const link = await send()
  const altered = `${link.slice(0, -2)}AA`
  expect(await codeOf(correctionPage(db, cast.public, { key: { link: altered }, now }))).toBe('not-found')
  expect(await codeOf(take({ link: altered }, 'withdraw', cast.public))).toBe('not-found')
})

test.each([1, 3])(
  'with %i corrections the queue, a page and the answers cost one query each',
  async (count) => {
    for (let i = 0; i < count; i++) await send()
    const id = await first()
    expect(await countedQueries(db, (db) => correctionQueue(db, handler))).toBe(1)
    expect(await countedQueries(db, (db) => correctionPage(db, handler, { key: { id }, now }))).toBe(1)
    expect(await countedQueries(db, (db) => publicAnswers(db))).toBe(1)
    const page = await correctionQueue(db, handler, { limit: 2 })
    const rest = page.next ? (await correctionQueue(db, handler, { limit: 2, after: page.next })).rows : []
    expect(new Set([...page.rows, ...rest].map((row) => row.id)).size).toBe(count)
  },
)
