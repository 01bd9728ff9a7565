import { beforeEach, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { answerPage } from '@semai/store/rounds/answer.queries'
import { roundDuties } from '@semai/store/duties/round-duties'
import { roundList, roundPage } from '@semai/store/rounds/round.queries'
import { dayIn } from '@semai/domain/time/clock'
import { cast } from './cast.ts'
import { demonstrateAssessing, demonstrateRounds } from './demo-rounds.ts'
import { castAgencies, castPeople } from './people.ts'
import { locusCalled } from './round-scene.ts'
import { aRegion, now } from './scene.ts'
import { testDb } from './test-db.ts'

const { db, owner, clear } = await testDb()

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
})

test('the demonstration has a round that is published, with silence and a decision against the order, and an open one', async () => {
  const { published, open } = await demonstrateRounds(db, now)
  expect((await roundList(db, publicActor)).map(({ code, state }) => [code, state])).toEqual([
    [published, 'published'],
  ])
  const { groups, result } = await roundPage(db, publicActor, { code: published, now })
  expect(groups.map(({ loci, answered }) => [loci, answered])).toEqual([
    [6, 5],
    [2, 2],
  ])
  expect(result!.honoured.map(({ name, reason }) => [name, reason !== null])).toEqual([
    ['Jemput Akta (peragaan)', true],
    ['Loket Pesisir (peragaan)', false],
    ['Rumah Pulih (peragaan)', false],
    ['Pemerintah Kabupaten Sukamaju', false],
  ])
  const id = await locusCalled(db, { code: open, name: 'Loket Pesisir (peragaan)' })
  const page = await answerPage(db, cast.author, { code: open, id, now, today: dayIn(now) })
  expect([page.progress.answered, page.progress.required, page.mayWrite]).toEqual([2, 9, true])
})

test('a round that is being assessed leaves the evaluator two loci, one of them begun', async () => {
  await demonstrateRounds(db, now)
  const code = await demonstrateAssessing(db, now)
  const duties = await roundDuties(db, cast.evaluator)
  const on = dayIn(new Date(now.getTime() + 6 * 86_400_000))
  expect(duties.map(({ kind, on, detail }) => [kind, on, detail.code, detail.innovation])).toEqual([
    ['round_assess_by', on, code, 'Jemput Akta (peragaan)'],
    ['round_assess_by', on, code, 'Rumah Pulih (peragaan)'],
  ])
})
