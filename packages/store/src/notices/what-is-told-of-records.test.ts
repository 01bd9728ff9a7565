import { beforeEach, expect, test } from 'vitest'
import { passkeySite } from '@semai/domain/people/passkey-site'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPassword, castPeople, here } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { softPasskey } from '@semai/testkit/soft-passkey'
import { testDb } from '@semai/testkit/test-db'
import { sendCorrection, takeCorrectionStep } from '../corrections/correction.commands.ts'
import { correctableRecord } from '../corrections/correction.queries.ts'
import { offerHandover, takeHandoverStep } from '../innovations/innovation-handover.commands.ts'
import { addPasskey, offerPasskey, removePasskey } from '../people/passkey.commands.ts'
import { passkeysOf } from '../people/passkey.queries.ts'
import { sessionOf } from '../people/session.queries.ts'
import { signIn } from '../people/sign-in.commands.ts'
import { remindOfDueNews } from './due-news.commands.ts'
import { inbox } from './notice.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const admin = cast['local admin']
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
let innovationId: string

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  await castAgencies(owner.db)
  await castPeople(owner.db, [
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'secretariat',
  ])
  innovationId = await record('INV-1', 'Antar Obat', '2024-06-01')
})

async function record(
  code: string,
  name: string,
  last_confirmed_on: string | null,
  more = {},
): Promise<string> {
  const { id } = await anInnovation(owner.db, {
    code,
    name,
    organisation_id: agencies.healthOffice,
    last_confirmed_on,
    ...more,
  })
  return id
}

/** Every notice there is: to whom, of which kind, and what it says. */
async function told(): Promise<[string, string][]> {
  const rows = await owner.db
    .selectFrom('notice as n')
    .innerJoin('person as p', 'p.id', 'n.person_id')
    .select(['p.email', 'n.kind'])
    .orderBy('n.id')
    .execute()
  return rows.map(({ email, kind }) => [email, kind])
}
const details = async () =>
  (await owner.db.selectFrom('notice').select('detail').orderBy('id').execute()).map(({ detail }) => detail)
const subjects = async (actor = author) => (await inbox(db, actor)).rows.map(({ subject }) => subject.en)

test('a hand-over is told to whom it is offered, its answer to who offered it', async () => {
  const offer = () =>
    offerHandover(db, admin, {
      which: { id: innovationId },
      toPerson: author.personId!,
      note: 'Saya pindah',
      now,
    })
  const first = await offer()
  expect(await told()).toEqual([['author@contoh.test', 'handover_offered']])
  await takeHandoverStep(db, author, { id: first, step: 'decline', reason: 'Sedang cuti', now })
  await takeHandoverStep(db, author, { id: await offer(), step: 'accept', now })
  expect((await told()).slice(1)).toEqual([
    ['local.admin@contoh.test', 'handover_answered'],
    ['author@contoh.test', 'handover_offered'],
    ['local.admin@contoh.test', 'handover_answered'],
  ])
  expect(await subjects(admin)).toEqual([
    'Accepted: hand-over of Antar Obat',
    'Declined: hand-over of Antar Obat',
  ])
  expect(JSON.stringify(await details())).not.toMatch(/pindah|cuti/)
})

test('who offers a record to themselves, or withdraws it, is told nothing', async () => {
  const asked = { which: { id: innovationId }, toPerson: author.personId!, now }
  const id = await offerHandover(db, author, asked)
  await takeHandoverStep(db, author, { id, step: 'withdraw', now })
  await takeHandoverStep(db, author, { id: await offerHandover(db, author, asked), step: 'accept', now })
  expect(await told()).toEqual([])
})

