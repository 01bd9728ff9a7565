import { beforeEach, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { declareClaim } from './declare-claim.ts'
import { showStopReason } from './claim-consent.commands.ts'
import { claimPage } from './claim-page.queries.ts'
import { takeClaimStep } from './take-claim-step.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const terms = { link: null, legalBasis: null, budgetLine: null, now, updateMonth: 3 }
let id: string

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
  const { id: innovationId } = await anInnovation(owner.db, given)
  const said = {
    organisation: 'dinas-kesehatan-sukamaju',
    region: null,
    start: '2025-05',
    bound: 'on' as const,
    form: 'adaptation' as const,
    scope: null,
    localName: null,
    evidence: 'Keputusan kepala dinas',
    evidenceLink: null,
    legalBasis: null,
    budgetLine: null,
  }
  id = await declareClaim(db, author, { innovationId, said, now, updateMonth: 3 })
  await takeClaimStep(db, author, { ...terms, id, step: 'stop', code: 'budget', day: '2026-02-01' })
})

const show = (isShown: boolean, actor = author) => showStopReason(db, actor, { id, isShown, now })
const trail = async () => {
  const rows = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ what }) => what)
}

test('the public sees why it stopped while the agency agrees, and no longer when it takes that back', async () => {
  const seen = async () => (await claimPage(db, cast.public, { id, now })).stopReason
  const told = [await seen()]
  await show(true)
  told.push(await seen())
  await show(true)
  await show(false)
  told.push(await seen())
  expect(told).toEqual([null, 'budget', null])
  expect(await trail()).toEqual(['claim.start', 'claim.stop', 'claim.show_reason', 'claim.hide_reason'])
})

test('who runs it decides, and nobody else', async () => {
  const refused = []
  for (const name of [
    'public',
    'author elsewhere',
    'hub',
    'secretariat',
    'inspectorate',
    'administrator',
  ] as const) {
    const answer = await show(true, cast[name]).catch(({ code }: { code: string }) => code)
    refused.push([name, answer, (await claimPage(db, cast[name], { id, now })).mayShowReason])
  }
  expect(refused).toEqual([
    ['public', 'forbidden', false],
    ['author elsewhere', 'forbidden', false],
    ['hub', 'forbidden', false],
    ['secretariat', 'forbidden', false],
    ['inspectorate', 'forbidden', false],
    ['administrator', 'forbidden', false],
  ])
  expect((await claimPage(db, author, { id, now })).mayShowReason).toBe(true)
})

test('the consent ends when it runs again, and there is none without a reason', async () => {
  await show(true)
  await takeClaimStep(db, author, { ...terms, id, step: 'resume' })
  await expect(show(true)).rejects.toMatchObject({ code: 'conflict' })
  await takeClaimStep(db, author, { ...terms, id, step: 'stop', code: 'regulation', day: '2026-02-20' })
  expect((await claimPage(db, cast.public, { id, now })).stopReason).toBeNull()
})
