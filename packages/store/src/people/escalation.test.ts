import { beforeEach, expect, test } from 'vitest'
import { personActor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPassword, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { grantRole } from './grant.commands.ts'
import { acceptInvitation, invite } from './invitation.commands.ts'
import { makeRecoveryLink } from './recovery.commands.ts'

const { db, owner, clear } = await testDb()
const localAdmin = cast['local admin']

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['local admin', 'local admin elsewhere', 'administrator', 'author'])
})

test('nobody gives a role to themselves, also not one they may give', async () => {
  const scope = { role: 'inspectorate' as const, organisationId: agencies.regency, provinceCode: null }
  const give = (personId: string) =>
    codeOf(grantRole(db, localAdmin, { personId, scope, letter: null, until: null, now }))
  expect(await give(localAdmin.personId!)).toBe('forbidden')
  expect(await give(cast.author.personId!)).toBe('done')
  const both = personActor(cast.administrator.personId!, cast.administrator.grants)
  const asked = { personId: both.personId!, scope, letter: null, until: null, now }
  expect(await codeOf(grantRole(db, both, asked))).toBe('forbidden')
})

test('no local administrator makes a link to an account that holds more than they could give', async () => {
  const ids = [cast.administrator.personId!, cast['local admin elsewhere'].personId!]
  await owner.db
    .updateTable('person')
    .set({ organisation_id: agencies.regency })
    .where('id', 'in', ids)
    .execute()
  for (const personId of ids) {
    expect(await codeOf(makeRecoveryLink(db, localAdmin, { personId, now }))).toBe('forbidden')
    expect(await codeOf(makeRecoveryLink(db, cast.administrator, { personId, now }))).toBe('done')
  }
})

test.each([
  ['still may give the role', null, 'done'],
  ['had the own role taken back', 'role_grant', 'not-found'],
  ['had the account closed', 'person', 'not-found'],
] as const)('an invitation of somebody who %s', async (_, closed, answer) => {
  const { token } = await invite(db, localAdmin, {
    name: 'Joko Susilo',
    post: null,
    email: 'joko@contoh.test',
    scope: { role: 'author', organisationId: agencies.clinic, provinceCode: null },
    letterNumber: null,
    letterDate: null,
    now,
  })
  const personId = localAdmin.personId!
  if (closed === 'role_grant') {
    await owner.db.updateTable(closed).set({ revoked_at: now }).where('person_id', '=', personId).execute()
  }
  if (closed === 'person') {
    await owner.db.updateTable(closed).set({ deactivated_at: now }).where('id', '=', personId).execute()
  }
  const given = {
    token,
    name: 'Joko Susilo',
    post: null,
    email: null,
    password: castPassword,
    place: here,
    now,
  }
  expect(await codeOf(acceptInvitation(db, given))).toBe(answer)
  const made = await db.selectFrom('person').select('id').where('email', '=', 'joko@contoh.test').execute()
  expect(made).toHaveLength(answer === 'done' ? 1 : 0)
})
