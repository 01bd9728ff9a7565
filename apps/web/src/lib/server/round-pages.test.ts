import type { RequestEvent } from '@sveltejs/kit'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { assignAssessor } from '@semai/store/rounds/assign.commands'
import { takeRoundStep } from '@semai/store/rounds/round.commands'
import { lociList } from '@semai/store/rounds/round.queries'
import { agencies, cast } from '@semai/testkit/cast'
import { countingDb } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aLocus, anEvaluator, aRound, wholeAnswers } from '@semai/testkit/round-scene'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'

const { db, owner } = await testDb()
const counted = countingDb(db)
const late = new Date('2026-04-02T00:00:00Z')
let code: string
let group: string
let locus: string

type Module = {
  load: (event: RequestEvent) => Promise<unknown>
  actions: Record<string, (event: RequestEvent) => Promise<unknown>>
}
type Asked = { actor: Actor; at?: Date; typed?: Record<string, string>; search?: string }

function eventOf({ actor, at = now, typed, search = '' }: Asked): RequestEvent {
  const url = new URL(`https://contoh.test/pantauan/${code}${search}`)
  const body = typed && new URLSearchParams(typed)
  const request = new Request(url, body ? { method: 'POST', body } : {})
  const locals = { lang: 'id', now: at, today: dayIn(at), actor, db: counted.db, origin: url.origin }
  return { url, params: { code, locus }, locals, request } as unknown as RequestEvent
}

const page = (route: string) =>
  import(join(import.meta.dirname, '../../routes/pantauan', route, '+page.server.ts')) as Promise<Module>

/** What a form action answered: the status and the fields with a fault, or where it leads. */
async function post(route: string, action: string, asked: Asked): Promise<unknown> {
  try {
    const answer = (await (
      await page(route)
    ).actions[action]!(eventOf(asked))) as {
      status?: number
      data?: { faults: { field: string }[]; typed: Record<string, string> }
    }
    return answer.data
      ? [answer.status, answer.data.faults.map(({ field }) => field), answer.data.typed]
      : answer
  } catch (problem) {
    return (problem as { location?: string }).location ?? Promise.reject(problem as Error)
  }
}

async function queriesOf(route: string, actor: Actor): Promise<number> {
  const { load } = await page(route)
  const before = counted.queries()
  await load(eventOf({ actor }))
  return counted.queries() - before
}

beforeAll(async () => {
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  for (const n of [1, 2, 3]) {
    await anInnovation(owner.db, { code: `INV-710${n}`, organisation_id: agencies.healthOffice })
  }
  ;({ code, group } = await aRound(db, { now }))
  await aLocus(db, { code, group, record: 'INV-7101', now })
  locus = (await lociList(db, cast.secretariat, { code })).rows[0]!.id
})

const { author, secretariat, evaluator } = cast
const answering = '[code]/jawab/[locus]'

test('a locus that goes by no name comes back with what was typed, and one that does is added', async () => {
  const typed = { group, record: 'INV-9999', why: 'Rekaan saja' }
  expect(await post('[code]/lokus', 'add', { actor: secretariat, typed })).toEqual([422, ['record'], typed])
  const right = { ...typed, record: 'inv-7102' }
  expect(await post('[code]/lokus', 'add', { actor: secretariat, typed: right })).toBe(
    `/pantauan/${code}/lokus`,
  )
  await takeRoundStep(db, secretariat, { code, step: 'open', now })
})

test('what is submitted with gaps is kept as a draft, and the gaps are named', async () => {
  const whole: Record<string, string> = { ...wholeAnswers, revision: '0' }
  const { q3: _, ...typed } = whole
  expect(await post(answering, 'submit', { actor: author, typed })).toEqual([422, ['q3'], typed])
  const { load } = await page(answering)
  expect(await load(eventOf({ actor: author }))).toMatchObject({
    state: 'draft',
    revision: 1,
    mayWrite: true,
  })
})

test('late is refused in a sentence that says what to do, and what was typed stays', async () => {
  const typed = { ...wholeAnswers, revision: '1' }
  const answer = (await (
    await page(answering)
  ).actions['submit']!(eventOf({ actor: author, at: late, typed }))) as {
    status: number
    data: { says: { id: string; en: string } }
  }
  expect(answer.status).toBe(422)
  expect(answer.data.says.en).toBe(
    'The deadline has passed. What you wrote is kept: ask the secretariat for an extension, and say why.',
  )
  const { load } = await page(answering)
  expect(await load(eventOf({ actor: author, at: late }))).toMatchObject({ revision: 2, isLate: true })
})

test('who is of the institution cannot be named, and the choice comes back', async () => {
  const own = await anEvaluator(owner.db, { now, name: 'Penilai Sukamaju', organisation: agencies.clinic })
  const typed = { locus, person: own.personId! }
  expect(await post('[code]/lokus', 'assign', { actor: secretariat, typed })).toEqual([
    422,
    ['person'],
    typed,
  ])
})

test('the pages of a round ask as many questions for one locus as for three', async () => {
  await assignAssessor(db, secretariat, { code, locus, person: evaluator.personId!, now })
  const pages = [
    ['[code]', secretariat, 4],
    ['[code]', author, 3],
    ['[code]/atur', secretariat, 4],
    ['[code]/lokus', secretariat, 5],
    ['[code]/nilai/[locus]', evaluator, 2],
    ['[code]/penetapan', secretariat, 4],
    [answering, author, 6],
  ] as const
  const asked = async () => {
    const found: [string, number][] = []
    for (const [route, actor] of pages) found.push([route, await queriesOf(route, actor)])
    return found
  }
  const expected = pages.map(([route, , queries]) => [route, queries])
  expect(await asked()).toEqual(expected)
  await owner.pool.query(
    `insert into round_locus (id, round_id, group_id, innovation_id, organisation_id, chosen_by, chosen_why, added_at)
     select gen_random_uuid(), r.id, $2, i.id, i.organisation_id, 'hand', 'rekaan', $3
     from round r, innovation i where r.code = $1 and i.code = 'INV-7103'`,
    [code, group, now],
  )
  expect(await asked()).toEqual(expected)
})
