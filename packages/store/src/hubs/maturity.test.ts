import { beforeEach, expect, test } from 'vitest'
import { decreeForm, levelsForm } from '@semai/domain/hubs/hub.form'
import { maturityAspects } from '@semai/domain/hubs/hub-maturity'
import { instrumentForm } from '@semai/domain/hubs/maturity-instrument.form'
import type { MaturityStep } from '@semai/domain/hubs/maturity.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { recordDecree } from './decree.commands.ts'
import { hubList } from './hub.queries.ts'
import { saveLevels, startAssessment, takeMaturityStep } from './maturity.commands.ts'
import { publishInstrument } from './maturity-instrument.commands.ts'
import { assessmentList, maturityPage, publishedMaturity, waitingAssessments } from './maturity.queries.ts'
import { hubNamed } from './named-hub.ts'

const { db, owner, clear } = await testDb()
const { hub, secretariat, author } = cast
const slug = 'pemerintah-provinsi-lintang'
const year = 2026
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

const decree = (given: Record<string, string> = {}, actor: Actor = secretariat) =>
  recordDecree(db, actor, {
    said: decreeForm.parse({
      hub: slug,
      number: 'Kepmen 305/2024 (rekaan)',
      decidedOn: '2024-06-01',
      validFrom: '2024-06-01',
      scope: 'Provinsi 35\nPemerintah Kabupaten Sukamaju',
      ...given,
    }),
    now,
  })
const instrument = {
  noteId: 'Versi percobaan (rekaan)',
  noteEn: 'A trial version (invented)',
  levels: 'belum | not yet\nsebagian | partly\nsudah | done',
  aspects: maturityAspects.map((aspect) => `${aspect} | 1`).join('\n'),
  items: maturityAspects
    .map((aspect) => `${aspect} | ${aspect}_x | Butir ${aspect} | Item ${aspect} | 1`)
    .join('\n'),
  replyDays: '30',
}

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await publishInstrument(db, secretariat, { said: instrumentForm.parse(instrument), now })
  await decree()
})

const levels = (revision: number, ...of: number[]) =>
  levelsForm.parse({
    revision: String(revision),
    ...Object.fromEntries(of.map((level, i) => [`level_${maturityAspects[i]!}_x`, String(level)])),
  })
const save = (actor: Actor, revision: number, ...of: number[]) =>
  saveLevels(db, actor, { slug, year, said: levels(revision, ...of), now })
const step = (actor: Actor, name: MaturityStep, at: Date = now) =>
  takeMaturityStep(db, actor, { slug, year, step: name, reason: 'Bukti belum ada', now: at })
const named = (actor: Actor) => hubNamed(db, actor, slug)
const page = async (actor: Actor) => maturityPage(db, actor, { hub: await named(actor), year, now })

test('a decree makes a hub, says whom it is in charge of, and earlier ones stay', async () => {
  await decree({
    number: 'Kepmen 9/2026 (rekaan)',
    decidedOn: '2026-01-05',
    validFrom: '2026-02-01',
    scope: 'daerah-35',
  })
  const { decrees, facts } = await named(cast.public)
  expect(
    decrees.map(({ number, validFrom, scope }) => [number, validFrom, scope.map(({ path }) => path)]),
  ).toEqual([
    ['Kepmen 9/2026 (rekaan)', '2026-02-01', ['/daerah/daerah-35']],
    [
      'Kepmen 305/2024 (rekaan)',
      '2024-06-01',
      ['/daerah/daerah-35', '/instansi/pemerintah-kabupaten-sukamaju'],
    ],
  ])
  expect(facts.map(({ year, status, source }) => [year, status, source])).toEqual([
    [2024, 'designated', 'Kepmen 305/2024 (rekaan)'],
    [2026, 'designated', 'Kepmen 9/2026 (rekaan)'],
  ])
  expect((await hubList(db, cast.public)).rows).toHaveLength(1)
  expect(await decree({ hub: 'Provinsi 35' })).toBe('daerah-35')
  expect((await hubList(db, cast.public)).rows.map((row) => row.slug)).toEqual([slug, 'daerah-35'])
})

test('only the ministry records a decree, each once, and what is not known is named', async () => {
  for (const actor of [hub, author, cast.administrator, cast['co-manager']]) {
    expect(await codeOf(decree({ number: 'Kepmen 10' }, actor))).toBe('forbidden')
  }
  expect(await codeOf(decree())).toBe('conflict')
  expect(await codeOf(decree({ number: 'Kepmen 11', decidedOn: '2026-03-03' }))).toBe('invalid')
  await expect(decree({ number: 'Kepmen 12', scope: 'Provinsi 35\nNegeri Antah' })).rejects.toMatchObject({
    code: 'invalid',
    faults: [{ field: 'scope', says: { en: expect.stringContaining('Negeri Antah') as string } }],
  })
  expect(await owner.db.selectFrom('hub_decree').select('number').execute()).toHaveLength(1)
})

