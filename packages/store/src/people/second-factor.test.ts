import { beforeEach, expect, test } from 'vitest'
import { personActor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { aPerson, castAgencies, castEmail, castPassword, castPeople, here } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { makeRecoveryLink, recover } from './recovery.commands.ts'
import { confirmAuthenticator, offerAuthenticator, proveSecondFactor } from './second-factor.commands.ts'
import { sessionOf } from './session.queries.ts'
import { signIn } from './sign-in.commands.ts'
import { authenticatorAddress, codeAt, secretInLetters, stepOfCode, timeStep } from './totp.ts'

const { db, owner, clear } = await testDb()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const actor = cast['local admin']

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['local admin', 'local admin elsewhere', 'administrator', 'author'])
})

const enter = async (at = now, password = castPassword) => {
  const { token, hasSecondFactor } = await signIn(db, {
    email: castEmail('local admin'),
    password,
    place: here,
    now: at,
  })
  return { token, hasSecondFactor, session: (await sessionOf(db, token, at))! }
}

/** An authenticator in force, made at `now`. */
async function withAuthenticator() {
  const { token, session } = await enter()
  const { secret, sealed } = await offerAuthenticator(db, actor, now)
  const asked = { sealed, code: codeAt(secret, timeStep(now)), sessionId: session.id, now }
  const { codes, session: renewed } = await confirmAuthenticator(db, actor, asked)
  return { before: token, token: renewed.token, secret, codes }
}

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('the code %i seconds after 1970 ends as the standard says', (seconds, published) => {
  const secret = Buffer.from('12345678901234567890')
  expect(codeAt(secret, timeStep(new Date(seconds * 1000)))).toBe(published.slice(2))
})

test('a code is taken half a minute early or late, and never twice', () => {
  const secret = Buffer.from('12345678901234567890')
  const step = timeStep(now)
  const taken = (offset: number, lastStep: number | null = null) =>
    stepOfCode(secret, codeAt(secret, step + offset), { now, lastStep })
  expect([-2, -1, 0, 1, 2].map((offset) => taken(offset))).toEqual([null, step - 1, step, step + 1, null])
  expect(taken(0, step)).toBeNull()
  expect(stepOfCode(secret, '', { now, lastStep: null })).toBeNull()
})

test('a secret is written in letters that people can type', () => {
  expect(secretInLetters(Buffer.from('12345678901234567890'))).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  const address = authenticatorAddress(Buffer.from('ab'), { issuer: 'Semai contoh', account: 'Wayan' })
  expect(address).toBe('otpauth://totp/Semai%20contoh%3AWayan?secret=MFRA&issuer=Semai+contoh')
})

test('roles wake up with the authenticator, and with its code at the next sign-in', async () => {
  const { token, secret, codes } = await withAuthenticator()
  expect((await sessionOf(db, token, now))?.actor.grants.map(({ role }) => role)).toEqual(['local_admin'])
  expect(new Set(codes).size).toBe(10)
  const next = await enter(later(5))
  expect([next.hasSecondFactor, next.session.actor.grants]).toEqual([true, []])
  const prove = (typed: string) =>
    proveSecondFactor(db, actor, { code: typed, sessionId: next.session.id, place: here, now: later(5) })
  const right = codeAt(secret, timeStep(later(5)))
  expect(await codeOf(prove('000000'))).toBe('invalid')
  const renewed = await prove(right)
  expect(await codeOf(prove(right))).toBe('invalid')
  expect((await sessionOf(db, renewed.token, later(5)))?.assurance).toBe('second_factor')
})

test('a session that proved more goes on under a new token only', async () => {
  const { before, token } = await withAuthenticator()
  expect(await sessionOf(db, before, now)).toBeNull()
  expect((await sessionOf(db, token, now))?.assurance).toBe('second_factor')
})

test('an authenticator is replaced by somebody who has it, a moment after showing it', async () => {
  const { secret } = await withAuthenticator()
  const { session } = await enter(later(1))
  const another = async (minute: number) => {
    const offer = await offerAuthenticator(db, actor, later(minute))
    const typed = codeAt(offer.secret, timeStep(later(minute)))
    const asked = { sealed: offer.sealed, code: typed, sessionId: session.id, now: later(minute) }
    return codeOf(confirmAuthenticator(db, actor, asked))
  }
  expect(await another(1)).toBe('forbidden') // a password alone
  const typed = codeAt(secret, timeStep(later(1)))
  await proveSecondFactor(db, actor, { code: typed, sessionId: session.id, place: here, now: later(1) })
  expect(await another(17)).toBe('forbidden') // long ago
  expect(await another(15)).toBe('done')
  const stranger = { sealed: '', code: '', sessionId: session.id, now: later(15) }
  expect(await codeOf(confirmAuthenticator(db, cast.author, stranger))).toBe('forbidden')
})

