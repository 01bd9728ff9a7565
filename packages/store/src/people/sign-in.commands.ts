import { createHash } from 'node:crypto'
import { personActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { failureWindowMs, waitBeforeSignIn } from '@semai/domain/people/sign-in-limit'
import type { LimitKind } from '@semai/domain/people/sign-in-limit'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { isPassword } from './password-hash.ts'
import { hashOfToken, newToken } from './secret-token.ts'
import { startSession } from './session.commands.ts'

/** From where somebody tries to sign in. */
export type Place = {
  /** The browser's own mark from an earlier sign-in; null for a browser that has none. */
  deviceToken: string | null
  /** The address asked from; only a hash of its network is kept, for an hour. */
  address: string
  /** Browser and system in words. */
  device: string
}

export type SignedIn = {
  token: string
  expires: Date
  /** The browser's mark, to be kept in a cookie. */
  deviceToken: string
  /** No browser of this person's had this mark: worth telling them. */
  isNewDevice: boolean
  personId: string
  /** The account has an authenticator or a passkey, to be shown next. */
  hasSecondFactor: boolean
}

/** Of a row of `person`: whether the account has an authenticator or a passkey. */
export const hasSecondFactor = sql<boolean>`(person.totp_secret is not null
  or exists (select from passkey k where k.person_id = person.id))`

/**
 * Signs a person in with address and password.
 * @throws Refusal forbidden, with one sentence for an unknown address, a wrong password and a closed account;
 *   conflict when too many attempts failed from here. A failed attempt is counted, whatever comes after.
 */
export async function signIn(
  db: Db,
  { email, password, place, now }: { email: string; password: string; place: Place; now: Date },
): Promise<SignedIn> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'password_hash', 'is_demonstration', hasSecondFactor.as('hasSecondFactor')])
    .where('email', '=', email)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst()
  const isKnown = person !== undefined && (await isKnownDevice(db, person.id, place.deviceToken))
  const buckets = bucketsOf(email, place, isKnown)
  await refuseTooMany(db, buckets, now)
  if (!(await isPassword(password, person?.password_hash ?? null)) || person === undefined) {
    await countFailure(db, buckets, now)
    throw new Refusal('forbidden', {
      id: 'Alamat surel atau kata sandi tidak cocok. Periksa keduanya, atau pulihkan kata sandi.',
      en: 'The e-mail address or the password does not match. Check both, or recover the password.',
    })
  }
  return inTransaction(db, async (db) => {
    const assurance = person.is_demonstration ? 'second_factor' : 'password'
    const session = await startSession(db, {
      personId: person.id,
      assurance,
      method: 'password',
      device: place.device,
      now,
    })
    const device = await welcomeDevice(db, person.id, place, now)
    return { ...session, ...device, personId: person.id, hasSecondFactor: person.hasSecondFactor }
  })
}

/** As `rememberDevice`, and the person is told of a new one. */
export async function welcomeDevice(db: Tx, personId: string, place: Place, now: Date) {
  const device = await rememberDevice(db, personId, place, now)
  if (device.isNewDevice) {
    const detail = { device: place.device.slice(0, 120) }
    await notify(db, { kind: 'device_new', detail, to: [personId], at: now })
  }
  return device
}

/** This browser is one of the person's from now on; a new one is noted in the audit trail. */
export async function rememberDevice(db: Tx, personId: string, place: Place, now: Date) {
  const isNewDevice = !(await isKnownDevice(db, personId, place.deviceToken))
  const deviceToken = isNewDevice ? newToken().token : place.deviceToken!
  await db
    .insertInto('known_device')
    .values({
      person_id: personId,
      token_hash: hashOfToken(deviceToken),
      device: place.device.slice(0, 120),
      first_seen_at: now,
      last_seen_at: now,
      second_factor_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'token_hash']).doUpdateSet({ last_seen_at: now }),
    )
    .execute()
  if (isNewDevice) {
    await audit(db, personActor(personId, []), { what: 'device.new', subjectId: personId, at: now })
  }
  return { deviceToken, isNewDevice }
}

/** Whether this person signed in before in the browser with this mark. */
export async function isKnownDevice(db: Db, personId: string, token: string | null): Promise<boolean> {
  if (token === null) return false
  const row = await db
    .selectFrom('known_device')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('token_hash', '=', hashOfToken(token))
    .executeTakeFirst()
  return row !== undefined
}

type Bucket = { kind: LimitKind; hash: Buffer }

/** A browser the account knows is counted by itself, so that a stranger who guesses holds up only strangers. */
export function bucketsOf(email: string, place: Place, isKnown: boolean): Bucket[] {
  const own: Bucket = isKnown
    ? { kind: 'known_device', hash: bucketHash(`device ${email} ${place.deviceToken}`) }
    : { kind: 'strangers', hash: bucketHash(`strangers ${email}`) }
  return isKnown ? [own] : [own, networkBucket(place)]
}

/** Where attempts are counted that name no account: one line, or one office. */
export function networkBucket({ address }: Place): Bucket {
  return { kind: 'network', hash: bucketHash(`network ${networkOf(address)}`) }
}

function bucketHash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The /24 of an IPv4 address, the /56 of an IPv6 one: what one line or one office has. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  return plain.includes(':')
    ? plain.split(':').slice(0, 4).join(':').slice(0, -2)
    : plain.split('.').slice(0, 3).join('.')
}

/** @throws Refusal conflict, with how long to wait, when one of the buckets is full. */
export async function refuseTooMany(db: Db, buckets: readonly Bucket[], now: Date): Promise<void> {
  const since = new Date(now.getTime() - failureWindowMs)
  const rows = await db
    .selectFrom('sign_in_failure')
    .select(['bucket', 'at'])
    .where('bucket', '=', sql<Buffer>`any(${buckets.map(({ hash }) => hash)}::bytea[])`)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  const waits = buckets.map(({ kind, hash }) => {
    const failures = rows.filter((row) => row.bucket.equals(hash)).map((row) => row.at.getTime())
    return waitBeforeSignIn(kind, failures, now.getTime())
  })
  const seconds = Math.ceil(Math.max(...waits) / 1000)
  if (seconds > 0) throw tooMany(seconds)
}

/** Counts a failed attempt in each bucket, and forgets what is too old to matter. */
export async function countFailure(db: Db, buckets: readonly Bucket[], now: Date): Promise<void> {
  await db
    .insertInto('sign_in_failure')
    .values(buckets.map(({ hash }) => ({ bucket: hash, at: now })))
    .execute()
  await db
    .deleteFrom('sign_in_failure')
    .where('at', '<', new Date(now.getTime() - failureWindowMs))
    .execute()
}

function tooMany(seconds: number): Refusal {
  const [id, en] =
    seconds < 90
      ? [`${seconds} detik`, `${seconds} seconds`]
      : [`${Math.ceil(seconds / 60)} menit`, `${Math.ceil(seconds / 60)} minutes`]
  return new Refusal('conflict', {
    id: `Terlalu banyak percobaan yang gagal. Tunggu ${id}, lalu coba lagi; atau pulihkan kata sandi.`,
    en: `Too many attempts failed. Wait ${en} and try again, or recover the password.`,
  })
}
