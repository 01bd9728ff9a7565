import { beforeEach, expect, test } from 'vitest'
import type { Preference } from '@semai/domain/notices/preference'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aPerson, castAgencies, castPassword, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { inTransaction } from '../db/transaction.ts'
import { sessionOf } from '../people/session.queries.ts'
import { signIn } from '../people/sign-in.commands.ts'
import { forgetOldNotices, readAllNotices, readNotice } from './notice.commands.ts'
import { inbox } from './notice.queries.ts'
import { notify } from './notify.ts'
import { choosePreferences, stopMail, stoppedKinds } from './preference.commands.ts'
import { preferencesOf } from './preference.queries.ts'
import { stopPath } from './stop-link.ts'

const { db, owner, clear } = await testDb()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const [author, admin] = [cast.author.personId!, cast['local admin'].personId!]

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin', 'local admin elsewhere', 'administrator'])
})

/** Every notice there is: to whom, of which kind. */
async function told(): Promise<[string, string][]> {
  const rows = await owner.db
    .selectFrom('notice as n')
    .innerJoin('person as p', 'p.id', 'n.person_id')
    .select(['p.email', 'n.kind'])
    .orderBy('n.id')
    .execute()
  return rows.map(({ email, kind }) => [email, kind])
}

const mails = () =>
  owner.db
    .selectFrom('mail')
    .select(['kind', 'person_id', 'due_at'])
    .orderBy('due_at')
    .orderBy('id')
    .execute()
const jobs = async () =>
  (
    await owner.pool.query<{ key: string; run_at: Date }>(
      'select key, run_at from graphile_worker.jobs order by id',
    )
  ).rows

const says = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )

