import { beforeEach, describe, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { answerBySheet } from './freshness-sheet.commands.ts'
import { freshnessCounts, freshnessPage, freshnessSheet } from './freshness.queries.ts'
import { offerHandover, takeHandoverStep } from './innovation-handover.commands.ts'
import { offeredTo } from './innovation-handover.queries.ts'
import { takeLifeStep } from './innovation-life.commands.ts'
import { lifePage } from './innovation-life.queries.ts'
import { innovationPage, mergedAddress } from './innovation-page.queries.ts'
import { mergeInnovations } from './merge.commands.ts'
import { answerByLink, answerRunning, askedByLink, makeRunningLink } from './still-running.commands.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const admin = cast['local admin']
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const which = { code: 'INV-1' }
const slug = 'antar-obat-pulau'

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anInnovation(owner.db, {
    code: 'INV-1',
    slug,
    name: 'Antar Obat Pulau',
    organisation_id: agencies.healthOffice,
    stage: 'implemented',
    last_confirmed_on: '2024-01-31',
  })
})

const record = () =>
  owner.db.selectFrom('innovation').selectAll().where('code', '=', 'INV-1').executeTakeFirstOrThrow()
const trail = async () =>
  (
    await owner.db.selectFrom('audit_event').select(['what', 'actor_label', 'detail']).orderBy('id').execute()
  ).map(({ what, actor_label, detail }) => [what, actor_label, detail])

describe('a step in the life of an innovation', () => {
  test('is told with its reason and leaves a line of history', async () => {
    await takeLifeStep(db, author, {
      which,
      step: 'stop',
      code: 'budget',
      reason: 'Dana habis.',
      happenedOn: '2025-06-30',
      now,
    })
    expect((await record()).stage).toBe('stopped')
    const { stepsTaken, steps } = await lifePage(db, author, { slug, now })
    expect(stepsTaken).toMatchObject([
      { step: 'stop', code: 'budget', reason: 'Dana habis.', happenedOn: '2025-06-30', by: 'Sari Wulandari' },
    ])
    expect(steps.map(({ step }) => step)).toEqual(['resume'])
    expect(await trail()).toEqual([
      ['innovation.stop', 'person', { from: 'implemented', to: 'stopped', reason: 'budget' }],
    ])
  })

  test.each([
    ['without a reason', author, { step: 'stop' }, 'invalid'],
    ['for a reason nobody knows', author, { step: 'stop', code: 'tired' }, 'invalid'],
    ['on a day to come', author, { step: 'develop', happenedOn: '2099-01-01' }, 'invalid'],
    ['from another state', author, { step: 'try_out' }, 'conflict'],
    ['by another agency', cast['author elsewhere'], { step: 'develop' }, 'forbidden'],
    ['by the public', cast.public, { step: 'develop' }, 'forbidden'],
  ] as const)('is refused %s', async (_, actor, asked, code) => {
    expect(await codeOf(takeLifeStep(db, actor, { which, now, ...asked }))).toBe(code)
    expect([(await record()).stage, await trail()]).toEqual(['implemented', []])
  })
})

