import { beforeEach, expect, test } from 'vitest'
import { lapsesAt } from '@semai/domain/people/granting'
import { cast } from '@semai/testkit/cast'
import { outcome } from '@semai/testkit/file-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { warnOfLapsingGrants } from '../notices/ending-grants.commands.ts'
import { certifyGrant } from './grant.commands.ts'
import { grantsInForce } from './grants-in-force.ts'
import { resetSecondFactor } from './reset-factor.commands.ts'

const { db, owner, clear } = await testDb()
const { administrator, auditor, author } = cast
const dayMs = 86_400_000
const days = (count: number) => new Date(now.getTime() + count * dayMs)

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['administrator', 'author', 'auditor'])
  await owner.db.updateTable('role_grant').set({ certified_at: now }).execute()
})

const rolesAt = async (personId: string | null, at: Date) => {
  const row = await db
    .selectFrom('person as p')
    .select(grantsInForce(at).as('grants'))
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.grants.map(({ role }) => role)
}
const grantOf = async (personId: string | null) =>
  (
    await owner.db
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).id

test('a role that nobody looked at lapses by its date, and holds again once somebody did', async () => {
  const end = lapsesAt(now)
  expect(await rolesAt(author.personId, new Date(end.getTime() - 1))).toEqual(['author'])
  expect(await rolesAt(author.personId, end)).toEqual([])
  await certifyGrant(db, administrator, { grantId: await grantOf(author.personId), now: end })
  expect(await rolesAt(author.personId, end)).toEqual(['author'])
})

test('its holder is told two months, a month and a week before, once each, and anew after it was looked at', async () => {
  const told = async (at: Date) => {
    await warnOfLapsingGrants(db, at)
    const rows = await owner.db
      .selectFrom('notice')
      .select('kind')
      .where('person_id', '=', author.personId)
      .execute()
    return rows.map(({ kind }) => kind)
  }
  const lapse = 'grant_lapsing'
  expect(await told(days(364))).toEqual([])
  expect(await told(days(366))).toEqual([lapse])
  expect(await told(days(380))).toEqual([lapse])
  expect(await told(days(396))).toEqual([lapse, lapse])
  expect(await told(days(419))).toEqual([lapse, lapse, lapse])
  expect(await told(days(424))).toHaveLength(3)
  await certifyGrant(db, administrator, { grantId: await grantOf(author.personId), now: days(424) })
  expect(await told(days(425))).toHaveLength(3)
  expect(await told(days(424 + 366))).toHaveLength(4)
})

test('an administrator looks at the own role only where no other administrator is', async () => {
  const grantId = await grantOf(administrator.personId)
  expect(await outcome(certifyGrant(db, administrator, { grantId, now: days(1) }))).toBe('done')
  const other = { role: 'administrator' as const, organisation_id: null }
  await owner.db.updateTable('role_grant').set(other).where('person_id', '=', auditor.personId).execute()
  expect(await outcome(certifyGrant(db, administrator, { grantId, now: days(2) }))).toBe('forbidden')
  const second = { personId: auditor.personId, label: 'person', grants: administrator.grants }
  expect(await outcome(certifyGrant(db, second, { grantId, now: days(2) }))).toBe('done')
  await owner.db
    .updateTable('person')
    .set({ deactivated_at: now })
    .where('id', '=', auditor.personId)
    .execute()
  expect(await outcome(certifyGrant(db, administrator, { grantId, now: days(3) }))).toBe('done')
})

test('a lost second factor is reset by the operator: everything of it is gone, and the person is told', async () => {
  const personId = author.personId!
  const reset = (actor: (typeof cast)[keyof typeof cast]) => resetSecondFactor(db, actor, { personId, now })
  expect(await outcome(reset(cast['command line']))).toBe('conflict')
  await owner.db
    .updateTable('person')
    .set({ totp_secret: Buffer.from('x'), totp_last_step: 5 })
    .where('id', '=', personId)
    .execute()
  const code = { person_id: personId, code_hash: Buffer.from('y'), made_at: now, used_at: null }
  await owner.db.insertInto('recovery_code').values(code).execute()
  expect(await outcome(reset(cast['local admin']))).toBe('forbidden')
  expect(await outcome(reset(cast['command line']))).toBe('done')
  const person = await owner.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  expect([person.totp_secret, person.totp_last_step]).toEqual([null, null])
  expect(await owner.db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
  const notices = await owner.db.selectFrom('notice').select(['kind', 'person_id']).execute()
  expect(notices).toEqual([{ kind: 'factor_reset', person_id: personId }])
  expect(await owner.db.selectFrom('mail').select('kind').execute()).toEqual([{ kind: 'notice' }])
  const trail = await owner.db.selectFrom('audit_event').select('what').execute()
  expect(trail.map(({ what }) => what)).toContain('person.factor_reset')
})
