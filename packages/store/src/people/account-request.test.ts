import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { makeAddressLink, requestAccount, takeRequestStep } from './account-request.commands.ts'
import type { AskedAccount, StepOfRequest } from './account-request.commands.ts'
import { requestByLink, requestQueue } from './account-request.queries.ts'
import { acceptInvitation } from './invitation.commands.ts'

const { db, owner, clear } = await testDb()
const handler = cast['local admin']

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['local admin', 'local admin elsewhere', 'administrator'])
})

const ask = (given: Partial<AskedAccount> = {}) =>
  requestAccount(db, {
    organisationId: agencies.healthOffice,
    role: 'author',
    name: 'Tari Lestari',
    email: 'tari@contoh.test',
    post: 'Pranata humas',
    letterNumber: '800/12/2026',
    now,
    ...given,
  })
const queue = (actor: Actor) => requestQueue(db, actor, { now })
const first = async () => (await queue(handler)).rows[0]!.id
const take = (key: StepOfRequest['key'], step: StepOfRequest['step'], actor: Actor = handler, given = {}) =>
  takeRequestStep(db, actor, { key, step, now, ...given })
const people = async () =>
  (await owner.db.selectFrom('account_request_person').select('name').execute()).length

test('a request waits for those who may give the role, and for nobody else', async () => {
  await ask()
  await ask({ role: 'local_admin', organisationId: agencies.regency })
  for (const [name, actor] of Object.entries(cast)) {
    const roles = (await queue(actor)).rows.map(({ role }) => role)
    const isAdministrator = name === 'administrator' || name === 'command line'
    const expected = isAdministrator ? ['author', 'local_admin'] : name === 'local admin' ? ['author'] : []
    expect(roles, name).toEqual(expected)
  }
})

test('the address is vouched for, the request approved, and the invitation makes the account', async () => {
  await ask()
  const id = await first()
  expect(await codeOf(take({ id }, 'approve'))).toBe('conflict')
  await take({ id }, 'verify')
  const { token } = await take({ id }, 'approve')
  await acceptInvitation(db, {
    token: token!,
    name: 'Tari Lestari',
    post: null,
    email: null,
    password: 'perahu kayu menuju hulu',
    place: here,
    now,
  })
  const person = await owner.db
    .selectFrom('person')
    .innerJoin('role_grant as g', 'g.person_id', 'person.id')
    .select(['person.email', 'g.role', 'g.organisation_id', 'g.letter'])
    .where('person.email', '=', 'tari@contoh.test')
    .execute()
  expect(person).toEqual([
    {
      email: 'tari@contoh.test',
      role: 'author',
      organisation_id: agencies.healthOffice,
      letter: '800/12/2026',
    },
  ])
  expect(await queue(handler)).toMatchObject({ rows: [] })
  const events = await owner.db.selectFrom('audit_event').select(['what', 'detail']).orderBy('id').execute()
  expect(events.map(({ what }) => what).slice(0, 4)).toEqual([
    'account_request.submit',
    'account_request.verify',
    'invitation.create',
    'account_request.approve',
  ])
  expect(JSON.stringify(events)).not.toMatch(/tari@|Tari|humas/)
})

test('the link sent to the address shows that it is theirs; the tracking link does not', async () => {
  const tracking = await ask()
  const { link, email } = await makeAddressLink(db, handler, { id: await first(), now })
  expect(email).toBe('tari@contoh.test')
  expect(await codeOf(take({ kind: 'tracking', link: tracking }, 'verify', cast.public))).toBe('forbidden')
  expect(await codeOf(take({ kind: 'tracking', link }, 'withdraw', cast.public))).toBe('not-found')
  const seen = await requestByLink(db, { kind: 'address', link }, now)
  expect([seen.state, seen.email]).toEqual(['submitted', 'tari@contoh.test'])
  await take({ kind: 'address', link }, 'verify', cast.public)
  const followed = await requestByLink(db, { kind: 'tracking', link: tracking }, now)
  expect([followed.state, followed.email]).toEqual(['verified', null])
  expect(await codeOf(makeAddressLink(db, cast['local admin elsewhere'], { id: await first(), now }))).toBe(
    'not-found',
  )
})

test('declined with a reason, which the one who asked reads', async () => {
  const link = await ask()
  const id = await first()
  expect(await codeOf(take({ id }, 'decline'))).toBe('invalid')
  await take({ id }, 'decline', handler, { reason: 'Suratnya belum ada' })
  expect(await requestByLink(db, { kind: 'tracking', link }, now)).toMatchObject({
    state: 'declined',
    reason: 'Suratnya belum ada',
  })
})

test('who asked is gone at once when withdrawn, 30 days after a decision, half a year after none', async () => {
  const [withdrawn] = [await ask(), await ask(), await ask()]
  await take({ kind: 'tracking', link: withdrawn! }, 'withdraw', cast.public)
  expect(await people()).toBe(2)
  await take({ id: await first() }, 'decline', handler, { reason: 'x' })
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
  await ask({ now: later(30) })
  expect(await people()).toBe(2)
  await ask({ now: later(180) })
  expect(await people()).toBe(2)
  const [oldest] = (await requestQueue(db, handler, { now: later(180) })).rows
  expect(oldest?.name).toBeNull()
  expect(await codeOf(take({ id: oldest!.id }, 'verify', handler, { now: later(180) }))).toBe('done')
  expect(await codeOf(take({ id: oldest!.id }, 'approve', handler, { now: later(180) }))).toBe('conflict')
})

test('whether an address has an account is not said', async () => {
  expect(typeof (await ask({ email: 'administrator@contoh.test' }))).toBe('string')
})

test.each([1, 3])('with %i requests the queue costs one query, and pages have no gaps', async (count) => {
  for (let i = 0; i < count; i++) await ask()
  expect(await countedQueries(db, (db) => requestQueue(db, handler, { now }))).toBe(1)
  const page = await requestQueue(db, handler, { now, limit: 2 })
  const rest = page.next ? (await requestQueue(db, handler, { now, limit: 2, after: page.next })).rows : []
  expect(new Set([...page.rows, ...rest].map((row) => row.id)).size).toBe(count)
})