describe('"still running?"', () => {
  test('is answered by link under a name and a post, once, and counts as declared by link', async () => {
    const { link } = await makeRunningLink(db, admin, { which, now })
    expect(await askedByLink(db, link, days(44))).toMatchObject({
      name: 'Antar Obat Pulau',
      lastConfirmedOn: '2024-01-31',
    })
    expect((await record()).last_confirmed_on).toBe('2024-01-31') // opening it changed nothing
    const answer = { answer: 'weakened', name: 'Tono', post: 'Kepala seksi', note: 'Perahu rusak' } as const
    await answerByLink(db, { link, answer, now })
    expect(await record()).toMatchObject({
      last_confirmed_on: today,
      confirmed_way: 'link',
      stage: 'implemented',
    })
    expect((await lifePage(db, author, { slug, now })).answers).toMatchObject([
      { way: 'link', name: 'Tono', by: null },
    ])
    expect(await codeOf(answerByLink(db, { link, answer, now }))).toBe('conflict')
    expect(await trail()).toEqual([
      ['innovation.ask', 'person', {}],
      ['innovation.answer', 'signed link', { answer: 'weakened', way: 'link' }],
    ])
  })

  test('is not asked by a link past its day, altered, or of another kind', async () => {
    const { link } = await makeRunningLink(db, admin, { which, now })
    const altered = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    for (const [given, at] of [
      [link, days(45)],
      [altered, now],
      ['', now],
    ] as const) {
      expect(await codeOf(askedByLink(db, given, at))).toBe('not-found')
    }
  })

  test.each(Object.keys(cast) as CastName[])('a link to ask with, made by: %s', async (name) => {
    const may: CastName[] = ['author', 'local admin', 'hub']
    expect(await codeOf(makeRunningLink(db, cast[name], { which, now }))).toBe(
      may.includes(name) ? 'done' : 'forbidden',
    )
  })

  test('an answer that it stopped leaves the day and the stage to the step that says why', async () => {
    await answerRunning(db, author, { which, answer: 'stopped', now })
    expect(await record()).toMatchObject({ last_confirmed_on: '2024-01-31', stage: 'implemented' })
    expect(await codeOf(answerRunning(db, cast['author elsewhere'], { which, answer: 'running', now }))).toBe(
      'forbidden',
    )
  })

  test('is answered for all units from one sheet, or not at all', async () => {
    await anInnovation(owner.db, { code: 'INV-2', slug: 'dua', organisation_id: agencies.clinic })
    await anInnovation(owner.db, { code: 'INV-3', slug: 'tiga', organisation_id: agencies.otherOffice })
    expect((await freshnessSheet(db, admin)).match(/^INV-\d/gm)).toEqual(['INV-1', 'INV-2'])
    const sheet = (...lines: string[]) => Buffer.from(['kode;jawaban;catatan', ...lines].join('\r\n'))
    const bad = sheet('INV-1;berjalan;', 'INV-3;berjalan;')
    await expect(answerBySheet(db, admin, { bytes: bad, now })).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ says: { en: expect.stringContaining('Row 3: INV-3 does not exist') } }],
    })
    expect([(await record()).last_confirmed_on, await trail()]).toEqual(['2024-01-31', []])
    expect(
      await answerBySheet(db, admin, { bytes: sheet('INV-1;berkembang;', 'INV-2;berhenti;Pindah'), now }),
    ).toBe(2)
    expect(await record()).toMatchObject({ last_confirmed_on: today, confirmed_way: 'sheet' })
  })
})

test('the board shows what was longest not confirmed first, of the own scope only', async () => {
  await anInnovation(owner.db, {
    code: 'INV-2',
    slug: 'dua',
    organisation_id: agencies.clinic,
    last_confirmed_on: null,
  })
  await anInnovation(owner.db, { code: 'INV-3', slug: 'tiga', organisation_id: agencies.otherOffice })
  await answerRunning(db, author, { which, answer: 'running', now })
  const first = await freshnessPage(db, admin, { limit: 1 })
  expect(first.rows.map(({ code }) => code)).toEqual(['INV-2'])
  const second = await freshnessPage(db, admin, { limit: 1, after: first.next! })
  expect(second).toMatchObject({ rows: [{ code: 'INV-1', answer: { answer: 'running' } }], next: null })
  expect(await freshnessCounts(db, admin, today)).toEqual({ fresh: 1, stale: 0, never: 1, stopped: 0 })
  expect((await freshnessPage(db, cast['local admin elsewhere'])).rows.map(({ code }) => code)).toEqual([
    'INV-3',
  ])
  expect((await freshnessPage(db, cast['co-manager'])).rows).toHaveLength(3)
  expect((await freshnessPage(db, cast.public)).rows).toEqual([])
})

