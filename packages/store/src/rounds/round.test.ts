import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { questionForm } from '@semai/domain/rounds/question.form'
import { drawLociForm, extendForm, roundForm, roundGroupForm } from '@semai/domain/rounds/round.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aLocus, aRound, sceneCriteria } from '@semai/testkit/round-scene'
import { anInnovation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { mergeOrganisations } from '../organisations/organisation-merge.commands.ts'
import { uuidv7 } from '../db/uuid.ts'
import { addLocus, drawLoci, extendLocus, removeLocus } from './locus.commands.ts'
import { saveRound, takeRoundStep } from './round.commands.ts'
import { lociList, roundHistory, roundList, roundSetup } from './round.queries.ts'
import { roundGroups } from './round-groups.ts'
import { addGroup, removeGroup, removeQuestion, saveQuestion } from './round-setup.commands.ts'

const { db, owner, clear } = await testDb()
const { secretariat, author } = cast
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let code: string
let group: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anInnovation(owner.db, { code: 'INV-7101', organisation_id: agencies.healthOffice })
  await anInnovation(owner.db, { code: 'INV-7102', organisation_id: agencies.otherOffice })
  await anInnovation(owner.db, { code: 'INV-7103', organisation_id: agencies.centre })
  ;({ code, group } = await aRound(db, { now }))
})

const step = (name: 'open' | 'assess' | 'cancel', at: Date = now, actor: Actor = secretariat) =>
  takeRoundStep(db, actor, { code, step: name, reason: 'Alasan (rekaan)', now: at })
const loci = async (actor: Actor = secretariat) => (await lociList(db, actor, { code })).rows
const written = async () =>
  (
    await owner.pool.query<{ what: string }>(
      `select what from audit_event where what like 'round%' order by id`,
    )
  ).rows.map(({ what }) => what)
const honoured = async (innovation: string, year: number, competition = 'KIPP') => {
  const source = await aSource(owner.db, { name: `Sumber ${innovation} ${year}` })
  await owner.pool.query(
    `insert into innovation_award (id, innovation_id, label, competition, year, source_id)
     select $1, id, 'Top ' || $3, $4, $3::int, $5 from innovation where code = $2`,
    [uuidv7(), innovation, year, competition, source.id],
  )
}

test('only the ministry sets a round up; each change leaves one line in the trail', async () => {
  const setUp = (actor: Actor) => [
    saveRound(db, actor, { code, said: { ...settings(), revision: 99 }, now }),
    addGroup(db, actor, { code, said: groupSaid(), now }),
    removeGroup(db, actor, { code, group, now }),
    saveQuestion(db, actor, { code, said: question(), now }),
    removeQuestion(db, actor, { code, question: 'q1', now }),
    drawLoci(db, actor, { code, said: rule(), now }),
    addLocus(db, actor, { code, said: { group, record: 'INV-7101', why: 'Rekaan' }, now }),
    takeRoundStep(db, actor, { code, step: 'open', now }),
  ]
  for (const [name, actor] of Object.entries(cast)) {
    if (name === 'secretariat') continue
    const answers = await Promise.all(setUp(actor).map(codeOf))
    expect([name, answers]).toEqual([name, ['forbidden', ...answers.slice(1).map(() => 'not-found')]])
  }
  expect(await written()).toEqual(['round.start', 'round.add_group'])
  await saveQuestion(db, secretariat, { code, said: question(), now })
  await removeQuestion(db, secretariat, { code, question: 'q2', now })
  await removeQuestion(db, secretariat, { code, question: 'q2', now })
  await aLocus(db, { code, group, record: 'inv-7101', now })
  await removeLocus(db, secretariat, { code, locus: (await loci())[0]!.id, now })
  await removeGroup(db, secretariat, { code, group, now })
  expect((await written()).slice(2)).toEqual([
    'round.write_form',
    'round.write_form',
    'round.add_locus',
    'round.remove_locus',
    'round.remove_group',
  ])
})

const settings = () =>
  roundForm.parse({
    name: 'PKRI lain (peragaan)',
    year: '2026',
    opensOn: '2026-03-02',
    untilDay: '2026-03-20',
    untilHour: '12',
    assessors: '3',
    combining: 'crossed',
  })
const groupSaid = (objects = 'organisation') =>
  roundGroupForm.parse({
    nameId: 'Penyelenggara terbaik',
    nameEn: 'Best organiser',
    objects,
    awards: '2',
    presentationPerCent: '40',
    criteria: sceneCriteria,
  })
const question = () =>
  questionForm.parse({
    kind: 'yes_no',
    textId: 'Masih dipakai?',
    textEn: 'Is it still used?',
    required: 'yes',
  })
