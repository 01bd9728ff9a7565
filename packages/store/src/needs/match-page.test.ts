import { beforeEach, expect, test } from 'vitest'
import { budgetLinkForm } from '@semai/domain/action-plans/budget.form'
import { newComponent } from '@semai/domain/blueprints/blueprint'
import type { Component } from '@semai/domain/blueprints/blueprint'
import { startForm } from '@semai/domain/replications/replication.form'
import { hostStatementForm, slotForm } from '@semai/domain/study-visits/study-visit.form'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, aRegion, aSource, anInnovation, anOrganisation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { saveBudgetLink } from '../action-plans/budget.commands.ts'
import type { NewRow } from '../db/schema.ts'
import { uuidv7 } from '../db/uuid.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { openSlot, stateWillingness } from '../study-visits/study-visit-ask.commands.ts'
import { originsSides } from '../study-visits/origins-side.ts'
import { earlierReplicas } from './earlier-replicas.queries.ts'
import { triedElsewhere } from './tried.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
let innovationId: string
let sourceId: string

beforeEach(async () => {
  await clear()
  for (const code of ['35', '35.10', '35.11', '35.12', '35.13', '35.14']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
  ;({ id: innovationId } = await anInnovation(owner.db, {
    code: 'INV-7001',
    slug: 'antar-obat',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
  }))
  sourceId = (await aSource(owner.db)).id
})

/** A government in whose region something of the innovation is claimed. */
async function claimed(name: string, region: string, given: Partial<NewRow<'claim'>> = {}) {
  const { id } = await anOrganisation(owner.db, { name, kind: 'government', region_code: region })
  const ids = { innovation_id: innovationId, organisation_id: id, region_code: region, source_id: sourceId }
  return aClaim(owner.db, { ...ids, kind: 'state', happening: 'running', ...given })
}
const stopped = (reason: string, isPublic = false) => ({
  stopped_on: '2025-11-01',
  stop_reason: reason,
  stop_reason_public: isPublic,
})
const tried = async (regionCodes: string[] = []) =>
  (await triedElsewhere(db, { innovationIds: [innovationId], regionCodes, today })).get(innovationId)

const replicate = (given: Record<string, string> = {}) =>
  startReplication(db, author, {
    innovationId,
    said: startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter', ...given }),
    now,
    updateMonth: 3,
  })

test('each institution counts once: what it kept, how surely, and where', async () => {
  expect(await tried()).toBeUndefined()
  await claimed('Kab. Satu', '35.11', { strength: 'verified', valid_until: '2027-03-31' })
  await claimed('Kab. Dua', '35.12', { valid_until: '2025-03-31' })
  await claimed('Kab. Tiga', '35.13', { kind: 'event', happening: 'signed' })
  await replicate()
  expect(await tried(['35.12', '35.13'])).toEqual({
    innovationId,
    kept: 2,
    verified: 1,
    notUpdated: 1,
    underway: 2,
    stopped: 0,
    reasons: [],
    keptBy: [
      { name: 'Kab. Satu', slug: 'kab-satu' },
      { name: 'Kab. Dua', slug: 'kab-dua' },
    ],
    stoppedBy: [],
    like: [{ name: 'Kabupaten 35.12', slug: 'daerah-35-12' }],
  })
})

test('what the origin itself runs is no trial elsewhere', async () => {
  const ids = { innovation_id: innovationId, organisation_id: agencies.otherRegency, region_code: '35.11' }
  await aClaim(owner.db, { ...ids, source_id: sourceId })
  expect(await tried()).toBeUndefined()
})

test('a replication that stopped before it ran counts, and one taken up again is under way', async () => {
  const code = await replicate()
  const step = (name: 'begin' | 'stop' | 'restart', given = {}) =>
    takeReplicationStep(db, author, { code, step: name, now, updateMonth: 3, ...given })
  await step('begin', { day: '2026-01-05' })
  await step('stop', { day: '2026-02-01', cause: 'budget' })
  const after = await tried()
  expect([after?.stopped, after?.underway, after?.reasons]).toEqual([1, 0, []])
  expect(after?.stoppedBy.map(({ on, reason }) => [on, reason])).toEqual([['2026-02-01', null]])
  await step('restart')
  expect([(await tried())?.stopped, (await tried())?.underway]).toEqual([0, 1])
})

test('a reason is told with its agency only where it agreed, and together only of three others', async () => {
  await claimed('Kab. Satu', '35.11', stopped('budget'))
  await claimed('Kab. Dua', '35.12', stopped('staff'))
  await claimed('Kab. Tiga', '35.13', stopped('vendor', true))
  const three = await tried()
  expect([three?.stopped, three?.reasons]).toEqual([3, []])
  expect(three?.stoppedBy.map(({ name, reason }) => [name, reason])).toEqual([
    ['Kab. Tiga', 'vendor'],
    ['Kab. Dua', null],
    ['Kab. Satu', null],
  ])
  await claimed('Kab. Empat', '35.14', stopped('budget'))
  expect((await tried())?.reasons).toEqual([
    { reason: 'budget', times: 2 },
    { reason: 'staff', times: 1 },
  ])
})

/** The replica publishes a blueprint of its own. */
async function publish(code: string, components: readonly Component[]) {
  const { id } = await owner.db
    .selectFrom('replication')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  const blueprint = { id: uuidv7(), innovation_id: null, replication_id: id, version: 1, created_at: now }
  const version = {
    blueprint_id: blueprint.id,
    number: 1,
    content: JSON.stringify({ note: null, components }),
    note: 'Versi pertama',
    published_at: now,
  }
  await owner.db.insertInto('blueprint').values(blueprint).execute()
  await owner.db
    .insertInto('blueprint_version')
    .values({ ...version, edit_id: null, published_by: null })
    .execute()
}
const cost = (amount: string) =>
  ({ ...newComponent('cost', 'biaya'), amount_rupiah: amount, timing: 'yearly' }) as Component
const staff = (people: string) => ({ ...newComponent('staff', 'kader'), people }) as Component
const ranges = async () => (await earlierReplicas(db, [innovationId])).get(innovationId)

test('cost and staff of earlier replications are ranges with how many tell', async () => {
  const first = await replicate()
  expect(await ranges()).toBeUndefined()
  const second = await replicate({ organisation: 'puskesmas-sukamaju' })
  await publish(first, [cost('40.000.000'), staff('3')])
  await publish(second, [cost('90.000.000')])
  const money = { year: 2026, link: 'dpa', number: 'DPA/1', amount: '75.000.000' }
  await saveBudgetLink(db, author, { code: first, said: budgetLinkForm.parse(money), now })
  const spent = { year: 2026, link: 'realisation', number: 'SP2D/1', amount: '70.000.000' }
  await saveBudgetLink(db, author, { code: first, said: budgetLinkForm.parse(spent), now })
  expect(await ranges()).toEqual([
    { measure: 'yearly', least: 40_000_000, most: 90_000_000, known: 2, of: 2, code: null },
    { measure: 'budget', least: 75_000_000, most: 75_000_000, known: 1, of: 2, code: first },
    { measure: 'people', least: 3, most: 3, known: 1, of: 2, code: first },
  ])
})

test('what is not public of a replication is in no figure', async () => {
  const code = await replicate()
  await publish(code, [staff('3')])
  await takeReplicationStep(db, author, { code, step: 'cancel', reason: 'Keliru', now, updateMonth: 3 })
  expect([await ranges(), await tried()]).toEqual([undefined, undefined])
})

test('the origin says whether it helps; its open days and its load stand beside', async () => {
  const host = cast['author elsewhere']
  const say = (willingness: string, words = '', actor = host) =>
    stateWillingness(db, actor, {
      slug: 'antar-obat',
      said: hostStatementForm.parse({ willingness, words }),
      now,
    })
  await expect(say('yes', '', author)).rejects.toMatchObject({ code: 'forbidden' })
  await say('yes')
  await say('limited', 'Paling banyak dua rombongan sebulan.')
  const said = slotForm.parse({ heldOn: '2026-03-20', mode: 'virtual', capacity: '5' })
  await openSlot(db, host, { slug: 'antar-obat', said, now })
  const sides = await originsSides(db, { innovationIds: [innovationId], today })
  expect(sides.get(innovationId)).toEqual({
    innovationId,
    organisation: expect.any(String),
    willingness: 'limited',
    words: 'Paling banyak dua rombongan sebulan.',
    statedAt: now,
    nextOn: '2026-03-20',
    openDays: 1,
    waiting: 0,
    accepted: 0,
    received: 0,
  })
  const trail = await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()
  expect(trail.map(({ what }) => what)).toEqual([
    'study_visit.statement',
    'study_visit.statement',
    'study_visit.open',
  ])
})
