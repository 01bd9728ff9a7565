import { publicActor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aPulse } from '@semai/testkit/pulse-scene'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { openPulses } from '../pulse/open-pulses.commands.ts'
import { answerPulse } from '../pulse/pulse.commands.ts'
import { earlyWarnings } from './early-warning.queries.ts'

const { db, owner, clear } = await testDb()
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let code: string
let id: string

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  code = await aReplication(owner.db, db, now)
  id = await aPulse(db, { code, now })
})

const signsAt = async (at: Date, scope: Parameters<typeof earlyWarnings>[2]['scope'] = null) =>
  (await earlyWarnings(db, publicActor, { scope, today: dayIn(at) })).rows.map(({ code, signs }) => [
    code,
    signs,
  ])
const answer = (given: Record<string, string>) =>
  answerPulse(db, cast.author, {
    id,
    typed: { running: 'running', q_keeper: 'same', q_budget: 'yes', ...given },
    now,
    updateMonth: 3,
  })

test('what a pulse says is a sign: weakened, no budget, nobody who looks after it', async () => {
  await answer({ running: 'weakened', q_budget: 'no', q_keeper: 'nobody' })
  expect(await signsAt(now)).toEqual([[code, ['weakened', 'nobody', 'no_budget']]])
})

test('one that runs, with its budget and its people, shows no sign, until its word lapses', async () => {
  await answer({})
  expect(await signsAt(now)).toEqual([])
  const { rows } = await owner.pool.query<{ until: string }>(
    'select max(valid_until)::text as until from claim',
  )
  const lapse = new Date(`${rows[0]!.until}T00:00:00Z`)
  expect(await signsAt(new Date(lapse.getTime() - 70 * 86_400_000))).toEqual([])
  expect(await signsAt(new Date(lapse.getTime() - 30 * 86_400_000))).toEqual([[code, ['lapsing']]])
})

test('a pulse that nobody answered is a sign once its last day has passed', async () => {
  await openPulses(db, { now, updateMonth: 3 })
  const signs = async (days: number) => (await signsAt(later(days)))[0]?.[1] ?? []
  expect((await signs(1)).includes('unanswered')).toBe(false)
  expect((await signs(60)).includes('unanswered')).toBe(true)
})

test('only of the scope that is asked for, by pages, in one query; one that stopped is no longer watched', async () => {
  await answer({ running: 'weakened' })
  const scope = (provinceCode: string) => ({ provinceCode, organisationId: null })
  expect(await signsAt(now, scope('99'))).toEqual([])
  const asked = { scope: null, today: dayIn(now), limit: 1 }
  const queries = await countedQueries(db, (counted) => earlyWarnings(counted, publicActor, asked))
  const first = await earlyWarnings(db, publicActor, asked)
  expect([queries, first.counts.all, first.counts.weakened, first.next]).toEqual([1, 1, 1, null])
  const after = { signs: 1, code }
  expect((await earlyWarnings(db, publicActor, { ...asked, after })).rows).toEqual([])
  await owner.pool.query("update replication set state = 'stopped'")
  expect(await signsAt(now)).toEqual([])
})
