import { beforeEach, expect, test } from 'vitest'
import type { DeclareForm } from '@semai/domain/claims/claim.form'
import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { claimRecords } from '../exchange/claim-records.queries.ts'
import { claimsOf } from '../spread/spread.queries.ts'
import { mergeInnovations } from '../innovations/merge.commands.ts'
import { declareClaim } from './declare-claim.ts'
import { claimPage } from './claim-page.queries.ts'
import { takeClaimStep } from './take-claim-step.ts'
import type { StepOfClaim } from './claim-effects.ts'

const { db, owner, clear } = await testDb()
const { author, hub } = cast
const origin = cast['author elsewhere']
const inspectorate = cast.inspectorate
let innovationId: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
  const given = { code: 'INV-7001', name: 'Antar Obat', organisation_id: agencies.otherOffice }
  innovationId = (await anInnovation(owner.db, given)).id
})

const said: DeclareForm = {
  organisation: 'dinas-kesehatan-sukamaju',
  region: null,
  start: '2025-05',
  bound: 'on',
  form: 'adaptation',
  scope: 'tiga puskesmas',
  localName: 'Obat Tiba',
  evidence: 'Keputusan kepala dinas 12/2025 dan foto loket',
  evidenceLink: 'https://contoh.test/sk',
  legalBasis: null,
  budgetLine: null,
}
const declare = (given: Partial<DeclareForm> = {}, actor: Actor = author) =>
  declareClaim(db, actor, { innovationId, said: { ...said, ...given }, now, updateMonth: 3 })
const take = (id: string, step: StepOfClaim['step'], actor: Actor, given: Partial<StepOfClaim> = {}) =>
  takeClaimStep(db, actor, {
    id,
    step,
    link: null,
    legalBasis: null,
    budgetLine: null,
    now,
    updateMonth: 3,
    ...given,
  })
const page = (id: string, actor: Actor = cast.public) => claimPage(db, actor, { id, now })
const seen = { reason: 'Loket dikunjungi, 40 pasien terlayani', day: '2026-02-20' }
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)
const later = (iso: string) => new Date(`${iso}T03:00:00Z`)

test('a unit declares that it runs an innovation: everybody sees it, as declared, with its source', async () => {
  const id = await declare()
  const [row] = await claimsOf(db, cast.public, innovationId)
  expect([row?.id, row?.strength, row?.validUntil, row?.regionCode, row?.source]).toEqual([
    id,
    'declared',
    '2027-03-31',
    '35.10',
    'Pernyataan Dinas Kesehatan Sukamaju',
  ])
  const shown = await page(id)
  expect([shown.organisation, shown.unit, shown.form, shown.scope, shown.localName]).toEqual([
    'Pemerintah Kabupaten Sukamaju',
    'Dinas Kesehatan Sukamaju',
    'adaptation',
    'tiga puskesmas',
    'Obat Tiba',
  ])
  expect(shown.steps).toEqual([])
  expect(await events()).toEqual(['claim.start'])
  const { replicas } = await owner.db.selectFrom('innovation').select('replicas').executeTakeFirstOrThrow()
  expect(replicas).toBe(1)
})

test.each([
  ['author', 'done'],
  ['local admin', 'done'],
  ['author elsewhere', 'forbidden'],
  ['hub', 'forbidden'],
  ['administrator', 'forbidden'],
  ['public', 'forbidden'],
] as const)('declared by %s for the health office: %s', async (name, answer) => {
  expect(await codeOf(declare({}, cast[name]))).toBe(answer)
  expect(await owner.db.selectFrom('claim').select('id').execute()).toHaveLength(answer === 'done' ? 1 : 0)
})

test('what can not be so is refused, and nothing is written', async () => {
  expect(await codeOf(declare({ start: '2026-04' }))).toBe('invalid')
  expect(await codeOf(declare({ region: '99.99' }))).toBe('invalid')
  expect(await codeOf(declare({ organisation: 'dinas-sosial-tirtasari' }, origin))).toBe('invalid')
  expect(await events()).toEqual([])
  await declare()
  expect(await codeOf(declare())).toBe('conflict')
  expect(await events()).toEqual(['claim.start'])
})

