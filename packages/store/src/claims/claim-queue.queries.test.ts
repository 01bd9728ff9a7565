import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { claimStepForm, declareForm } from '@semai/domain/claims/claim.form'
import type { DeclareForm } from '@semai/domain/claims/claim.form'
import { replicationForms, stopReasons } from '@semai/domain/claims/claim'
import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import { stepNames } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { declareClaim } from './declare-claim.ts'
import { claimPage } from './claim-page.queries.ts'
import { claimQueue } from './claim-queue.queries.ts'
import type { ClaimQueue } from './claim-queue.queries.ts'
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

test('what waits for whom', async () => {
  const id = await declare()
  const waiting = async (queue: ClaimQueue, actor: Actor, day = today) =>
    (await claimQueue(db, actor, { queue, now, today: day })).rows.map((row) => row.id)
  expect(await waiting('confirm', origin)).toEqual([id])
  expect(await waiting('confirm', author)).toEqual([])
  for (const actor of [hub, inspectorate]) expect(await waiting('verify', actor)).toEqual([id])
  for (const actor of [origin, author, cast.secretariat, cast.public]) {
    expect(await waiting('verify', actor)).toEqual([])
  }
  expect(await waiting('renew', author)).toEqual([])
  expect(await waiting('renew', author, '2027-02-01')).toEqual([id])
  await take(id, 'dispute', hub, { reason: 'Loket tutup' })
  expect(await waiting('disputed', author)).toEqual([id])
  expect(await waiting('disputed', inspectorate)).toEqual([id])
  expect([await waiting('disputed', hub), await waiting('verify', hub)]).toEqual([[], []])
})

test.each([1, 3])(
  'with %i claims the page costs two queries, each queue one; pages have no gaps',
  async (count) => {
    const units = ['dinas-kesehatan-sukamaju', 'puskesmas-sukamaju', 'pemerintah-kabupaten-sukamaju']
    const ids: string[] = []
    for (const organisation of units.slice(0, count))
      ids.push(await declare({ organisation }, cast['local admin']))
    expect(await countedQueries(db, (db) => claimPage(db, author, { id: ids[0]!, now }))).toBe(2)
    for (const queue of ['confirm', 'verify', 'renew', 'disputed'] as const) {
      expect(await countedQueries(db, (db) => claimQueue(db, hub, { queue, now, today }))).toBe(1)
    }
    const found: string[] = []
    let after
    do {
      const { rows, next } = await claimQueue(db, hub, { queue: 'verify', now, today, after, limit: 1 })
      found.push(...rows.map((row) => row.id))
      after = next ?? undefined
    } while (after)
    expect(found.toSorted()).toEqual(ids.toSorted())
  },
)

/** Words as people and machines type them; zero bytes are taken out where forms are read. */
const anything = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', ''))
const aDay = fc.oneof(
  anything,
  fc.constantFrom('2026-02-20', '0000-01-01', '2026-02-30', '9999-12-31', '2025'),
)

test('whatever a form is sent, the answer is a step or a sentence, never a fault of ours', async () => {
  const declaring = fc.record({
    organisation: fc.constantFrom('dinas-kesehatan-sukamaju', 'puskesmas-sukamaju', 'tidak-ada'),
    region: fc.oneof(anything, fc.constantFrom('', '35.10')),
    start: aDay,
    bound: fc.constantFrom('on', 'by'),
    form: fc.constantFrom(...replicationForms),
    evidence: anything,
    evidenceLink: fc.oneof(anything, fc.constantFrom('', 'https://contoh.test/x')),
  })
  const stepping = fc.record({
    step: fc.constantFrom(...stepNames(claimLifecycle)),
    reason: anything,
    cause: fc.constantFrom('', ...stopReasons),
    day: aDay,
    link: fc.oneof(anything, fc.constantFrom('', 'https://contoh.test/x')),
    legalBasis: anything,
  })
  const actors = fc.constantFrom(author, origin, hub, inspectorate, cast['local admin'])
  const answers = new Set<string>()
  const sample = fc.sample(fc.tuple(declaring, stepping, actors), { numRuns: 150, seed: 20260302 })
  let id = await declare({ organisation: 'pemerintah-kabupaten-sukamaju' }, cast['local admin'])
  for (const [first, second, actor] of sample) {
    const declared = declareForm.safeParse(first)
    if (declared.success) {
      const made = declareClaim(db, author, { innovationId, said: declared.data, now, updateMonth: 3 })
      id = await made.catch(() => id)
      answers.add(await codeOf(made))
    }
    const step = claimStepForm.safeParse(second)
    if (!step.success) continue
    const { cause, ...given } = step.data
    answers.add(
      await codeOf(takeClaimStep(db, actor, { ...given, id, code: cause || undefined, now, updateMonth: 3 })),
    )
  }
  expect(answers.has('done')).toBe(true)
  const known = ['done', 'not-found', 'forbidden', 'conflict', 'invalid']
  expect([...answers].filter((answer) => !known.includes(answer))).toEqual([])
})