const rule = (given: Record<string, string> = {}) =>
  drawLociForm.parse({ group, competition: 'KIPP', fromYear: '2018', toYear: '2023', ...given })

test('the form is data with versions, and a new round can take over that of an earlier one', async () => {
  await saveQuestion(db, secretariat, { code, said: question(), now })
  const { questions, round } = await roundSetup(db, secretariat, { code, now })
  expect([questions.length, questions.at(-1)?.key, round.formVersion]).toEqual([14, 'q14', 2])
  const { rows } = await owner.pool.query<{ n: number }>('select count(*)::int as n from round_form')
  expect(rows[0]!.n).toBe(2)
  const next = await saveRound(db, secretariat, { code: null, said: { ...settings(), formOf: code }, now })
  expect((await roundSetup(db, secretariat, { code: next, now })).questions).toEqual(questions)
  const bare = await saveRound(db, secretariat, { code: null, said: { ...settings(), formOf: null }, now })
  expect((await roundSetup(db, secretariat, { code: bare, now })).questions).toEqual([])
})

test('a round is opened only once the loci of every group are asked something', async () => {
  await aLocus(db, { code, group, record: 'INV-7101', now })
  for (let n = 11; n <= 13; n += 1) await removeQuestion(db, secretariat, { code, question: `q${n}`, now })
  expect((await roundSetup(db, secretariat, { code, now })).counts.questions).toBe(9)
  const other = await addGroup(db, secretariat, { code, said: groupSaid(), now })
  await drawLoci(db, secretariat, { code, said: rule({ group: other }), now })
  expect((await roundSetup(db, secretariat, { code, now })).counts.questions).toBe(0)
  expect(await codeOf(step('open'))).toBe('invalid')
  await saveQuestion(db, secretariat, { code, said: question(), now })
  expect(await codeOf(step('open'))).toBe('done')
})

test('what somebody else saved in between is not overwritten', async () => {
  const said = { ...settings(), revision: 1 }
  await saveRound(db, secretariat, { code, said, now })
  expect(await codeOf(saveRound(db, secretariat, { code, said, now }))).toBe('conflict')
  const { round } = await roundSetup(db, secretariat, { code, now })
  expect(round).toMatchObject({ name: 'PKRI lain (peragaan)', assessors: 3, revision: 2 })
})

test('loci are drawn by a rule from the awards on record, once each, and say how they were chosen', async () => {
  await honoured('INV-7101', 2019)
  await honoured('INV-7101', 2021)
  await honoured('INV-7102', 2024)
  await honoured('INV-7103', 2020, 'IGA')
  expect(await drawLoci(db, secretariat, { code, said: rule(), now })).toBe(1)
  expect(await drawLoci(db, secretariat, { code, said: rule(), now })).toBe(0)
  expect(await drawLoci(db, secretariat, { code, said: rule({ competition: '' }), now })).toBe(1)
  expect((await loci()).map(({ name, respondent, chosenWhy }) => [name, respondent, chosenWhy])).toEqual([
    ['Inovasi INV-7101', 'Dinas Kesehatan Sukamaju', 'Penghargaan KIPP 2018–2023'],
    ['Inovasi INV-7103', 'Balai Kementerian Urusan Contoh', 'Penghargaan apa pun 2018–2023'],
  ])
})

test('the institutions of those who are asked become loci of a group of organisations', async () => {
  for (const record of ['INV-7101', 'INV-7102', 'INV-7103']) await aLocus(db, { code, group, record, now })
  const other = await addGroup(db, secretariat, { code, said: groupSaid(), now })
  expect(await drawLoci(db, secretariat, { code, said: rule({ group: other }), now })).toBe(3)
  const { rows } = await lociList(db, secretariat, { code, group: other })
  expect(rows.map(({ name }) => name)).toEqual([
    'Kementerian Urusan Contoh',
    'Pemerintah Kabupaten Sukamaju',
    'Pemerintah Kabupaten Tirtasari',
  ])
})

test('what nobody goes by is no locus, and nothing is one twice', async () => {
  const add = (record: string) =>
    addLocus(db, secretariat, { code, said: { group, record, why: 'Rekaan' }, now })
  await add('INV-7101')
  await expect(add('INV-7101')).rejects.toMatchObject({ code: 'conflict', faults: [{ field: 'record' }] })
  await expect(add('INV-9999')).rejects.toMatchObject({ code: 'invalid', faults: [{ field: 'record' }] })
  expect(await loci()).toHaveLength(1)
})