test('ten declarations at once are one claim', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => codeOf(declare())))
  expect(all.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'conflict'), 'done'])
})

test('the origin confirms, the hub verifies; each act has its day, its source and its place in the history', async () => {
  const id = await declare()
  expect(await codeOf(take(id, 'confirm', author))).toBe('forbidden')
  await take(id, 'confirm', origin)
  expect((await page(id)).strength).toBe('confirmed')
  expect(await codeOf(take(id, 'verify', hub, { day: '2026-02-20' }))).toBe('invalid')
  await take(id, 'verify', hub, { ...seen, link: 'https://contoh.test/foto' })
  const shown = await page(id)
  expect(shown.strength).toBe('verified')
  expect(shown.acts.map(({ act, on, by, source }) => [act, on, by, source])).toEqual([
    ['verified', '2026-02-20', 'Pemerintah Provinsi Lintang', 'Verifikasi hub Pemerintah Provinsi Lintang'],
    ['declared', today, 'Dinas Kesehatan Sukamaju', 'Pernyataan Dinas Kesehatan Sukamaju'],
    ['confirmed', today, 'Dinas Sosial Tirtasari', 'Konfirmasi Dinas Sosial Tirtasari'],
  ])
  expect(shown.history.map(({ step, role }) => [step, role])).toEqual([
    ['start', 'author'],
    ['confirm', 'author'],
    ['verify', 'hub'],
  ])
  expect(await events()).toEqual(['claim.start', 'claim.confirm', 'claim.verify'])
})

test.each([
  'author',
  'local admin',
  'author elsewhere',
  'local admin elsewhere',
  'head',
  'administrator',
] as const)('%s does not verify, and nothing is written', async (name) => {
  const id = await declare()
  expect(await codeOf(take(id, 'verify', cast[name], seen))).toBe('forbidden')
  expect((await page(id)).strength).toBe('declared')
  expect(await events()).toEqual(['claim.start'])
})

test('the secretariat stands in where no hub is in charge', async () => {
  const id = await declare()
  expect(await codeOf(take(id, 'verify', cast.secretariat, seen))).toBe('forbidden')
  await owner.db.updateTable('role_grant').set({ revoked_at: now }).where('role', '=', 'hub').execute()
  expect(await codeOf(take(id, 'verify', cast.secretariat, seen))).toBe('done')
})

test('the sector ministry of the innovation verifies, another does not', async () => {
  const id = await declare()
  expect(await codeOf(take(id, 'verify', cast['sector ministry'], seen))).toBe('forbidden')
  const party = { role: 'sector_ministry', organisation_id: agencies.centre, source_id: null } as const
  await owner.db
    .insertInto('innovation_party')
    .values({ innovation_id: innovationId, ...party })
    .execute()
  expect(await codeOf(take(id, 'verify', cast['sector ministry'], seen))).toBe('done')
})

test('renewed in time it stays verified; renewed after it lapsed it is what the adopter declares', async () => {
  const id = await declare()
  await take(id, 'verify', hub, seen)
  await take(id, 'renew', author, { now: later('2027-03-10') })
  const renewed = await page(id)
  expect([renewed.strength, renewed.validUntil]).toEqual(['verified', '2028-03-31'])
  await take(id, 'renew', author, { now: later('2028-04-01') })
  const late = await page(id)
  expect([late.strength, late.validUntil]).toEqual(['declared', '2029-03-31'])
  expect(late.acts.find(({ act }) => act === 'verified')?.endedOn).toBe('2028-04-01')
})

test('a regulation and a budget line carry it 36 months', async () => {
  const id = await declare({ legalBasis: 'Perbup 12/2025', budgetLine: '1.02.02' })
  expect((await page(id)).validUntil).toBe('2029-03-02')
})

