import { beforeEach, expect, test } from 'vitest'
import { needContent } from '@semai/domain/needs/need.form'
import type { NeedContent } from '@semai/domain/needs/need.form'
import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { importNeeds } from './need-import.commands.ts'
import { recordSession, sessionPage } from './need-session.ts'
import { saveNeed, startNeed, takeNeedStep } from './need.commands.ts'
import { draftNeeds, needList, needOrganisations, needPage } from './need.queries.ts'
import { changeCandidate, openIdea, recordDecision, saveSelection } from './selection.commands.ts'
import { shownCandidates } from './selection.queries.ts'

const { db, owner, clear } = await testDb()
const { author, mentor, 'local admin': admin } = cast
let innovationId: string

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  ;({ id: innovationId } = await anInnovation(owner.db, {
    code: 'INV-7001',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
    summary: 'Obat diantar ke rumah pasien di pulau.',
  }))
})

const content = (given: Partial<Record<keyof NeedContent, unknown>> = {}) =>
  needContent.parse({
    title: 'Obat tidak sampai ke pulau',
    sector: 'health',
    statement: 'Pasien menahun di pulau menyeberang sehari untuk mengambil obat.',
    evidence: 'Laporan puskesmas 2025',
    urgency: 5,
    impact: 4,
    authority: 5,
    readiness: 3,
    ...given,
  })
const start = (actor: Actor = author, given = {}) =>
  startNeed(db, actor, { organisationId: agencies.healthOffice, content: content(), now, ...given })
const stated = async () => {
  const id = await start()
  await takeNeedStep(db, author, { id, step: 'state', now })
  return id
}
const trail = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

test('a draft is there for its own people and who guides them; stated, for everyone', async () => {
  const id = await start()
  const sees = async () => {
    const seen: string[] = []
    for (const [name, actor] of Object.entries(cast)) {
      if ((await codeOf(needPage(db, actor, { id, now }))) === 'done') seen.push(name)
    }
    return seen
  }
  expect(await sees()).toEqual(['author', 'local admin', 'hub', 'mentor'])
  await takeNeedStep(db, author, { id, step: 'state', now })
  expect(await sees()).toEqual(Object.keys(cast))
  const { rows } = await needList(db, { sector: 'health' })
  expect(rows.map((row) => [row.id, row.priority, row.state])).toEqual([[id, 83, 'stated']])
  expect((await needList(db, { sector: 'land' })).rows).toEqual([])
  expect(await trail()).toEqual(['need.start', 'need.state'])
})

test('nobody writes a need for an organisation that is not theirs', async () => {
  for (const [name, actor] of Object.entries(cast)) {
    const may = ['author', 'local admin', 'hub', 'mentor'].includes(name)
    expect(await codeOf(start(actor)), name).toBe(may ? 'done' : 'forbidden')
  }
  expect((await needOrganisations(db, author)).map(({ name }) => name)).toEqual([
    'Dinas Kesehatan Sukamaju',
    'Puskesmas Sukamaju',
  ])
})

test('two people save at once: one is told, and nothing of the other is lost', async () => {
  const id = await start()
  const save = (title: string) => saveNeed(db, author, { id, revision: 0, content: content({ title }), now })
  const both = await Promise.all([codeOf(save('Satu dari dua')), codeOf(save('Dua dari dua'))])
  expect(both.toSorted()).toEqual(['conflict', 'done'])
  await takeNeedStep(db, author, { id, step: 'state', now })
  expect(await codeOf(saveNeed(db, author, { id, revision: 1, content: content(), now }))).toBe('conflict')
})

test('a need without evidence is not stated', async () => {
  const id = await start(author, { content: content({ evidence: '' }) })
  expect(await codeOf(takeNeedStep(db, author, { id, step: 'state', now }))).toBe('invalid')
})

