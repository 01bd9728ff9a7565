import { beforeEach, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { aPerson, castAgencies, castPassword, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { countedQueries } from '@semai/testkit/counted-queries'
import { grantRole, revokeGrant } from './grant.commands.ts'
import { acceptInvitation, invite, inviteFirstAdministrator } from './invitation.commands.ts'
import { openInvitation } from './invitation.queries.ts'
import { personByEmail } from './person.queries.ts'
import { endOtherSessions, endSession, sessionDays } from './session.commands.ts'
import { sessionOf, sessionsOf } from './session.queries.ts'
import { signIn } from './sign-in.commands.ts'
import { inTransaction } from '../db/transaction.ts'

const { db, owner, clear } = await testDb()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
})

async function events(): Promise<string[]> {
  const rows = await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()
  return rows.map(({ what }) => what)
}

const says = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (problem: { code: string; says: { en: string } }) => `${problem.code}: ${problem.says.en}`,
  )

const anInvitation = (given: object = {}) => ({
  name: 'Sari',
  post: 'Perawat',
  email: 'sari@contoh.test',
  scope: { role: 'author' as const, organisationId: agencies.healthOffice, provinceCode: null },
  letterNumber: '800/12/2026',
  letterDate: '2026-02-20',
  now,
  ...given,
})
const anAcceptance = (token: string, given: object = {}) => ({
  token,
  name: 'Sari Dewi',
  post: null,
  email: null,
  password: castPassword,
  place: here,
  now,
  ...given,
})

test('the first administrator comes by a link of which only the newest works, and only while there is none', async () => {
  const first = await inviteFirstAdministrator(db, cast['command line'], now)
  const second = await inviteFirstAdministrator(db, cast['command line'], later(1))
  expect(await says(openInvitation(db, first!, later(2)))).toMatch(/^not-found/)
  const made = await acceptInvitation(db, anAcceptance(second!, { email: 'budi@contoh.test', now: later(2) }))
  expect((await sessionOf(db, made.token, later(3)))?.grants.map(({ role }) => role)).toEqual([
    'administrator',
  ])
  expect(await inviteFirstAdministrator(db, cast['command line'], later(4))).toBeNull()
})

test('an invited person gets the account, the role and a session; the link is spent', async () => {
  await castPeople(owner.db, ['local admin'])
  const { token } = await invite(db, cast['local admin'], anInvitation())
  const { token: cookie } = await acceptInvitation(db, anAcceptance(token))
  const session = await sessionOf(db, cookie, now)
  const { id: personId } = await personByEmail(db, 'sari@contoh.test')
  expect(session?.name).toBe('Sari Dewi')
  expect(session?.actor).toEqual({
    personId,
    label: 'person',
    grants: [{ role: 'author', organisationId: agencies.healthOffice, provinceCode: null }],
  })
  expect(await says(acceptInvitation(db, anAcceptance(token)))).toMatch(
    /^not-found: This invitation is not valid/,
  )
  expect(await events()).toEqual([
    'invitation.create',
    'invitation.accept',
    'role_grant.give',
    'session.start',
    'device.new',
  ])
})

test('two who take up one invitation at once: one account, and a sentence for the other', async () => {
  await castPeople(owner.db, ['administrator'])
  const { token } = await invite(db, cast.administrator, anInvitation())
  const both = await Promise.all([
    says(acceptInvitation(db, anAcceptance(token))),
    says(acceptInvitation(db, anAcceptance(token))),
  ])
  expect(both.filter((one) => one === 'done')).toHaveLength(1)
  expect(both.filter((one) => /^(conflict|not-found)/.test(one))).toHaveLength(1)
  expect(
    await db.selectFrom('person').select('id').where('email', '=', 'sari@contoh.test').execute(),
  ).toHaveLength(1)
})

test.each([
  ['author', 'forbidden'],
  ['local admin elsewhere', 'forbidden'],
  ['head', 'forbidden'],
  ['public', 'forbidden'],
  ['local admin', 'done'],
  ['administrator', 'done'],
] as const)('invited by %s: %s', async (name, answer) => {
  await castPeople(owner.db)
  expect((await says(invite(db, cast[name], anInvitation()))).split(':')[0]).toBe(answer)
})

test('a local administrator makes no other, and gives nothing nationwide', async () => {
  await castPeople(owner.db, ['local admin'])
  const asked = (role: 'local_admin' | 'administrator', organisationId: string | null) =>
    says(
      invite(db, cast['local admin'], anInvitation({ scope: { role, organisationId, provinceCode: null } })),
    )
  expect(await asked('local_admin', agencies.regency)).toMatch(/^forbidden/)
  expect(await asked('administrator', null)).toMatch(/^forbidden/)
  expect(await events()).toEqual([])
})

test('guarded roles sleep until the session proves more than a password', async () => {
  await castPeople(owner.db, ['local admin'])
  const { token } = await signIn(db, {
    email: 'local.admin@contoh.test',
    password: castPassword,
    place: here,
    now,
  })
  const session = await sessionOf(db, token, now)
  expect(session?.actor.grants).toEqual([])
  expect(session?.grants.map(({ role }) => role)).toEqual(['local_admin'])
  await owner.db.updateTable('session').set({ assurance: 'passkey' }).execute()
  expect((await sessionOf(db, token, now))?.actor.grants.map(({ role }) => role)).toEqual(['local_admin'])
})

