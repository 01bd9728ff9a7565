import { beforeEach, expect, test } from 'vitest'
import type { EditStep } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { zoneNames, zoneOfProvince } from '@semai/domain/time/zone-of-province'
import { agencies, cast } from '@semai/testkit/cast'
import { aCategory, completeContent } from '@semai/testkit/complete-content'
import { aPerson, castAgencies, castPassword, castPeople, here } from '@semai/testkit/people'
import { aRegion, anOrganisation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { readMigrations } from '../db/migrate.ts'
import { saveEdit, startEdit, takeEditStep } from '../innovations/innovation-edit.commands.ts'
import { grantRole, revokeGrant } from '../people/grant.commands.ts'
import { acceptInvitation, invite } from '../people/invitation.commands.ts'
import { makeRecoveryLink, recover } from '../people/recovery.commands.ts'
import {
  confirmAuthenticator,
  offerAuthenticator,
  proveSecondFactor,
} from '../people/second-factor.commands.ts'
import { sessionOf } from '../people/session.queries.ts'
import { signIn } from '../people/sign-in.commands.ts'
import { codeAt, timeStep } from '../people/totp.ts'
import { warnOfEndingGrants } from './ending-grants.commands.ts'
import { inbox } from './notice.queries.ts'

const { db, owner, clear } = await testDb()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const author = cast.author.personId!

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  await castAgencies(owner.db)
  await aCategory(owner.db)
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

async function aText(): Promise<string> {
  const id = await startEdit(db, cast.author, {
    organisationId: agencies.healthOffice,
    innovationId: null,
    now,
  })
  await saveEdit(db, cast.author, { id, revision: 0, content: completeContent, now })
  return id
}

const step = (id: string, name: EditStep, actor = cast.author, reason?: string) =>
  takeEditStep(db, actor, { id, step: name, reason, now })

test('who may publish hears of a text that was submitted, who wrote it of what became of it, and nobody else', async () => {
  const id = await aText()
  await step(id, 'submit')
  expect(await told()).toEqual([['local.admin@contoh.test', 'edit_submitted']])
  await step(id, 'return', cast['local admin'], 'Lengkapi biayanya.')
  await step(id, 'submit')
  await step(id, 'publish', cast['local admin'])
  expect(await told()).toEqual([
    ['local.admin@contoh.test', 'edit_submitted'],
    ['author@contoh.test', 'edit_returned'],
    ['local.admin@contoh.test', 'edit_submitted'],
    ['author@contoh.test', 'edit_published'],
  ])
  const { rows } = await inbox(db, cast.author)
  expect(rows.map(({ subject, link }) => [subject.en, link])).toEqual([
    ['Published: Antar Obat Pulau', '/inovasi/antar-obat-pulau'],
    ['Returned: Antar Obat Pulau', `/naskah/${id}`],
  ])
})

test('a step that is refused tells nobody; neither does what one does oneself', async () => {
  const id = await aText()
  expect(await says(step(id, 'return', cast['local admin'], 'Belum'))).toBe('conflict')
  await step(id, 'recall').catch(() => undefined)
  const own = await startEdit(db, cast['local admin'], {
    organisationId: agencies.regency,
    innovationId: null,
    now,
  })
  await saveEdit(db, cast['local admin'], { id: own, revision: 0, content: completeContent, now })
  await step(own, 'publish', cast['local admin'])
  expect(await told()).toEqual([])
  expect(await mails()).toEqual([])
})

test('signing in from a browser the account does not know is told, from a known one it is not', async () => {
  const given = { email: 'author@contoh.test', password: castPassword, now }
  const first = await signIn(db, { ...given, place: here })
  await signIn(db, { ...given, place: { ...here, deviceToken: first.deviceToken } })
  expect(await told()).toEqual([['author@contoh.test', 'device_new']])
  const { rows } = await owner.pool.query('select detail from notice')
  expect(rows).toEqual([{ detail: { device: here.device } }]) // no address
})

test('recovery, a new second factor and a spent code are told to the owner of the account', async () => {
  const link = await makeRecoveryLink(db, cast.administrator, { personId: author, now })
  await recover(db, { link, password: 'kelapa muda di pantai', now: later(1) })
  const { token } = await signIn(db, {
    email: 'author@contoh.test',
    password: 'kelapa muda di pantai',
    place: here,
    now: later(2),
  })
  const session = (await sessionOf(db, token, later(2)))!
  const set = async (at: Date) => {
    const { secret, sealed } = await offerAuthenticator(db, cast.author, at)
    const code = codeAt(secret, timeStep(at))
    return (await confirmAuthenticator(db, cast.author, { sealed, code, sessionId: session.id, now: at }))
      .codes
  }
  await set(later(3))
  const codes = await set(later(4))
  await proveSecondFactor(db, cast.author, {
    code: codes[0]!,
    sessionId: session.id,
    place: here,
    now: later(5),
  })
  expect((await told()).map(([, kind]) => kind)).toEqual([
    'recovery_link',
    'password_changed',
    'device_new',
    'authenticator_set',
    'authenticator_set',
    'recovery_code_used',
  ])
  const { rows } = await inbox(db, cast.author)
  expect(rows.slice(0, 3).map(({ sentence }) => sentence.en.split('.')[0])).toEqual([
    'One recovery code was used; 9 are left',
    'The code app and the recovery codes you had before no longer work',
    'From now on signing in needs a code of the app',
  ])
})

test('roles given, taken back and about to end are told, each end at a month and at a week, once', async () => {
  const scope = { role: 'mentor', organisationId: agencies.province, provinceCode: null } as const
  const until = new Date(now.getTime() + 20 * 86_400_000)
  const terms = { personId: author, scope, letter: null, until, now }
  const grantId = await grantRole(db, cast.administrator, terms)
  expect(await warnOfEndingGrants(db, now)).toBe(1)
  expect(await warnOfEndingGrants(db, later(24 * 60))).toBe(0)
  expect(await warnOfEndingGrants(db, later(14 * 24 * 60))).toBe(1)
  expect(await warnOfEndingGrants(db, later(15 * 24 * 60))).toBe(0)
  await revokeGrant(db, cast.administrator, { grantId, now: later(16 * 24 * 60) })
  expect((await told()).map(([, kind]) => kind)).toEqual([
    'grant_given',
    'grant_expiring',
    'grant_expiring',
    'grant_revoked',
  ])
  const { rows } = await inbox(db, cast.author)
  expect(rows.at(-1)!.sentence.en).toBe(
    'You now hold the role Mentor, Pemerintah Provinsi Lintang, until 22 March 2026.',
  )
})

test('an invitation waits as a mail whose token nobody can read in the database', async () => {
  const { token } = await invite(db, cast['local admin'], {
    name: 'Sari',
    post: null,
    email: 'sari@contoh.test',
    scope: { role: 'author', organisationId: agencies.healthOffice, provinceCode: null },
    letterNumber: null,
    letterDate: null,
    now,
  })
  const [mail] = await owner.db.selectFrom('mail').selectAll().execute()
  expect([mail?.kind, mail?.sealed?.includes(token)]).toEqual(['invitation', false])
  expect(await jobs()).toHaveLength(1)
  await acceptInvitation(db, {
    token,
    name: 'Sari Dewi',
    post: null,
    email: null,
    password: castPassword,
    place: here,
    now,
  })
  expect(await told()).toEqual([]) // who has just made an account knows
})

test('a new person has the clock of the region of their office', async () => {
  await owner.pool.query(
    `insert into region (code, kind, name, slug, province_code, has_government, lat, lon, point_method, point_check)
     values ('91', 'province', 'Provinsi Timur', 'provinsi-timur', '91', true, -2, 138, 'test', 'ok')`,
  )
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '91' })
    .where('id', '=', agencies.province)
    .execute()
  const { token } = await invite(db, cast['local admin'], {
    name: 'Sari',
    post: null,
    email: 'sari@contoh.test',
    scope: { role: 'author', organisationId: agencies.healthOffice, provinceCode: null },
    letterNumber: null,
    letterDate: null,
    now,
  })
  const account = { name: 'Sari', post: null, email: null, password: castPassword, place: here, now }
  const { token: cookie } = await acceptInvitation(db, { token, ...account })
  expect((await sessionOf(db, cookie, now))?.timeZone).toBe('Asia/Jayapura')
})

test('people who were there before have the clock the rules give, in every province', async () => {
  const { rows: codes } = await owner.pool.query<{ code: string }>(
    `select lpad(n::text, 2, '0') as code from generate_series(11, 96) as n`,
  )
  for (const { code } of codes) {
    await aRegion(owner.db, { code })
    const { id } = await anOrganisation(owner.db, { name: `Pemda ${code}`, region_code: code })
    await aPerson(owner.db, { name: `Orang ${code}`, email: `${code}@contoh.test`, organisation_id: id })
  }
  const { sql } = (await readMigrations()).find(({ number }) => number === 53)!
  await owner.pool.query(sql)
  const people = await owner.db
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.region_code as code', 'p.time_zone as zone'])
    .orderBy('code')
    .execute()
  expect(people).toEqual(codes.map(({ code }) => ({ code, zone: zoneNames[zoneOfProvince(code)] })))
})