test('a recovery code works once, and wrong codes are counted', async () => {
  const { codes } = await withAuthenticator()
  const { session } = await enter(later(1))
  const prove = (typed: string) =>
    codeOf(proveSecondFactor(db, actor, { code: typed, sessionId: session.id, place: here, now: later(1) }))
  expect(await prove(` ${codes[0]!.toUpperCase()} `)).toBe('done')
  expect(await prove(codes[0]!)).toBe('invalid')
  for (let i = 0; i < 4; i++) expect(await prove('111111')).toBe('invalid')
  expect(await prove(codes[1]!)).toBe('conflict')
})

test('who has a password and guesses codes in session after session holds up strangers, not the owner', async () => {
  const { secret } = await withAuthenticator()
  const owner = await signIn(db, {
    email: castEmail('local admin'),
    password: castPassword,
    place: here,
    now: later(1),
  })
  const ownPlace = { ...here, deviceToken: owner.deviceToken }
  const session = (await sessionOf(db, owner.token, later(1)))!
  const asked = { code: codeAt(secret, timeStep(later(1))), sessionId: session.id, place: ownPlace }
  await proveSecondFactor(db, actor, { ...asked, now: later(1) })
  const guess = async (i: number) => {
    const { session } = await enter(later(2))
    const place = { ...here, address: `198.51.${i}.9` }
    return codeOf(
      proveSecondFactor(db, actor, { code: '111111', sessionId: session.id, place, now: later(2) }),
    )
  }
  const answers: string[] = []
  for (let i = 0; i < 7; i++) answers.push(await guess(i))
  expect(answers).toEqual([...Array<string>(5).fill('invalid'), 'conflict', 'conflict'])
  const right = codeAt(secret, timeStep(later(3)))
  expect(await codeOf(proveSecondFactor(db, actor, { ...asked, code: right, now: later(3) }))).toBe('done')
})

test('an offer is for the one it was made for, and has to be shown to work', async () => {
  const { session } = await enter()
  const { secret, sealed } = await offerAuthenticator(db, cast.author, now)
  const asked = { sealed, code: codeAt(secret, timeStep(now)), sessionId: session.id, now }
  expect(await codeOf(confirmAuthenticator(db, actor, asked))).toBe('invalid')
  const own = await offerAuthenticator(db, actor, now)
  expect(
    await codeOf(confirmAuthenticator(db, actor, { ...asked, sealed: own.sealed, code: '000000' })),
  ).toBe('invalid')
  const { rows } = await owner.pool.query('select 1 from person where totp_secret is not null')
  expect(rows).toEqual([])
})

test('the secret can not be read from the database', async () => {
  const { secret } = await withAuthenticator()
  const { rows } = await owner.pool.query<{ totp_secret: Buffer }>(
    'select totp_secret from person where totp_secret is not null',
  )
  expect(rows[0]!.totp_secret.includes(secret)).toBe(false)
})

test('a recovery link sets a new password once, and ends every session', async () => {
  const { id: personId } = await aPerson(owner.db, { email: 'lupa@contoh.test' })
  const { token } = await signIn(db, { email: 'lupa@contoh.test', password: castPassword, place: here, now })
  const link = await makeRecoveryLink(db, cast.administrator, { personId, now })
  expect(await codeOf(recover(db, { link, password: 'pendek', now }))).toBe('invalid')
  expect(await codeOf(recover(db, { link, password: 'perahu kayu di teluk', now: later(60 * 25) }))).toBe(
    'not-found',
  )
  expect(await codeOf(recover(db, { link, password: 'perahu kayu di teluk', now }))).toBe('done')
  expect(await codeOf(recover(db, { link, password: 'perahu kayu di danau', now }))).toBe('conflict')
  expect(await sessionOf(db, token, now)).toBeNull()
  const again = { email: 'lupa@contoh.test', password: 'perahu kayu di teluk', place: here, now }
  expect(await sessionOf(db, (await signIn(db, again)).token, now)).not.toBeNull()
})

test.each([
  ['administrator', 'done'],
  ['local admin', 'done'],
  ['local admin elsewhere', 'forbidden'],
  ['author', 'forbidden'],
  ['public', 'forbidden'],
] as const)('a recovery link made by %s: %s', async (name, answer) => {
  const organisation_id = cast.author.grants[0]!.organisationId
  const { id: personId } = await aPerson(owner.db, { email: 'unit@contoh.test', organisation_id })
  expect(await codeOf(makeRecoveryLink(db, cast[name], { personId, now }))).toBe(answer)
  expect(
    await codeOf(
      makeRecoveryLink(db, personActor('00000000-0000-4000-8000-000000000001', []), { personId, now }),
    ),
  ).toBe('forbidden')
})
