import { beforeEach, expect, test } from 'vitest'
import { passkeySite } from '@semai/domain/people/passkey-site'
import { cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castEmail, castPassword, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { softPasskey } from '@semai/testkit/soft-passkey'
import type { Saying, SoftPasskey } from '@semai/testkit/soft-passkey'
import { testDb } from '@semai/testkit/test-db'
import { addPasskey, offerPasskey, removePasskey } from './passkey.commands.ts'
import { passkeysOf } from './passkey.queries.ts'
import { askPasskey, proveByPasskey, signInWithPasskey } from './passkey-sign-in.commands.ts'
import { sessionOf } from './session.queries.ts'
import { signIn } from './sign-in.commands.ts'

const { db, owner, clear } = await testDb()
const origin = 'https://semai.contoh.test'
const site = passkeySite(origin)!
const actor = cast['local admin']
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['local admin', 'author'])
})

const enter = async (name: 'local admin' | 'author' = 'local admin', at = now) => {
  const asked = { email: castEmail(name), password: castPassword, place: here, now: at }
  const { token, hasSecondFactor } = await signIn(db, asked)
  return { token, hasSecondFactor, sessionId: (await sessionOf(db, token, at))!.id }
}

/** A passkey in the account of the local administrator, made at `now`. */
async function withPasskey(saying: Partial<Saying> = {}) {
  const key = softPasskey()
  const { sessionId } = await enter()
  const { challenge, user } = await offerPasskey(db, actor, { sessionId, site, now })
  const answer = key.made({ challenge, origin, rpId: site.id, ...saying })
  const added = await addPasskey(db, actor, { answer, name: 'Telepon kantor', sessionId, site, now })
  return { ...added, key, userHandle: user.id, sessionId, answer }
}

const signInBy = async (key: SoftPasskey, saying: Partial<Saying>, at = later(1)) => {
  const { challenge } = await askPasskey(db, { session: null, site, now: at })
  const answer = key.shown({ challenge, origin, rpId: site.id, ...saying })
  return signInWithPasskey(db, { answer, site, place: here, now: at })
}

test('a passkey signs its owner in by itself, and every role is awake', async () => {
  const { key, userHandle, session, codes } = await withPasskey({ flags: 0x0d })
  expect((await sessionOf(db, session.token, now))?.actor.grants.map(({ role }) => role)).toEqual([
    'local_admin',
  ])
  expect(codes).toHaveLength(10)
  const { token } = await signInBy(key, { userHandle, flags: 0x1d })
  const found = await sessionOf(db, token, later(1))
  expect([found?.assurance, found?.actor.grants.length]).toEqual(['passkey', 1])
  const [row] = await db.selectFrom('passkey').selectAll().execute()
  expect([row?.last_used_at, row?.is_backed_up, row?.sign_count]).toEqual([later(1), true, 0])
  const trail = await db.selectFrom('audit_event').select('what').orderBy('id').execute()
  expect(trail.map(({ what }) => what)).toEqual([
    'session.start',
    'device.new',
    'passkey.add',
    'session.start',
    'device.new',
  ])
})

test('after the password a passkey is the second factor, of this session only', async () => {
  const { key, userHandle } = await withPasskey()
  const [next, other] = [await enter(), await enter()]
  expect(next.hasSecondFactor).toBe(true)
  const ask = () => askPasskey(db, { session: { id: next.sessionId, personId: actor.personId! }, site, now })
  const { challenge, allowCredentials } = await ask()
  expect(allowCredentials?.map(({ id }) => id)).toEqual([key.id])
  const prove = (challenge: string, sessionId = next.sessionId) => {
    const answer = key.shown({ challenge, origin, rpId: site.id, userHandle })
    return proveByPasskey(db, actor, { answer, sessionId, site, place: here, now })
  }
  expect(await codeOf(prove(challenge, other.sessionId))).toBe('invalid')
  const { token } = await prove(challenge)
  expect((await sessionOf(db, token, now))?.assurance).toBe('passkey')
  expect(await sessionOf(db, next.token, now)).toBeNull()
  expect(await codeOf(prove(challenge))).toBe('invalid')
  expect(await codeOf(proveByPasskey(db, cast.author, { ...(await answered(key)), place: here }))).toBe(
    'forbidden',
  )
})

const answered = async (key: SoftPasskey) => {
  const { sessionId } = await enter('author')
  const session = { id: sessionId, personId: cast.author.personId! }
  const { challenge } = await askPasskey(db, { session, site, now })
  return { answer: key.shown({ challenge, origin, rpId: site.id }), sessionId, site, now }
}

test.each<[says: string, saying: Partial<Saying>, answer: string]>([
  ['as it should be', {}, 'done'],
  ['another site asked', { origin: 'https://jahat.test' }, 'invalid'],
  ['another scheme asked', { origin: 'http://semai.contoh.test' }, 'invalid'],
  ['it is bound to another site', { rpId: 'jahat.test' }, 'invalid'],
  ['the device did not recognise its owner', { flags: 0x01 }, 'invalid'],
  ['it may live on several devices all of a sudden', { flags: 0x0d }, 'invalid'],
  ['nobody was present', { flags: 0x04 }, 'invalid'],
  ['the answer is that of a new key', { type: 'webauthn.create' }, 'invalid'],
  ['the question is not ours', { challenge: 'A'.repeat(43) }, 'invalid'],
  ['it says it is somebody else’s', { userHandle: Buffer.alloc(16).toString('base64url') }, 'forbidden'],
  ['it does not say whose it is', { userHandle: '' }, 'forbidden'],
])('a passkey is shown and %s: %s', async (_, saying, answer) => {
  const { key, userHandle } = await withPasskey()
  expect(await codeOf(signInBy(key, { userHandle, ...saying }))).toBe(answer)
})

