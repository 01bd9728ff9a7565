import { beforeEach, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPassword, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { tokenActor } from '../tokens/token.queries.ts'
import { makeToken } from '../tokens/token.commands.ts'
import { changePassword } from './change-password.commands.ts'
import { sessionOf } from './session.queries.ts'
import { signIn } from './sign-in.commands.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const fresh = 'kelapa muda di pantai'
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin'])
})

const enter = async (password = castPassword, at = now) => {
  const { token } = await signIn(db, { email: castEmail('author'), password, place: here, now: at })
  return { token, id: (await sessionOf(db, token, at))!.id }
}

test('the new password leads in and the old one does not; other sessions and tokens are over, this one goes on', async () => {
  const [other, own] = [await enter(), await enter()]
  const asked = { name: 'Program', scopes: ['read' as const], days: 30, assurance: 'password' as const, now }
  const { token } = await makeToken(db, author, asked)
  await changePassword(db, author, { password: fresh, sessionId: own.id, now })
  expect(await sessionOf(db, other.token, now)).toBeNull()
  expect((await sessionOf(db, own.token, now))?.id).toBe(own.id)
  expect(await tokenActor(db, token, now)).toBeNull()
  await expect(enter()).rejects.toMatchObject({ code: 'forbidden' })
  expect((await enter(fresh)).id).not.toBe(own.id)
  const notices = await owner.db.selectFrom('notice').select(['kind', 'detail']).orderBy('id').execute()
  expect(notices.find(({ kind }) => kind === 'password_changed')?.detail).toEqual({ isOwn: true })
})

test.each([
  ['a short one', 'pendek'],
  ['one everybody tries', 'password123!'],
])('%s is refused with a sentence, and the old one stays', async (_, password) => {
  const { id } = await enter()
  await expect(changePassword(db, author, { password, sessionId: id, now })).rejects.toMatchObject({
    code: 'invalid',
    faults: [{ field: 'password' }],
  })
  expect((await enter()).id).not.toBe(id)
})

test('a session that proved long ago, or of somebody else, changes nothing', async () => {
  const { id } = await enter()
  const events = () => owner.db.selectFrom('audit_event').select('id').execute()
  const before = await events()
  const stale = changePassword(db, author, { password: fresh, sessionId: id, now: later(16) })
  await expect(stale).rejects.toMatchObject({ code: 'forbidden' })
  const theirs = changePassword(db, cast['local admin'], { password: fresh, sessionId: id, now })
  await expect(theirs).rejects.toMatchObject({ code: 'forbidden' })
  expect(await events()).toEqual(before)
})