test('the reason why nothing answers is read by everyone, other reasons by its own people', async () => {
  const id = await stated()
  await takeNeedStep(db, admin, { id, step: 'demand', reason: 'Tidak ada yang cocok', now })
  await takeNeedStep(db, author, { id, step: 'revise', reason: 'Angkanya keliru', now })
  await takeNeedStep(db, author, { id, step: 'state', now })
  const reasons = async (actor: Actor) =>
    (await needPage(db, actor, { id, now })).history.map(({ step, reason }) => [step, reason])
  expect(await reasons(cast.public)).toEqual([
    ['state', null],
    ['demand', 'Tidak ada yang cocok'],
    ['revise', null],
    ['state', null],
  ])
  expect((await reasons(author))[2]).toEqual(['revise', 'Angkanya keliru'])
})

test('a mentor writes several needs down at one sitting', async () => {
  const organisationId = agencies.healthOffice
  const said = { heldOn: '2026-03-01', present: 'Dinas Kesehatan, Bappeda', minute: 'Tiga masalah dibahas.' }
  const sessionId = await recordSession(db, mentor, { organisationId, said, now })
  await start(mentor, { sessionId })
  await start(mentor, { sessionId, content: content({ title: 'Antrean rawat jalan', urgency: 2 }) })
  const page = await sessionPage(db, mentor, sessionId)
  expect(page.needs.map(({ title, priority }) => [title, priority])).toEqual([
    ['Obat tidak sampai ke pulau', 83],
    ['Antrean rawat jalan', 60],
  ])
  expect(await codeOf(sessionPage(db, cast['author elsewhere'], sessionId))).toBe('not-found')
  expect(await codeOf(recordSession(db, cast.evaluator, { organisationId, said, now }))).toBe('forbidden')
  const elsewhere = { organisationId: agencies.clinic, content: content(), sessionId, now }
  expect(await codeOf(startNeed(db, mentor, elsewhere))).toBe('not-found')
})

const sheet = (lines: readonly string[]) => Buffer.from(lines.join('\n'))
const importing = (lines: readonly string[], kind: 'needs' | 'themes' = 'needs', actor: Actor = author) =>
  importNeeds(db, actor, { organisationId: agencies.healthOffice, kind, bytes: sheet(lines), now })

test('a sheet of needs comes twice: what nobody touched follows it, what people changed stays', async () => {
  const head = 'nomor,judul,layanan,masalah,nilai_kini'
  const rows = ['1,Antrean,Kesehatan,Menunggu empat jam,"4,5"', '2,Obat,health,Obat kosong,']
  expect(await importing([head, ...rows])).toEqual({ created: 2, updated: 0, unchanged: 0, kept: 0 })
  expect(await importing([head, ...rows])).toEqual({ created: 0, updated: 0, unchanged: 2, kept: 0 })
  const [second] = (await draftNeeds(db, author)).filter(({ title }) => title === 'Obat')
  await saveNeed(db, author, { id: second!.id, revision: 0, content: content(), now })
  const changed = [head, rows[0]!.replace('empat', 'lima'), rows[1]!]
  expect(await importing(changed)).toEqual({ created: 0, updated: 1, unchanged: 0, kept: 1 })
})

test('every faulty row is named and nothing is stored', async () => {
  const lines = [
    'judul,layanan,masalah,urgensi',
    'Baik,health,ya,5',
    'x,health,ya,',
    'Lagi,angkasa,ya,',
    'Tiga,health,ya,9',
  ]
  const faults = await importing(lines).catch((problem: { faults: { says: { en: string } }[] }) =>
    problem.faults.map(({ says }) => says.en.replace(/: .*/, '')),
  )
  expect(faults).toEqual(['Row 3', 'Row 4', 'Row 5'])
  expect(await draftNeeds(db, author)).toEqual([])
})

