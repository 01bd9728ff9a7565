import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { passwordFault } from '@semai/domain/people/password'
import { Refusal } from '@semai/domain/refusal'
import { zoneNames, zoneOfProvince } from '@semai/domain/time/zone-of-province'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { mailInvitation } from '../notices/invitation-mail.ts'
import { ownerOf } from '../organisations/owner-path.ts'
import { insertGrant, refuseGrant } from './grant.commands.ts'
import type { RoleScope } from './grant.commands.ts'
import { grantsInForce } from './grants-in-force.ts'
import { openInvitation } from './invitation.queries.ts'
import { hashPassword } from './password-hash.ts'
import { newToken } from './secret-token.ts'
import { startSession } from './session.commands.ts'
import { rememberDevice } from './sign-in.commands.ts'
import type { Place, SignedIn } from './sign-in.commands.ts'
import { takeAttempt } from './sign-on-attempt.ts'
import type { Recognised } from './sign-on-provider.ts'
import { insertSignOnLink, refuseOtherAddress } from './sign-on.commands.ts'

/** Days within which an invitation has to be taken up. */
export const invitationDays = 14

/** Whom to invite, as what, and the official letter it rests on. */
export type Invite = {
  name: string
  post: string | null
  email: string
  scope: RoleScope
  letterNumber: string | null
  letterDate: string | null
  /** In which language the invitation is mailed; the person's own is not known yet. */
  lang?: 'id' | 'en'
  now: Date
}

/**
 * An invitation is open and its mail on the way, where this site sends mail; the token that comes back ends its link and is
 * kept only sealed, until that mail is sent. An earlier open one to the same address for the same role is withdrawn, so
 * that only the newest link works.
 * @throws Refusal forbidden | invalid | not-found; nothing is then written.
 */
export function invite(db: Db, actor: Actor, asked: Invite): Promise<{ token: string; id: string }> {
  return inTransaction(db, async (db) => {
    await refuseGrant(db, actor, asked.scope)
    const made = await insertInvitation(db, actor, asked)
    const { lang = 'id', now } = asked
    await mailInvitation(db, { invitationId: made.id, token: made.token, lang, at: now })
    return made
  })
}

/** The invitation of `invite`, for callers that have asked `refuseGrant` or a rule that includes it. */
export async function insertInvitation(
  db: Tx,
  actor: Actor,
  asked: Invite,
): Promise<{ token: string; id: string }> {
  const { name, post, email, scope, letterNumber, letterDate, now } = asked
  await withdrawOpen(db, asked)
  const { token, hash } = newToken()
  const id = uuidv7()
  await db
    .insertInto('invitation')
    .values({
      id,
      token_hash: hash,
      name,
      post,
      email,
      role: scope.role,
      organisation_id: scope.organisationId,
      province_code: scope.provinceCode,
      letter_number: letterNumber,
      letter_date: letterDate,
      invited_by: actor.personId,
      created_at: now,
      expires_at: new Date(now.getTime() + invitationDays * 86_400_000),
      accepted_at: null,
      person_id: null,
      withdrawn_at: null,
    })
    .execute()
  const detail = { role: scope.role, organisation: scope.organisationId, province: scope.provinceCode }
  await audit(db, actor, { what: 'invitation.create', subjectId: id, at: now, detail })
  return { token, id }
}

async function withdrawOpen(db: Tx, { email, scope, now }: Invite): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('email', '=', email)
    .where('role', '=', scope.role)
    .where('organisation_id', 'is not distinct from', scope.organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/**
 * A link for the first administrator, while there is none: it makes the account that invites all others. Every start
 * makes a new one and the one before it no longer works.
 * @returns null when somebody administers the platform already.
 */
export function inviteFirstAdministrator(db: Db, actor: Actor, now: Date): Promise<string | null> {
  return inTransaction(db, async (db) => {
    const there = await db
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'administrator')
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (there) return null
    const scope: RoleScope = { role: 'administrator', organisationId: null, provinceCode: null }
    const asked: Invite = {
      name: 'Administrator',
      post: null,
      email: '',
      scope,
      letterNumber: null,
      letterDate: null,
      now,
    }
    return (await insertInvitation(db, actor, asked)).token
  })
}

export type Acceptance = {
  token: string
  name: string
  post: string | null
  /** Given by the person where the invitation names no address: the first administrator's. */
  email: string | null
  /** Null for somebody who comes by a provider of sign-on, whom `signOn` then names. */
  password: string | null
  /** The cookie's token of what the provider said in this browser a moment ago. */
  signOnToken?: string | null
  /** The language the person was reading. */
  lang?: 'id' | 'en'
  place: Place
  now: Date
}

/**
 * The person has an account with the role, and is signed in; the link is spent. Without a password, a provider of sign-on leads
 * to the account, if it vouches for the very address that was invited.
 * @throws Refusal not-found for a link that is not open; invalid for a password nobody should have; forbidden for a provider
 *   that vouches for another address; conflict when the address has an account already or somebody else was quicker.
 */