test('a dispute is raised, answered and decided by somebody else; reasons are for those involved', async () => {
  const id = await declare()
  await take(id, 'dispute', origin, { reason: 'Yang berjalan bukan inovasi kami' })
  expect((await page(id)).state).toBe('disputed')
  await take(id, 'answer', author, { reason: 'Berjalan sejak Mei, lihat foto' })
  expect(await codeOf(take(id, 'uphold', origin, { reason: 'x' }))).toBe('forbidden')
  const forPublic = (await page(id)).history.map(({ reason }) => reason)
  expect(forPublic).toEqual([said.evidence, null, null])
  expect((await page(id, hub)).history[1]?.reason).toBe('Yang berjalan bukan inovasi kami')
  await take(id, 'uphold', inspectorate, { reason: 'Loket tidak ditemukan' })
  expect(await codeOf(page(id))).toBe('not-found')
  expect((await page(id, author)).state).toBe('withdrawn')
  expect(await claimsOf(db, cast.public, innovationId)).toEqual([])
})

test('a stop has its day and reason; the public sees the day; it may run again', async () => {
  const id = await declare()
  expect(await codeOf(take(id, 'stop', author, { code: 'budget', day: '2025-04-30' }))).toBe('invalid')
  await take(id, 'stop', author, { code: 'budget', day: '2026-01-31' })
  const shown = await page(id)
  expect([shown.state, shown.stoppedOn, shown.stopReason]).toEqual(['stopped', '2026-01-31', null])
  expect((await page(id, author)).stopReason).toBe('budget')
  const replicas = async () =>
    (await owner.db.selectFrom('innovation').select('replicas').executeTakeFirstOrThrow()).replicas
  expect(await replicas()).toBe(0)
  await take(id, 'resume', author)
  expect([(await page(id)).state, await replicas()]).toEqual(['stands', 1])
})

test('a claim of a published source is declared by its adopter and keeps its source', async () => {
  const { id: source_id } = await aSource(owner.db)
  const given = {
    innovation_id: innovationId,
    organisation_id: agencies.regency,
    region_code: '35.10',
    source_id,
  }
  const { id } = await aClaim(owner.db, given)
  expect(await codeOf(take(id, 'withdraw', cast['local admin'], { reason: 'keliru' }))).toBe('invalid')
  await take(id, 'declare', cast['local admin'])
  const shown = await page(id)
  expect([shown.strength, shown.source]).toEqual(['declared', 'Koran Contoh, 1 Januari 2020'])
})

test('open data says by whom and on what a claim rests, and names no person', async () => {
  const id = await declare()
  await take(id, 'verify', hub, seen)
  const [found] = await claimRecords(db, cast.public, { after: null, limit: 5, today })
  expect(found?.record.strength.shown).toBe('verified')
  const text = JSON.stringify([found, await page(id)])
  for (const name of ['Sari Wulandari', 'Maria Tambunan', author.personId, hub.personId]) {
    expect(text).not.toContain(name)
  }
})

test('somebody who is hub and also of the owner does not verify', async () => {
  const id = await declare()
  const both = personActor(hub.personId!, [...hub.grants, ...origin.grants])
  expect(await codeOf(take(id, 'verify', both, seen))).toBe('forbidden')
})

test('a day that a step does not ask for is not kept, whatever it says', async () => {
  const id = await declare()
  await take(id, 'renew', author, { day: 'kemarin' })
  expect((await page(id)).history.map(({ step, day }) => [step, day])).toEqual([
    ['start', null],
    ['renew', null],
  ])
})

test('two records of one innovation are merged although a unit declared both: one claim stays', async () => {
  const kept = await declare()
  const given = { code: 'INV-7002', name: 'Antar Obat Lagi', organisation_id: agencies.otherOffice }
  const { id: copy } = await anInnovation(owner.db, given)
  const gone = await declareClaim(db, author, { innovationId: copy, said, now, updateMonth: 3 })
  const merge = { from: { code: 'INV-7002' }, into: { code: 'INV-7001' }, reason: 'Catatan ganda' }
  await mergeInnovations(db, cast['local admin elsewhere'], { ...merge, now: later('2026-03-03') })
  expect((await claimsOf(db, cast.public, innovationId)).map(({ id }) => id)).toEqual([kept])
  const withdrawn = await page(gone, author)
  expect([withdrawn.state, withdrawn.history.at(-1)?.reasonCode]).toEqual(['withdrawn', 'merged'])
})