test('a correction is told to its institution when it comes, when its sender replies, and when others answered it', async () => {
  const found = await correctableRecord(db, 'innovation', 'inv-1')
  const said = { wrong: 'Mulainya bukan 2020', right: '2018', source: 'Surat', contact: 'warga@contoh.test' }
  const link = await sendCorrection(db, { record: found, said, now })
  const [{ id }] = (await owner.db.selectFrom('correction').select('id').execute()) as [{ id: string }]
  const step = { change: null, isPublic: false, now }
  await takeCorrectionStep(db, cast.secretariat, {
    ...step,
    key: { id },
    step: 'ask',
    reason: 'Halaman berapa?',
  })
  await takeCorrectionStep(db, cast.public, { ...step, key: { link }, step: 'reply', reason: 'Halaman 2' })
  await takeCorrectionStep(db, cast.secretariat, {
    ...step,
    key: { id },
    step: 'decline',
    reason: 'Sudah benar',
  })
  const who = 'local.admin@contoh.test'
  expect(await told()).toEqual([
    [who, 'correction_received'],
    [who, 'correction_received'],
    [who, 'correction_answered'],
  ])
  expect(await details()).toEqual([
    { correction: id, title: 'Antar Obat', isReply: false },
    { correction: id, title: 'Antar Obat', isReply: true },
    { correction: id, title: 'Antar Obat', isChanged: false },
  ])
})

test('who answers a correction themselves is not told of it', async () => {
  const found = await correctableRecord(db, 'innovation', 'inv-1')
  await sendCorrection(db, {
    record: found,
    said: { wrong: 'Salah', right: 'Benar', source: 'Surat', contact: undefined },
    now,
  })
  const [{ id }] = (await owner.db.selectFrom('correction').select('id').execute()) as [{ id: string }]
  const step = { change: '/inovasi/inv-1', isPublic: true, now, key: { id }, reason: 'Benar' }
  await takeCorrectionStep(db, admin, { ...step, step: 'accept' })
  expect((await told()).map(([, kind]) => kind)).toEqual(['correction_received'])
})

test('innovations without news for a year are told once a month, in one notice for each person', async () => {
  await record('INV-2', 'Lebih Lama', '2023-01-01')
  await record('INV-3', 'Baru Dijawab', '2026-01-01')
  await record('INV-4', 'Belum Pernah', null)
  await record('INV-5', 'Sudah Berhenti', '2020-01-01', { stage: 'stopped' })
  await record('INV-6', 'Milik Lain', '2020-01-01', { organisation_id: agencies.ministry })
  expect(await remindOfDueNews(db, now)).toBe(2)
  expect(await remindOfDueNews(db, days(20))).toBe(0)
  expect((await told()).toSorted()).toEqual([
    ['author@contoh.test', 'news_due'],
    ['local.admin@contoh.test', 'news_due'],
  ])
  expect(await details()).toEqual([
    { count: 2, title: 'Lebih Lama' },
    { count: 2, title: 'Lebih Lama' },
  ])
  expect(await subjects()).toEqual(['2 innovations wait for news'])
  expect(await remindOfDueNews(db, days(30))).toBe(2)
})

test('a passkey that comes or goes is told to the owner of the account, by mail at any hour', async () => {
  const site = passkeySite('https://semai.contoh.test')!
  const { token } = await signIn(db, { email: castEmail('author'), password: castPassword, place: here, now })
  const sessionId = (await sessionOf(db, token, now))!.id
  const key = softPasskey()
  const { challenge } = await offerPasskey(db, author, { sessionId, site, now })
  const answer = key.made({ challenge, origin: 'https://semai.contoh.test', rpId: site.id })
  const { session } = await addPasskey(db, author, { answer, name: 'Telepon', sessionId, site, now })
  const raised = (await sessionOf(db, session.token, now))!
  const [passkey] = await passkeysOf(db, author.personId!)
  await removePasskey(db, author, { passkeyId: passkey!.id, sessionId: raised.id, now })
  expect((await told()).slice(1)).toEqual([
    ['author@contoh.test', 'passkey_added'],
    ['author@contoh.test', 'passkey_removed'],
  ])
  const mails = await owner.db.selectFrom('mail').select('due_at').execute()
  expect(mails.map(({ due_at }) => due_at)).toEqual([now, now, now])
})