test('an answer works once, within five minutes, with the signature of its key', async () => {
  const { key, userHandle } = await withPasskey()
  const ask = async () => (await askPasskey(db, { session: null, site, now })).challenge
  const send = (answer: string, at = now) =>
    codeOf(signInWithPasskey(db, { answer, site, place: here, now: at }))
  const saying = async () => ({ challenge: await ask(), origin, rpId: site.id, userHandle })
  const answer = key.shown(await saying())
  expect([await send(answer), await send(answer)]).toEqual(['done', 'invalid'])
  expect(await send(key.shown(await saying()), later(5))).toBe('invalid')
  const forged = { ...JSON.parse(softPasskey().shown(await saying())), id: key.id, rawId: key.id }
  expect(await send(JSON.stringify(forged))).toBe('invalid')
  expect(await send(softPasskey().shown(await saying()))).toBe('forbidden')
  for (const text of ['', '{}', '[]', 'null', '{"id":1}', '\0']) expect(await send(text)).toBe('invalid')
})

test('a key that counts backwards was copied: it is refused, and the trail says so', async () => {
  const { key, userHandle } = await withPasskey()
  expect(await codeOf(signInBy(key, { userHandle, count: 7 }))).toBe('done')
  expect(await codeOf(signInBy(key, { userHandle, count: 7 }))).toBe('invalid')
  expect(await codeOf(signInBy(key, { userHandle, count: 3 }))).toBe('invalid')
  expect(await codeOf(signInBy(key, { userHandle, count: 0 }))).toBe('invalid')
  expect(await codeOf(signInBy(key, { userHandle, count: 8 }))).toBe('done')
  const { rows } = await owner.pool.query(`select 1 from audit_event where what = 'passkey.copied'`)
  expect(rows).toHaveLength(3)
})

test('the account of a passkey that was closed is closed', async () => {
  const { key, userHandle } = await withPasskey()
  await owner.db.updateTable('person').set({ deactivated_at: now }).execute()
  expect(await codeOf(signInBy(key, { userHandle }))).toBe('forbidden')
})

test.each<[says: string, saying: Partial<Saying>]>([
  ['for another site', { origin: 'https://jahat.test' }],
  ['bound to another site', { rpId: 'jahat.test' }],
  ['by a device that did not recognise its owner', { flags: 0x01 }],
  ['as an answer of one there was', { type: 'webauthn.get' }],
  ['to another question', { challenge: 'A'.repeat(43) }],
])('a passkey made %s is not kept', async (_, saying) => {
  const { sessionId } = await enter()
  const { challenge } = await offerPasskey(db, actor, { sessionId, site, now })
  const answer = softPasskey().made({ challenge, origin, rpId: site.id, ...saying })
  expect(await codeOf(addPasskey(db, actor, { answer, name: 'Laptop', sessionId, site, now }))).toBe(
    'invalid',
  )
  expect(await passkeysOf(db, actor.personId!)).toEqual([])
})

test('a passkey is added once, and by who proved a moment ago whose account it is', async () => {
  const { answer, sessionId, key } = await withPasskey()
  const add = (answer: string, at = now) =>
    codeOf(addPasskey(db, actor, { answer, name: 'Laptop', sessionId, site, now: at }))
  expect(await add(answer)).toBe('invalid') // its question was answered
  const { challenge } = await offerPasskey(db, actor, { sessionId, site, now })
  expect(await add(key.made({ challenge, origin, rpId: site.id }))).toBe('conflict')
  expect(await codeOf(offerPasskey(db, actor, { sessionId, site, now: later(15) }))).toBe('forbidden')
  expect(await add('', later(15))).toBe('forbidden')
  const { sessionId: byPassword } = await enter() // a password is not enough any more
  expect(await codeOf(offerPasskey(db, actor, { sessionId: byPassword, site, now }))).toBe('forbidden')
})

test('a passkey taken away no longer leads in, and signs out every other browser', async () => {
  const { key, userHandle, session, sessionId } = await withPasskey()
  const elsewhere = await signInBy(key, { userHandle })
  const [{ id: passkeyId } = { id: '' }] = await passkeysOf(db, actor.personId!)
  const { sessionId: strangers } = await enter('author')
  const take = (given: { sessionId: string; who?: typeof actor | typeof cast.author }) =>
    codeOf(removePasskey(db, given.who ?? actor, { passkeyId, sessionId: given.sessionId, now: later(2) }))
  expect(await take({ sessionId: strangers, who: cast.author })).toBe('not-found')
  expect(await take({ sessionId: strangers })).toBe('forbidden')
  expect(await take({ sessionId })).toBe('done')
  expect(await sessionOf(db, elsewhere.token, later(2))).toBeNull()
  expect(await sessionOf(db, session.token, later(2))).not.toBeNull()
  expect(await codeOf(signInBy(key, { userHandle }, later(3)))).toBe('forbidden')
})

test('the only way in is not taken away', async () => {
  const { sessionId } = await withPasskey()
  await owner.db.updateTable('person').set({ password_hash: null }).execute()
  const [{ id: passkeyId } = { id: '' }] = await passkeysOf(db, actor.personId!)
  expect(await codeOf(removePasskey(db, actor, { passkeyId, sessionId, now }))).toBe('conflict')
  expect(await passkeysOf(db, actor.personId!)).toHaveLength(1)
})