test('an unknown address, a wrong password and a closed account get the same sentence', async () => {
  await aPerson(owner.db, { email: 'ada@contoh.test' })
  await aPerson(owner.db, { email: 'tutup@contoh.test', deactivated_at: now })
  const answers = await Promise.all(
    [
      ['tidakada@contoh.test', castPassword],
      ['ada@contoh.test', 'bukan kata sandinya'],
      ['tutup@contoh.test', castPassword],
    ].map(([email, password]) => says(signIn(db, { email: email!, password: password!, place: here, now }))),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^forbidden: The e-mail address or the password/)
})

test('a stranger who guesses is held up; the owner, in a known browser, is not', async () => {
  await aPerson(owner.db, { email: 'sari@contoh.test' })
  const own = await signIn(db, { email: 'sari@contoh.test', password: castPassword, place: here, now })
  const stranger = { ...here, address: '198.51.100.9' }
  const guess = (minute: number, password = 'salah sekali ini') =>
    says(signIn(db, { email: 'sari@contoh.test', password, place: stranger, now: later(minute / 100) }))
  for (let i = 0; i < 5; i++) expect(await guess(i)).toMatch(/^forbidden/)
  expect(await guess(6)).toMatch(/^conflict: Too many attempts failed. Wait \d+ seconds/)
  expect(await guess(7, castPassword)).toMatch(/^conflict/)
  const known = { ...here, deviceToken: own.deviceToken }
  const again = await signIn(db, {
    email: 'sari@contoh.test',
    password: castPassword,
    place: known,
    now: later(0.1),
  })
  expect(again.isNewDevice).toBe(false)
  expect(await guess(61 * 100, castPassword)).toBe('done')
})

test('a session is gone once it ended, its time passed, or the account was closed', async () => {
  const { id } = await aPerson(owner.db, { email: 'sari@contoh.test' })
  const enter = () => signIn(db, { email: 'sari@contoh.test', password: castPassword, place: here, now })
  const [one, two, three] = [await enter(), await enter(), await enter()]
  const actor = (await sessionOf(db, one.token, now))!.actor
  expect(await sessionsOf(db, id, now)).toHaveLength(3)
  const sessionId = (await sessionsOf(db, id, now))[0]!.id
  await endSession(db, actor, { sessionId, now })
  expect(await says(endSession(db, actor, { sessionId, now }))).toMatch(/^not-found/)
  expect(await says(endSession(db, cast.author, { sessionId, now }))).toMatch(/^not-found/)
  await inTransaction(db, (db) => endOtherSessions(db, actor, { personId: id, except: null, now }))
  for (const { token } of [one, two, three]) expect(await sessionOf(db, token, now)).toBeNull()
  const four = await enter()
  expect(await sessionOf(db, four.token, later(sessionDays * 24 * 60 + 1))).toBeNull()
  await owner.db.updateTable('person').set({ deactivated_at: now }).execute()
  expect(await sessionOf(db, four.token, now)).toBeNull()
})

test('who asks costs one query, however many roles', async () => {
  const { id } = await aPerson(owner.db, { email: 'sari@contoh.test' })
  await castPeople(owner.db, ['administrator'])
  const { token } = await signIn(db, { email: 'sari@contoh.test', password: castPassword, place: here, now })
  for (const organisationId of [agencies.clinic, agencies.healthOffice, agencies.regency]) {
    const scope = { role: 'author' as const, organisationId, provinceCode: null }
    await grantRole(db, cast.administrator, { personId: id, scope, letter: null, until: null, now })
  }
  expect((await sessionOf(db, token, now))?.grants).toHaveLength(3)
  expect(await countedQueries(db, (db) => sessionOf(db, token, now))).toBe(1)
})

test('a role taken back is gone with the next request; the last administrator stays', async () => {
  await castPeople(owner.db, ['administrator', 'author'])
  const grantOf = async (role: 'author' | 'administrator') =>
    (await owner.db.selectFrom('role_grant').select('id').where('role', '=', role).executeTakeFirstOrThrow())
      .id
  expect(
    await says(revokeGrant(db, cast['local admin elsewhere'], { grantId: await grantOf('author'), now })),
  ).toMatch(/^forbidden/)
  await revokeGrant(db, cast.administrator, { grantId: await grantOf('author'), now })
  expect(
    await says(revokeGrant(db, cast.administrator, { grantId: await grantOf('administrator'), now })),
  ).toMatch(/^conflict: This is the last administrator/)
})

test('every organisation knows what it belongs to, also after it moved', async () => {
  const above = async (id: string) =>
    (
      await db
        .selectFrom('organisation_above')
        .select('above_id')
        .where('organisation_id', '=', id)
        .orderBy('depth')
        .execute()
    ).map(({ above_id }) => above_id)
  expect(await above(agencies.clinic)).toEqual([
    agencies.clinic,
    agencies.healthOffice,
    agencies.regency,
    agencies.province,
  ])
  await owner.db
    .updateTable('organisation')
    .set({ parent_id: agencies.otherRegency })
    .where('id', '=', agencies.healthOffice)
    .execute()
  expect(await above(agencies.clinic)).toEqual([
    agencies.clinic,
    agencies.healthOffice,
    agencies.otherRegency,
    agencies.province,
  ])
  const circle = owner.db
    .updateTable('organisation')
    .set({ parent_id: agencies.clinic })
    .where('id', '=', agencies.province)
  await expect(circle.execute()).rejects.toThrow(/can not belong to one of its own parts/)
})
