import { beforeEach, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { outcome } from '@semai/testkit/file-scene'
import { aPulse } from '@semai/testkit/pulse-scene'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { nameContact, raiseHandoverAlarms, readContacts } from './handover.commands.ts'
import { handoverOf } from './handover.queries.ts'
import { answerPulse } from './pulse.commands.ts'

const { db, owner, clear } = await testDb()
const { author, hub } = cast
const admin = cast['local admin']
let code: string
let id: string

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  code = await aReplication(owner.db, db, now)
  id = await aPulse(db, { code, now })
})

const pack = (actor = admin) => handoverOf(db, actor, { code, now })
const revoke = () =>
  owner.db
    .updateTable('role_grant')
    .set({ revoked_at: now })
    .where('person_id', '=', author.personId!)
    .execute()
const told = async () =>
  (
    await owner.db
      .selectFrom('notice as n')
      .innerJoin('person as p', 'p.id', 'n.person_id')
      .select('p.email')
      .where('n.kind', '=', 'handover_needed')
      .orderBy('p.email')
      .execute()
  ).map(({ email }) => email)
const answer = (q_keeper: string) =>
  answerPulse(db, admin, { id, typed: { running: 'running', q_keeper }, now, updateMonth: 3 })

test('while the contact holds a role nothing is raised', async () => {
  expect((await pack()).contact?.name).toBe('Sari Wulandari')
  expect(await raiseHandoverAlarms(db, now)).toBe(0)
  expect((await pack()).alarm).toBeNull()
})

test.each([
  ['the role was taken back', revoke],
  [
    'the role ended',
    () =>
      owner.db
        .updateTable('role_grant')
        .set({ valid_from: new Date(0), valid_until: now })
        .where('person_id', '=', author.personId!)
        .execute(),
  ],
  [
    'the account was closed',
    () =>
      owner.db
        .updateTable('person')
        .set({ deactivated_at: now })
        .where('id', '=', author.personId!)
        .execute(),
  ],
])('%s: the local administrator and the hub are told, once', async (_, leave) => {
  await leave()
  expect(await raiseHandoverAlarms(db, now)).toBe(1)
  expect(await raiseHandoverAlarms(db, now)).toBe(0)
  expect(await told()).toEqual(['hub@contoh.test', 'local.admin@contoh.test'])
  expect((await pack()).alarm?.cause).toBe('left')
})

test('naming who goes on settles it, and only the adopter names', async () => {
  await revoke()
  await raiseHandoverAlarms(db, now)
  const name = (actor: typeof hub, person: string) => nameContact(db, actor, { code, person, now })
  expect(await outcome(name(hub, admin.personId!))).toBe('forbidden')
  expect(await outcome(name(admin, author.personId!))).toBe('invalid')
  expect((await pack()).people.map((one) => one.id)).toEqual([admin.personId])
  await name(admin, admin.personId!)
  expect([(await pack()).alarm, await raiseHandoverAlarms(db, now)]).toEqual([null, 0])
  const trail = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('what', 'in', ['handover_alarm.raise', 'replication.name_contact'])
    .orderBy('id')
    .execute()
  expect(trail.map(({ what }) => what)).toEqual(['handover_alarm.raise', 'replication.name_contact'])
})

test.each(['other', 'nobody'] as const)('a pulse that says %s raises it at once', async (said) => {
  await answer(said)
  expect([(await pack()).alarm?.cause, await told()]).toEqual([
    said,
    ['hub@contoh.test', 'local.admin@contoh.test'],
  ])
})

test('a pulse that says the same person raises nothing', async () => {
  await answer('same')
  expect([(await pack()).alarm, await told()]).toEqual([null, []])
})

test('the pack is for those involved; that contacts were read stands in the trail', async () => {
  const who: string[] = []
  for (const [name, actor] of Object.entries(cast))
    if ((await outcome(pack(actor))) === 'done') who.push(name)
  expect(who).toEqual([
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'head',
    'inspectorate',
    'hub',
    'mentor',
    'co-manager',
    'secretariat',
  ])
  expect(await outcome(readContacts(db, cast.public, { code, now }))).toBe('forbidden')
  const contacts = await readContacts(db, hub, { code, now })
  expect(contacts.hub.map(({ email }) => email)).toEqual(['hub@contoh.test'])
  expect(contacts.origin.map(({ email }) => email).sort()).toEqual([
    'author.elsewhere@contoh.test',
    'local.admin.elsewhere@contoh.test',
  ])
  const read = await owner.db
    .selectFrom('audit_event')
    .select('actor_id')
    .where('what', '=', 'replication.read_contacts')
    .execute()
  expect(read).toEqual([{ actor_id: hub.personId }])
})