export async function acceptInvitation(db: Db, accepted: Acceptance): Promise<SignedIn> {
  const { token, name, post, password, place, now } = accepted
  const invitation = await openInvitation(db, token, now)
  const email = invitation.email === '' ? accepted.email : invitation.email
  if (email === null)
    throw fieldFault('email', { id: 'Tulis alamat surel Anda.', en: 'Write your e-mail address.' })
  const signOn = password === null ? await vouchedFor(db, accepted, invitation.email) : null
  const passwordHash = password === null ? null : await acceptablePassword(password, { name, email })
  return inTransaction(db, async (db) => {
    await refuseLapsedInviter(db, invitation, now)
    await spendInvitation(db, invitation.id, now)
    await refuseTakenAddress(db, email)
    const personId = await insertPerson(
      db,
      { ...invitation, name, post: post ?? invitation.post, email, lang: accepted.lang ?? 'id' },
      passwordHash,
      now,
    )
    await db.updateTable('invitation').set({ person_id: personId }).where('id', '=', invitation.id).execute()
    const actor = personActor(personId, [])
    const { role, organisationId, provinceCode, letter, invitedBy } = invitation
    const scope = { role, organisationId, provinceCode }
    await audit(db, actor, { what: 'invitation.accept', subjectId: invitation.id, at: now })
    await insertGrant(db, { ...actor, personId: invitedBy }, { personId, scope, letter, until: null, now })
    if (signOn) await insertSignOnLink(db, personId, signOn, now)
    const start = {
      personId,
      assurance: 'password',
      method: 'invitation',
      device: place.device,
      now,
    } as const
    const session = await startSession(db, start)
    const device = await rememberDevice(db, personId, place, now)
    return { ...session, ...device, personId, hasSecondFactor: false }
  })
}

/** Whom the provider recognised in this browser: the one who was invited. */
async function vouchedFor(db: Db, { signOnToken, now }: Acceptance, invited: string): Promise<Recognised> {
  const said = await takeAttempt(db, 'arrived', signOnToken ?? null, now)
  if (said === null)
    throw fieldFault('password', { id: 'Tulis kata sandi baru.', en: 'Write a new password.' })
  refuseOtherAddress(said, invited)
  return said
}

async function acceptablePassword(password: string, who: { name: string; email: string }): Promise<string> {
  const fault = passwordFault(password, who)
  if (fault) throw fieldFault('password', fault)
  return hashPassword(password)
}

type Open = Awaited<ReturnType<typeof openInvitation>>

/** @throws Refusal not-found when whoever invited may no longer give the role: an account taken over leaves no way in behind. */
async function refuseLapsedInviter(db: Tx, invitation: Open, now: Date): Promise<void> {
  const { invitedBy, role, organisationId, provinceCode } = invitation
  if (invitedBy === null) return
  const inviter = await db
    .selectFrom('person as p')
    .select(grantsInForce(now).as('grants'))
    .where('p.id', '=', invitedBy)
    .where('p.deactivated_at', 'is', null)
    .executeTakeFirst()
  const actor = personActor(invitedBy, inviter?.grants ?? [])
  const mayStill = await refuseGrant(db, actor, { role, organisationId, provinceCode }).then(
    () => true,
    (problem: unknown) => {
      if (problem instanceof Refusal) return false
      throw problem
    },
  )
  if (mayStill) return
  throw new Refusal('not-found', {
    id: 'Yang mengundang Anda tidak lagi boleh memberi peran ini. Mintalah undangan baru kepada admin yang sekarang.',
    en: 'Whoever invited you may no longer give this role. Ask the present administrator for a new invitation.',
  })
}

async function spendInvitation(db: Tx, id: string, now: Date): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return
  throw new Refusal('conflict', {
    id: 'Undangan ini sudah dipakai. Masuklah dengan akun yang dibuat waktu itu.',
    en: 'This invitation has been used. Sign in with the account made then.',
  })
}

type NewPerson = {
  name: string
  post: string | null
  email: string
  organisationId: string | null
  lang: 'id' | 'en'
}

/** The clock of the person is that of the organisation's region. */
async function insertPerson(
  db: Tx,
  person: NewPerson,
  passwordHash: string | null,
  now: Date,
): Promise<string> {
  const id = uuidv7()
  const { name, post, email, organisationId, lang } = person
  const province = organisationId === null ? null : (await ownerOf(db, organisationId)).provinceCode
  await db
    .insertInto('person')
    .values({
      id,
      name,
      post,
      email,
      organisation_id: organisationId,
      password_hash: passwordHash,
      totp_secret: null,
      totp_last_step: null,
      lang,
      time_zone: zoneNames[zoneOfProvince(province)],
      created_at: now,
      deactivated_at: null,
    })
    .execute()
  return id
}

async function refuseTakenAddress(db: Tx, email: string): Promise<void> {
  const there = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (!there) return
  throw new Refusal('conflict', {
    id: 'Alamat surel ini sudah punya akun. Masuklah dengan akun itu; peran baru ditambahkan oleh yang mengundang.',
    en: 'This address has an account already. Sign in with it; whoever invited you can add the role to it.',
  })
}

function fieldFault(field: string, says: { id: string; en: string }): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}
