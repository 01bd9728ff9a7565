import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { awardForm } from '@semai/domain/rounds/round.form'
import type { RoundStep } from '@semai/domain/rounds/round.lifecycle'
import { dayIn } from '@semai/domain/time/clock'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aLocus, anEvaluator, answered, aRound, assessed, locusCalled } from '@semai/testkit/round-scene'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { answerPage } from './answer.queries.ts'
import { assignAssessor } from './assign.commands.ts'
import { acceptProposals, decideAward } from './award.commands.ts'
import { roundPage } from './round.queries.ts'
import { decisionPage, resultCsv } from './result.queries.ts'
import { takeRoundStep } from './round.commands.ts'

const { db, owner, clear } = await testDb()
const { secretariat, author, evaluator, public: everyone } = cast
const names = ['INV-7101', 'INV-7102', 'INV-7103', 'INV-7104', 'INV-7105', 'INV-7106']
const late = new Date('2026-04-02T00:00:00Z')
let code: string
let group: string
let loci: Record<string, string>

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  for (const name of names)
    await anInnovation(owner.db, { code: name, organisation_id: agencies.healthOffice })
  ;({ code, group } = await aRound(db, { now, awards: '2' }))
  for (const record of names) await aLocus(db, { code, group, record, now })
  loci = {}
  for (const name of names) loci[name] = await locusCalled(db, { code, name: `Inovasi ${name}` })
  await step('open')
})

const step = (name: RoundStep, actor: Actor = secretariat, at: Date = now) =>
  takeRoundStep(db, actor, { code, step: name, reason: 'Alasan (rekaan)', now: at })
const decide = (name: string, awarded: 'yes' | 'no', reason = '', actor: Actor = secretariat) =>
  decideAward(db, actor, { code, said: awardForm.parse({ locus: loci[name], awarded, reason }), now })
const order = async () =>
  (await decisionPage(db, secretariat, code)).groups[0]!.rows.map(({ name, place, proposal }) => [
    name.slice(-4),
    place,
    proposal,
  ])

/** The first ones answer and get these scores of two assessors each. */
async function scored(...scores: number[]): Promise<void> {
  const second = await anEvaluator(owner.db, { now, name: 'Penilai Kedua' })
  const named = names.slice(0, scores.length)
  for (const name of named) await answered(db, author, { code, id: loci[name]!, now })
  for (const name of named) {
    for (const { personId } of [evaluator, second]) {
      await assignAssessor(db, secretariat, { code, locus: loci[name]!, person: personId!, now })
    }
  }
  await step('assess', secretariat, late)
  for (const [i, name] of named.entries()) {
    for (const actor of [evaluator, second]) {
      await assessed(db, actor, { code, id: loci[name]!, scores: [scores[i]!, scores[i]!], now })
    }
  }
}

test('the order of the scores proposes, the ministry decides, and only then the result stands', async () => {
  await scored(70, 90, 80)
  expect(await order()).toEqual([
    ['7102', 1, 'yes'],
    ['7103', 2, 'yes'],
    ['7101', 3, 'no'],
  ])
  expect(await codeOf(step('decide'))).toBe('invalid')
  expect(await acceptProposals(db, secretariat, { code, group, now })).toBe(2)
  expect(await codeOf(step('decide'))).toBe('done')
  expect(await codeOf(decide('INV-7101', 'yes', 'Terlambat (rekaan)'))).toBe('conflict')
})

test('a decision against the order needs its reason; ties are left to people', async () => {
  await scored(90, 80, 80)
  expect((await order()).map(([, , proposal]) => proposal)).toEqual(['yes', 'tie', 'tie'])
  await expect(decide('INV-7102', 'yes')).rejects.toMatchObject({ faults: [{ field: 'reason' }] })
  await expect(decide('INV-7101', 'no', 'ya')).rejects.toMatchObject({ faults: [{ field: 'reason' }] })
  await acceptProposals(db, secretariat, { code, group, now })
  expect((await decisionPage(db, secretariat, code)).undecided).toBe(2)
  await decide('INV-7102', 'yes', 'Daerah tertinggal (rekaan)')
  await decide('INV-7103', 'no', 'Bukti lebih lemah (rekaan)')
  expect((await decisionPage(db, secretariat, code)).undecided).toBe(0)
})