describe('a hand-over', () => {
  const next = admin.personId!
  test('is accepted by the next person in charge, and by nobody else', async () => {
    const id = await offerHandover(db, author, { which, toPerson: next, note: 'Saya pindah tugas.', now })
    expect(await offeredTo(db, admin)).toMatchObject([
      { id, name: 'Antar Obat Pulau', from: 'Sari Wulandari' },
    ])
    expect(await codeOf(offerHandover(db, author, { which, toPerson: next, now }))).toBe('conflict')
    expect(await codeOf(takeHandoverStep(db, author, { id, step: 'accept', now }))).toBe('forbidden')
    expect(await codeOf(takeHandoverStep(db, cast['author elsewhere'], { id, step: 'accept', now }))).toBe(
      'not-found',
    )
    await takeHandoverStep(db, admin, { id, step: 'accept', now })
    expect(await lifePage(db, author, { slug, now })).toMatchObject({
      steward: 'Wayan Sudarma',
      handover: null,
    })
    expect((await trail()).map(([what]) => what)).toEqual([
      'innovation_handover.offer',
      'innovation_handover.accept',
    ])
  })

  test('goes to somebody of the unit only, and can be declined with a reason or withdrawn', async () => {
    const stranger = cast['author elsewhere'].personId!
    expect(await codeOf(offerHandover(db, author, { which, toPerson: stranger, now }))).toBe('invalid')
    const id = await offerHandover(db, author, { which, toPerson: next, now })
    expect(await codeOf(takeHandoverStep(db, admin, { id, step: 'decline', now }))).toBe('invalid')
    await takeHandoverStep(db, admin, { id, step: 'decline', reason: 'Bukan bidang saya.', now })
    const again = await offerHandover(db, author, { which, toPerson: next, now })
    await takeHandoverStep(db, author, { id: again, step: 'withdraw', now })
    expect((await record()).steward_id).toBeNull()
  })
})

describe('two records that are one', () => {
  let source: string
  beforeEach(async () => {
    await aRegion(owner.db, { code: '35' })
    await aRegion(owner.db, { code: '35.10' })
    source = (await aSource(owner.db)).id
    await anInnovation(owner.db, {
      code: 'INV-2',
      slug: 'obat-antar',
      name: 'Obat Antar',
      organisation_id: agencies.clinic,
    })
  })
  const merge = (actor = admin, into = 'INV-1') =>
    mergeInnovations(db, actor, { from: { code: 'INV-2' }, into: { code: into }, reason: 'Nama lama.', now })

  test('claims, names and address lead to the one that stays', async () => {
    const gone = await owner.db
      .selectFrom('innovation')
      .select('id')
      .where('code', '=', 'INV-2')
      .executeTakeFirstOrThrow()
    await aClaim(owner.db, {
      innovation_id: gone.id,
      organisation_id: agencies.otherRegency,
      region_code: '35.10',
      source_id: source,
    })
    expect(await merge()).toBe(slug)
    expect(await codeOf(innovationPage(db, cast.public, 'obat-antar'))).toBe('not-found')
    expect(await mergedAddress(db, 'obat-antar')).toBe(slug)
    expect(await record()).toMatchObject({ replicas: 1, stage: 'implemented' })
    const page = await innovationPage(db, cast.public, slug)
    expect(page.aliases.map(({ name }) => name)).toEqual(['Obat Antar'])
    expect((await lifePage(db, author, { slug, now })).merges).toMatchObject([
      { code: 'INV-2', reason: 'Nama lama.' },
    ])
    expect((await trail()).map(([what]) => what)).toEqual(['innovation.merge'])
    expect(await codeOf(merge())).toBe('not-found')
  })

  test.each([
    ['by an author', author, 'INV-1', 'forbidden'],
    ['by another administrator', cast['local admin elsewhere'], 'INV-1', 'forbidden'],
    ['into itself', admin, 'INV-2', 'invalid'],
    ['into what does not exist', admin, 'INV-9', 'not-found'],
  ])('are not merged %s', async (_, actor, into, code) => {
    expect(await codeOf(merge(actor, into))).toBe(code)
    expect(await trail()).toEqual([])
  })
})
