import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { askForReplies } from './ask-for-replies.commands.ts'
import { sayReply } from './reply.commands.ts'
import { loadReplyRight, stopsShownIn } from './reply.queries.ts'

const { db, owner, clear } = await testDb()
const stopped = { stopped_on: '2026-01-15', stop_reason: 'budget' }
let base: { innovation_id: string; source_id: string; region_code: string }

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['local admin'])
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  const { id: innovation_id } = await anInnovation(owner.db, {
    code: 'INV-7001',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
  })
  const { id: source_id } = await aSource(owner.db)
  base = { innovation_id, source_id, region_code: '35.10' }
})

const stop = (organisation_id: string = agencies.healthOffice) =>
  aClaim(owner.db, { ...base, organisation_id, ...stopped })
const ask = (days = 30) => askForReplies(db, { days, now })
const shown = async (today: string) => {
  const { stops, hasWaiting } = await stopsShownIn(db, { regionCode: '35.10', today })
  return { stops: stops.map(({ organisation, reason, reply }) => [organisation, reason, reply]), hasWaiting }
}
const right = () => owner.db.selectFrom('reply_right').select('id').executeTakeFirstOrThrow()

test('a stop is not shown to citizens before its agency was told and had its 30 days', async () => {
  await stop()
  expect(await shown('2030-01-01')).toEqual({ stops: [], hasWaiting: true })
  expect([await ask(), await ask()]).toEqual([1, 0])
  const told = await owner.db.selectFrom('notice').select(['person_id', 'kind', 'detail']).execute()
  const { id } = await right()
  expect(told).toEqual([
    {
      person_id: cast['local admin'].personId,
      kind: 'reply_asked',
      detail: { id, title: 'Antar Obat', region: 'Kabupaten 35.10', until: '2026-04-01' },
    },
  ])
  expect(await shown('2026-03-31')).toEqual({ stops: [], hasWaiting: true })
  expect(await shown('2026-04-01')).toEqual({
    stops: [['Dinas Kesehatan Sukamaju', null, null]],
    hasWaiting: false,
  })
})

test('with its reply it is shown at once, the reply beside it; why it stopped only with consent', async () => {
  const { id: claim } = await stop()
  await ask()
  const { id } = await right()
  await sayReply(db, cast['local admin'], { id, reply: 'Pindah ke layanan baru.', now })
  const name = 'Dinas Kesehatan Sukamaju'
  expect(await shown('2026-03-02')).toEqual({
    stops: [[name, null, 'Pindah ke layanan baru.']],
    hasWaiting: false,
  })
  await owner.db.updateTable('claim').set({ stop_reason_public: true }).where('id', '=', claim).execute()
  expect((await shown('2026-03-02')).stops).toEqual([[name, 'budget', 'Pindah ke layanan baru.']])
  const events = await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()
  expect(events.map(({ what }) => what)).toEqual(['reply_right.open', 'reply_right.reply'])
})

test('where nobody of the agency can be told its time does not begin', async () => {
  await stop(agencies.otherOffice)
  expect(await ask()).toBe(0)
  expect(await shown('2030-01-01')).toEqual({ stops: [], hasWaiting: true })
})

test('only the administrator of the agency replies, and reads what waits', async () => {
  await stop()
  await ask()
  const { id } = await right()
  for (const [name, actor] of Object.entries(cast)) {
    const wanted = name === 'local admin' ? 'done' : 'not-found'
    expect(await codeOf(loadReplyRight(db, actor, { id, lock: 'no lock' })), name).toBe(wanted)
    expect(await codeOf(sayReply(db, actor, { id, reply: 'Kami menjawab.', now })), name).toBe(wanted)
  }
  expect(await codeOf(loadReplyRight(db, cast['local admin'], { id: 'x', lock: 'no lock' }))).toBe(
    'not-found',
  )
})

test('what runs again and stops again is a stop of its own', async () => {
  const { id } = await stop()
  await ask()
  await owner.db
    .updateTable('claim')
    .set({ stopped_on: null, stop_reason: null })
    .where('id', '=', id)
    .execute()
  expect(await shown('2030-01-01')).toEqual({ stops: [], hasWaiting: false })
  await owner.db
    .updateTable('claim')
    .set({ ...stopped, stopped_on: '2026-02-20' })
    .where('id', '=', id)
    .execute()
  expect(await shown('2030-01-01')).toEqual({ stops: [], hasWaiting: true })
  expect(await ask()).toBe(1)
})

test('a region costs one query', async () => {
  await stop()
  await ask()
  expect(await countedQueries(db, (db) => stopsShownIn(db, { regionCode: '35', today: '2026-05-01' }))).toBe(
    1,
  )
})