test('what is told and the telling stand or fall together', async () => {
  const work = inTransaction(db, async (db) => {
    await notify(db, { kind: 'device_new', detail: { device: 'Firefox' }, to: [author], at: now })
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect([await told(), await mails(), await jobs()]).toEqual([[], [], []])
})

test('mail is due at once by day, in the morning by night, at any hour when it is urgent', async () => {
  const night = new Date('2026-03-02T16:30:00Z') // 23.30 WIB
  const tell = (at: Date, kind: 'edit_returned' | 'device_new') =>
    inTransaction(db, (db) =>
      kind === 'device_new'
        ? notify(db, { kind, detail: { device: 'Firefox' }, to: [author], at })
        : notify(db, { kind, detail: { edit: 'e', title: 'T' }, to: [author], at }),
    )
  await tell(now, 'edit_returned')
  await tell(night, 'edit_returned')
  await tell(night, 'device_new')
  expect((await mails()).map(({ due_at }) => due_at)).toEqual([now, night, new Date('2026-03-02T23:00:00Z')])
  expect((await jobs()).map(({ run_at }) => run_at).sort((a, b) => a.getTime() - b.getTime())).toEqual(
    (await mails()).map(({ due_at }) => due_at),
  )
})

test('a digest gathers a day of notices in one mail with one job; the next day has its own', async () => {
  const publish = (at: Date) =>
    inTransaction(db, (db) =>
      notify(db, { kind: 'edit_published', detail: { slug: 's', title: 'T' }, to: [author, admin], at }),
    )
  await publish(now)
  await publish(later(60))
  await publish(later(24 * 60))
  const gathered = await owner.db
    .selectFrom('mail as m')
    .innerJoin('notice as n', 'n.mail_id', 'm.id')
    .select(['m.due_at', 'm.kind'])
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('m.person_id', '=', author)
    .groupBy('m.id')
    .orderBy('m.due_at')
    .execute()
  expect(gathered.map(({ due_at, kind, n }) => [due_at.toISOString(), kind, Number(n)])).toEqual([
    ['2026-03-03T00:00:00.000Z', 'digest', 2],
    ['2026-03-04T00:00:00.000Z', 'digest', 1],
  ])
  expect(await jobs()).toHaveLength(4)
})

test('a digest that is being sent takes no more', async () => {
  const publish = (at: Date) =>
    inTransaction(db, (db) =>
      notify(db, { kind: 'edit_published', detail: { slug: 's', title: 'T' }, to: [author], at }),
    )
  await publish(now)
  await owner.db
    .updateTable('mail')
    .set({ begun_at: later(1) })
    .execute()
  await publish(now)
  expect(await mails()).toHaveLength(2)
  expect(await jobs()).toHaveLength(2)
})

const choose = (
  kinds: { kind: 'edit_published' | 'edit_returned' | 'device_new'; preference: Preference }[],
) =>
  choosePreferences(db, cast.author, {
    choices: { lang: 'en', zone: 'Asia/Jayapura', quiet: null, kinds },
    now,
  })

test('a person is told where they chose to be; what protects the account is told all the same', async () => {
  const nowhere = { isInApp: false, mail: 'off' } as const
  await choose([
    { kind: 'edit_returned', preference: nowhere },
    { kind: 'edit_published', preference: { isInApp: false, mail: 'weekly' } },
    { kind: 'device_new', preference: nowhere },
  ])
  await inTransaction(db, async (db) => {
    const to = [author]
    await notify(db, { kind: 'edit_returned', detail: { edit: 'e', title: 'T' }, to, at: now })
    await notify(db, { kind: 'edit_published', detail: { slug: 's', title: 'T' }, to, at: now })
    await notify(db, { kind: 'device_new', detail: { device: 'Firefox' }, to, at: now })
  })
  expect((await inbox(db, cast.author)).rows.map(({ subject }) => subject.en)).toEqual([
    'Sign-in from a new browser: Firefox',
  ])
  expect((await mails()).map(({ kind, due_at }) => [kind, due_at.toISOString()])).toEqual([
    ['notice', now.toISOString()],
    ['digest', '2026-03-08T22:00:00.000Z'], // Monday at seven in Jayapura
  ])
  const chosen = await preferencesOf(db, cast.author)
  expect([chosen.lang, chosen.zone, chosen.quiet]).toEqual(['en', 'Asia/Jayapura', null])
  expect(chosen.kinds.find(({ kind }) => kind === 'device_new')).toEqual({
    kind: 'device_new',
    isInApp: true,
    mail: 'now',
  })
})

test('accounts of a demonstration get no mail, closed ones nothing', async () => {
  const shown = await aPerson(owner.db, { is_demonstration: true })
  const closed = await aPerson(owner.db, { deactivated_at: now })
  await inTransaction(db, (db) =>
    notify(db, { kind: 'recovery_link', detail: {}, to: [shown.id, closed.id], at: now }),
  )
  expect(await told()).toEqual([[shown.email, 'recovery_link']])
  expect(await mails()).toEqual([])
})

async function someNews(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await inTransaction(db, (db) =>
      notify(db, { kind: 'recovery_link', detail: {}, to: [author, admin], at: later(i) }),
    )
  }
}

test('the session counts what was not read, in the same question; reading is the person’s own affair', async () => {
  const { token } = await signIn(db, {
    email: 'author@contoh.test',
    password: castPassword,
    place: here,
    now,
  })
  const unread = async () => (await sessionOf(db, token, now))!.unread
  expect(await unread()).toBe(1)
  const costs = [await countedQueries(db, (counting) => sessionOf(counting, token, now))]
  await someNews(3)
  costs.push(await countedQueries(db, (counting) => sessionOf(counting, token, now)))
  expect([await unread(), costs]).toEqual([4, [1, 1]])
  const [{ id, link } = { id: '', link: '' }] = (await inbox(db, cast.author)).rows
  expect(await says(readNotice(db, cast['local admin'], { id, now }))).toBe('not-found')
  expect(await readNotice(db, cast.author, { id, now })).toBe(link)
  expect(await unread()).toBe(3)
  await readAllNotices(db, cast.author, later(60))
  expect(await unread()).toBe(0)
  expect((await inbox(db, cast['local admin'])).rows.filter(({ isRead }) => isRead)).toEqual([])
})

test('the inbox is paged without gaps, at one query a page', async () => {
  await someNews(5)
  const first = await inbox(db, cast.author, { limit: 2 })
  const second = await inbox(db, cast.author, { limit: 2, after: first.next! })
  const third = await inbox(db, cast.author, { limit: 2, after: second.next! })
  const moments = [first, second, third].flatMap(({ rows }) => rows.map(({ at }) => at))
  expect(moments).toEqual([4, 3, 2, 1, 0].map(later))
  expect(third.next).toBeNull()
  expect(await countedQueries(db, (counting) => inbox(counting, cast.author, { limit: 2 }))).toBe(1)
})

test('the link of a mail stops its kind for its person alone; pressed twice it does so once', async () => {
  const path = await stopPath(db, { personId: author, kinds: ['edit_returned', 'edit_published'], now })
  const link = path!.split('/').at(-1)!
  expect(await stoppedKinds(db, link, now)).toEqual(['edit_published', 'edit_returned'])
  expect(
    (await preferencesOf(db, cast.author)).kinds.find(({ kind }) => kind === 'edit_returned')?.mail,
  ).toBe('now')
  await stopMail(db, link, now)
  await stopMail(db, link, later(1))
  const chosen = (await preferencesOf(db, cast.author)).kinds
  expect(chosen.filter(({ mail }) => mail === 'off').map(({ kind }) => kind)).toEqual([
    'edit_returned',
    'edit_published',
    'duties_week', // not for this role unless chosen
  ])
  expect(chosen.filter(({ isInApp }) => !isInApp).map(({ kind }) => kind)).toEqual(['duties_week'])
  expect((await preferencesOf(db, cast['local admin'])).kinds.filter(({ mail }) => mail === 'off')).toEqual(
    [],
  )
  const events = await owner.db.selectFrom('audit_event').select('what').execute()
  expect(events).toEqual([{ what: 'person.stop_mail' }])
})

test('a warning can not be stopped by a link, and a link that was altered or is old is none', async () => {
  expect(await stopPath(db, { personId: author, kinds: ['edit_returned', 'device_new'], now })).toBeNull()
  const path = await stopPath(db, { personId: author, kinds: ['edit_returned'], now })
  const link = path!.split('/').at(-1)!
  expect(await says(stopMail(db, `${link}x`, now))).toBe('not-found')
  expect(await says(stopMail(db, link, later(366 * 24 * 60)))).toBe('not-found')
})

test('what is old is forgotten, and a mail that still waits is not', async () => {
  await someNews(1)
  await forgetOldNotices(db, later(364 * 24 * 60))
  expect([(await told()).length, (await mails()).length]).toEqual([2, 2])
  await owner.db.updateTable('mail').set({ sent_at: now }).where('person_id', '=', author).execute()
  await forgetOldNotices(db, later(366 * 24 * 60))
  expect([(await told()).length, (await mails()).length]).toEqual([0, 1])
})