test('once a round is open its rules stand, and those who are asked see it; others do not', async () => {
  await aLocus(db, { code, group, record: 'INV-7101', now })
  await aLocus(db, { code, group, record: 'INV-7102', now })
  expect(await roundList(db, author)).toEqual([])
  await step('open')
  const seers: string[] = []
  for (const [name, actor] of Object.entries(cast))
    if ((await roundList(db, actor)).length > 0) seers.push(name)
  expect(seers).toEqual([
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'head',
    'inspectorate',
    'secretariat',
  ])
  expect((await loci(author)).map(({ name }) => name)).toEqual(['Inovasi INV-7101'])
  expect((await loci(cast.head)).map(({ name }) => name)).toEqual(['Inovasi INV-7101'])
  expect(await loci(cast.evaluator)).toEqual([])
  const locus = (await loci())[0]!.id
  for (const change of [
    () => saveRound(db, secretariat, { code, said: settings(), now }),
    () => addGroup(db, secretariat, { code, said: groupSaid(), now }),
    () => saveQuestion(db, secretariat, { code, said: question(), now }),
    () => removeLocus(db, secretariat, { code, locus, now }),
    () => step('open'),
  ])
    expect(await codeOf(change())).toBe('conflict')
})

test('more time is given to one locus, to the hour and with a reason, and holds assessing back', async () => {
  await aLocus(db, { code, group, record: 'INV-7101', now })
  await step('open')
  const { id } = (await loci())[0]!
  const extend = (extendedDay: string, at: Date = now, actor: Actor = secretariat) =>
    extendLocus(db, actor, {
      code,
      said: extendForm.parse({ locus: id, extendedDay, extendedHour: '10', reason: 'Banjir (rekaan)' }),
      now: at,
    })
  expect(await codeOf(extend('2026-03-20'))).toBe('invalid')
  expect(await codeOf(extend('2026-04-10', now, author))).toBe('forbidden')
  await extend('2026-04-10')
  expect((await loci())[0]!.extendedUntil?.toISOString()).toBe('2026-04-10T03:00:00.000Z')
  expect(await codeOf(step('assess', later(31)))).toBe('invalid')
  expect(await codeOf(step('assess', new Date('2026-04-10T03:00:00Z')))).toBe('done')
  expect(await codeOf(extend('2026-04-20', later(40)))).toBe('conflict')
  expect((await roundHistory(db, await roundOf())).map(({ step }) => step)).toEqual(['open', 'assess'])
})

const roundOf = async () => (await roundSetup(db, secretariat, { code, now })).round

test('a round that is cancelled says why, and nobody answers it', async () => {
  await aLocus(db, { code, group, record: 'INV-7101', now })
  await step('open')
  await step('cancel')
  expect((await roundHistory(db, await roundOf())).at(-1)).toMatchObject({
    step: 'cancel',
    reason: 'Alasan (rekaan)',
  })
  expect(await codeOf(step('open'))).toBe('conflict')
})

test('three loci cost as many questions as one', async () => {
  await aLocus(db, { code, group, record: 'INV-7101', now })
  const asked = () =>
    countedQueries(db, async (db) => {
      await roundSetup(db, secretariat, { code, now })
      await lociList(db, secretariat, { code })
      await roundList(db, secretariat)
      await roundGroups(db, await roundOf())
    })
  const one = await asked()
  for (const record of ['INV-7102', 'INV-7103']) await aLocus(db, { code, group, record, now })
  expect([one, await asked()]).toEqual([7, 7])
})

test('a page of loci goes on where the last one ended', async () => {
  for (const record of ['INV-7101', 'INV-7102', 'INV-7103']) await aLocus(db, { code, group, record, now })
  const first = await lociList(db, secretariat, { code, limit: 2 })
  const second = await lociList(db, secretariat, { code, after: first.next, limit: 2 })
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
    'Inovasi INV-7101',
    'Inovasi INV-7102',
    'Inovasi INV-7103',
  ])
  expect(second.next).toBeNull()
})

test('who takes an agency over answers for its loci of rounds under way; a cancelled round keeps who was asked', async () => {
  await aLocus(db, { code, group, record: 'INV-7101', now })
  await step('open')
  const gone = await aRound(db, { now, name: 'Putaran batal (peragaan)' })
  await aLocus(db, { ...gone, record: 'INV-7101', now })
  await takeRoundStep(db, secretariat, { code: gone.code, step: 'cancel', reason: 'Rekaan', now })
  await mergeOrganisations(db, secretariat, {
    from: 'dinas-kesehatan-sukamaju',
    into: 'dinas-sosial-tirtasari',
    day: '2026-03-01',
    basis: 'Perda 1/2026 (rekaan)',
    now,
  })
  expect((await loci(cast['author elsewhere'])).map(({ respondent }) => respondent)).toEqual([
    'Dinas Sosial Tirtasari',
  ])
  const { rows } = await lociList(db, secretariat, { code: gone.code })
  expect(rows.map(({ respondent }) => respondent)).toEqual(['Dinas Kesehatan Sukamaju'])
})