test('a hub assesses itself, the ministry finds otherwise, and the result is public once the hub agrees', async () => {
  await startAssessment(db, hub, { slug, year, now })
  await save(hub, 0, 2, 2, 2, 2)
  await step(hub, 'submit')
  await save(secretariat, 1, 2, 1, 1, 0)
  expect((await page(hub)).found).toBe(null)
  await step(secretariat, 'review')
  expect((await page(hub)).found).toEqual({
    overall: 0.5,
    aspects: { planning: 1, institutionalisation: 0.5, dissemination: 0.5, evaluation: 0 },
  })
  expect(await publishedMaturity(db, cast.public, await named(cast.public))).toEqual([])
  await step(hub, 'agree')
  expect(
    (await publishedMaturity(db, cast.public, await named(cast.public))).map((one) => [
      one.year,
      one.overall,
    ]),
  ).toEqual([[2026, 0.5]])
  const { rows } = await owner.pool.query<{ what: string }>(
    `select what from audit_event where what like 'hub_maturity.%' order by id`,
  )
  expect(rows.map(({ what }) => what)).toEqual([
    'hub_maturity.start',
    'hub_maturity.write',
    'hub_maturity.submit',
    'hub_maturity.write',
    'hub_maturity.review',
    'hub_maturity.agree',
  ])
})

test('without its agreement a result is public only after the time for a reply; a reply is looked at again', async () => {
  await startAssessment(db, hub, { slug, year, now })
  await save(hub, 0, 2, 2, 2, 2)
  await step(hub, 'submit')
  await save(secretariat, 1, 0, 0, 0, 0)
  await step(secretariat, 'review')
  expect(await codeOf(step(secretariat, 'publish', later(29)))).toBe('invalid')
  await step(hub, 'reply')
  await step(secretariat, 'review', later(5))
  expect(await codeOf(step(secretariat, 'publish', later(34)))).toBe('invalid')
  expect(await codeOf(step(secretariat, 'publish', later(35)))).toBe('done')
})

test('who sees an assessment in which state, and who may write in it', async () => {
  const seers = async () => {
    const found: string[] = []
    for (const [name, actor] of Object.entries(cast))
      if ((await codeOf(page(actor))) === 'done') found.push(name)
    return found
  }
  await startAssessment(db, hub, { slug, year, now })
  expect(await seers()).toEqual(['hub'])
  expect(await codeOf(startAssessment(db, hub, { slug, year, now }))).toBe('conflict')
  expect(await codeOf(startAssessment(db, secretariat, { slug, year: 2027, now }))).toBe('forbidden')
  expect(await codeOf(save(secretariat, 0, 1))).toBe('not-found')
  expect(await codeOf(save(hub, 0, 3))).toBe('invalid')
  expect(await codeOf(step(hub, 'submit'))).toBe('invalid')
  await save(hub, 0, 1, 1, 1, 1)
  expect(await codeOf(save(hub, 0, 2, 2, 2, 2))).toBe('conflict')
  await step(hub, 'submit')
  expect(await seers()).toEqual(['hub', 'co-manager', 'secretariat'])
  expect(await codeOf(save(hub, 1, 2, 2, 2, 2))).toBe('conflict')
  expect(await codeOf(save(cast['co-manager'], 1, 2, 2, 2, 2))).toBe('forbidden')
  expect((await waitingAssessments(db, secretariat)).map((one) => [one.slug, one.state])).toEqual([
    [slug, 'submitted'],
  ])
  expect(await waitingAssessments(db, hub)).toEqual([])
})

test('an assessment keeps the version it began with', async () => {
  await startAssessment(db, hub, { slug, year, now })
  const said = instrumentForm.parse({
    ...instrument,
    items: 'planning | lain | Butir lain | Another item | 1',
  })
  expect(await publishInstrument(db, secretariat, { said, now })).toBe(2)
  expect(await codeOf(publishInstrument(db, hub, { said, now }))).toBe('forbidden')
  expect((await page(hub)).instrument.items).toHaveLength(4)
  await startAssessment(db, hub, { slug, year: 2027, now })
  const list = await assessmentList(db, hub, await named(hub))
  expect(list.map((one) => [one.year, one.version])).toEqual([
    [2027, 2],
    [2026, 1],
  ])
})

test('the people of the hub are told of each step, without whoever took it', async () => {
  await startAssessment(db, hub, { slug, year, now })
  await save(hub, 0, 1, 1, 1, 1)
  await step(hub, 'submit')
  await step(secretariat, 'return')
  const told = await owner.db.selectFrom('notice').select(['person_id', 'kind']).execute()
  expect(told).toEqual([{ person_id: hub.personId, kind: 'hub_maturity_moved' }])
})

test('a hub with three years asks as many questions as with one', async () => {
  const asked = () =>
    countedQueries(db, async (db) => {
      const found = await hubNamed(db, hub, slug)
      await publishedMaturity(db, hub, found)
      await assessmentList(db, hub, found)
    })
  await startAssessment(db, hub, { slug, year, now })
  const one = await asked()
  for (const more of [2024, 2025]) await startAssessment(db, hub, { slug, year: more, now })
  expect([one, await asked()]).toEqual([3, 3])
  expect(agencies.province).toBe((await named(hub)).organisationId)
})