test('themes of complaints become needs with their count as evidence; an example that names a person is refused', async () => {
  const head = 'tema,jumlah,periode,contoh'
  expect(await importing([head, 'Obat kosong,1.250,2025,Obat darah tinggi tidak ada'], 'themes')).toEqual({
    created: 1,
    updated: 0,
    unchanged: 0,
    kept: 0,
  })
  const { id } = (await draftNeeds(db, author))[0]!
  const need = await needPage(db, author, { id, now })
  expect([need.origin, need.content.baseline, need.content.evidence]).toEqual([
    'complaints',
    1250,
    'Tema aduan "Obat kosong": 1.250 aduan, 2025.',
  ])
  expect(await codeOf(importing([head, 'Obat,3,2025,telepon 081234567890'], 'themes'))).toBe('invalid')
  expect(await codeOf(importing([head, 'Obat,3,2025,'], 'themes', cast.head))).toBe('forbidden')
})

test('a choice is weighed, decided with a minute, and the table of that moment is kept', async () => {
  const id = await stated()
  await changeCandidate(db, author, { id, innovationId, isIn: true, now })
  await changeCandidate(db, author, { id, innovationId, isIn: true, now })
  const { table, revision } = await shownCandidates(db, author, id)
  expect([table.candidates.length, revision]).toEqual([1, 1])
  const scores = { ...table.candidates[0]!.scores, fit: 5 }
  const scored = { ...table, candidates: [{ innovationId, scores }] }
  await saveSelection(db, author, { id, revision, table: scored, now })
  expect(await codeOf(saveSelection(db, author, { id, revision, table: scored, now }))).toBe('conflict')
  const said = {
    choice: innovationId,
    heldOn: '2026-03-02',
    present: 'Bupati, Dinkes',
    reason: 'Paling cocok dengan pulau.',
  }
  expect(await codeOf(recordDecision(db, author, { id, said, now }))).toBe('forbidden')
  expect(await codeOf(recordDecision(db, admin, { id, said: { ...said, heldOn: '2027-01-01' }, now }))).toBe(
    'invalid',
  )
  await recordDecision(db, admin, { id, said, now })
  const page = await needPage(db, cast.public, { id, now })
  expect([
    page.state,
    page.decisions.map((one) => [one.name, one.reason, one.content.candidates[0]!.scores.fit]),
    page.decisions[0]?.replication,
  ]).toEqual(['decided', [['Antar Obat', 'Paling cocok dengan pulau.', 5]], 'REP-0001'])
  expect(await codeOf(changeCandidate(db, author, { id, innovationId, isIn: false, now }))).toBe('conflict')
  expect((await trail()).slice(2)).toEqual([
    'need.weigh',
    'need.score',
    'need.decide',
    'replication.start',
    'need_decision.record',
  ])
})

test('a need that nothing answers opens one working text with its problem, and not a second', async () => {
  const id = await stated()
  await takeNeedStep(db, admin, { id, step: 'demand', reason: 'Belum ada', now })
  const edit = await openIdea(db, author, { id, now })
  expect(await openIdea(db, author, { id, now })).toBe(edit)
  const row = await owner.db
    .selectFrom('innovation_edit')
    .select('content')
    .where('id', '=', edit)
    .executeTakeFirstOrThrow()
  expect([row.content.name, row.content.problem]).toEqual([content().title, content().statement])
  expect(await codeOf(openIdea(db, cast.hub, { id, now }))).toBe('forbidden')
})

test('steps of one instant are told in the order in which they were written, whatever their ids', async () => {
  const id = await start()
  const step = { need_id: id, from_state: 'draft' as const, to_state: 'draft' as const, at: now }
  const ids = ['ffffffff-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000']
  for (const [i, each] of ids.entries()) {
    const said = { reason_code: null, reason: `${i}`, person_id: null }
    await owner.db
      .insertInto('need_step')
      .values({ id: each, step: 'state', ...step, ...said })
      .execute()
  }
  expect((await needPage(db, author, { id, now })).history.map(({ reason }) => reason)).toEqual(['0', '1'])
})