test('nobody but the ministry sees or decides anything before it is published', async () => {
  await scored(70, 90)
  for (const [name, actor] of Object.entries(cast)) {
    if (name === 'secretariat') continue
    const isInvolved = ['author', 'local admin', 'head', 'inspectorate', 'evaluator'].includes(name)
    const outcome = isInvolved ? 'forbidden' : 'not-found'
    expect([name, await codeOf(decisionPage(db, actor, code))]).toEqual([name, outcome])
    expect([name, await codeOf(decide('INV-7102', 'yes', '', actor))]).toEqual([name, outcome])
    expect([name, await codeOf(resultCsv(db, actor, code))]).toEqual([name, 'not-found'])
  }
  await acceptProposals(db, secretariat, { code, group, now })
  await step('decide')
  expect((await roundPage(db, author, { code, now })).result).toBeNull()
  expect(await codeOf(roundPage(db, everyone, { code, now }))).toBe('not-found')
})

test('published, everyone reads who was asked and honoured, with reasons; silence counts as silence', async () => {
  await scored(60, 90, 80, 50, 40)
  await acceptProposals(db, secretariat, { code, group, now })
  await decide('INV-7101', 'yes', 'Pemerataan wilayah (rekaan)')
  await step('decide')
  await step('publish')
  const { result, groups } = await roundPage(db, everyone, { code, now })
  expect(groups.map(({ loci, answered }) => [loci, answered])).toEqual([[6, 5]])
  expect(result!.loci.rows.map(({ name, isAwarded, reason }) => [name.slice(-4), isAwarded, reason])).toEqual(
    [
      ['7101', true, 'Pemerataan wilayah (rekaan)'],
      ['7102', true, null],
      ['7103', true, null],
      ['7104', false, null],
      ['7105', false, null],
      ['7106', false, null],
    ],
  )
  expect(result!.tallies.map(({ question, counts, silent }) => [question.key, counts, silent])).toEqual([
    ['q1', { c2: 5 }, 1],
    ['q7', { yes: 5 }, 1],
  ])
  const csv = await resultCsv(db, everyone, code)
  expect(csv.split('\r\n')[1]).toBe(
    'PKRI 2026 (peragaan),2026,Keberlanjutan,Inovasi INV-7101,Inovasi INV-7101,,Dinas Kesehatan Sukamaju,ya,Pemerataan wilayah (rekaan)',
  )
  expect(csv).not.toMatch(/90|score|nilai/)
})

test('once published a locus reads what its assessors said, without names; before that it does not', async () => {
  await scored(90, 80)
  const asked = { code, id: loci['INV-7101']!, now, today: dayIn(now) }
  expect((await answerPage(db, author, asked)).feedback).toEqual([])
  await acceptProposals(db, secretariat, { code, group, now })
  await step('decide')
  expect((await answerPage(db, author, asked)).feedback).toEqual([])
  await step('publish')
  const reasons = ['Bukti memadai (rekaan)', 'Bukti memadai (rekaan)']
  const { feedback } = await answerPage(db, author, asked)
  expect(feedback.toSorted((a, b) => a.criterion.localeCompare(b.criterion))).toEqual([
    { criterion: 'keberlanjutan', mean: 90, reasons },
    { criterion: 'manfaat', mean: 90, reasons },
  ])
})

test('what few chose is not told: it would point at one of them', async () => {
  await scored(90, 80)
  await acceptProposals(db, secretariat, { code, group, now })
  await step('decide')
  await step('publish')
  expect((await roundPage(db, everyone, { code, now })).result!.tallies).toEqual([])
})

test('innovations that are honoured have the award on record, with the round as its source, once', async () => {
  await scored(90, 80, 70)
  await acceptProposals(db, secretariat, { code, group, now })
  await step('decide')
  await step('publish')
  const { rows } = await owner.pool.query<{
    code: string
    label: string
    competition: string
    source: string
  }>(
    `select i.code, w.label, w.competition, s.name as source from innovation_award w join innovation i on i.id = w.innovation_id
     join source s on s.id = w.source_id order by i.code`,
  )
  const award = {
    label: 'PKRI 2026: Keberlanjutan',
    competition: 'PKRI',
    source: 'PKRI 2026 (peragaan): hasil',
  }
  expect(rows).toEqual([
    { code: 'INV-7101', ...award },
    { code: 'INV-7102', ...award },
  ])
})

test('reconsidered with a reason, what was decided is decided anew where the order is another', async () => {
  await scored(90, 80, 70)
  await acceptProposals(db, secretariat, { code, group, now })
  await step('decide')
  await step('reconsider')
  await decide('INV-7101', 'no', 'Bukti ditarik (rekaan)')
  await decide('INV-7103', 'yes', 'Menggantikan (rekaan)')
  await step('decide')
  await step('publish')
  const { result } = await roundPage(db, everyone, { code, now })
  expect(result!.honoured.map(({ name }) => name.slice(-4))).toEqual(['7102', '7103'])
})
