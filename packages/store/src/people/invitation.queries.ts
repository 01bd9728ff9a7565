import type { Actor, Role } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { hashOfToken } from './secret-token.ts'

/**
 * The invitation a link leads to, while it can be taken up.
 * @throws Refusal not-found when there is none: mistyped, withdrawn, past its time, or used.
 */
export async function openInvitation(db: Db, token: string, now: Date) {
  const row = await db
    .selectFrom('invitation as i')
    .leftJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('region as r', 'r.code', 'i.province_code')
    .select(['i.id', 'i.name', 'i.post', 'i.email', 'i.role', 'i.expires_at as expiresAt'])
    .select([
      'i.organisation_id as organisationId',
      'o.name as organisation',
      'i.province_code as provinceCode',
    ])
    .select(['r.name as province', 'i.invited_by as invitedBy', 'i.letter_number as letterNumber'])
    .select('i.letter_date as letterDate')
    .where('i.token_hash', '=', hashOfToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) {
    throw new Refusal('not-found', {
      id: 'Undangan ini tidak berlaku: mungkin sudah dipakai, ditarik, atau lewat waktunya. Mintalah yang baru kepada admin Anda.',
      en: 'This invitation is not valid: it may have been used, withdrawn, or be past its time. Ask your administrator for a new one.',
    })
  }
  const letter = [row.letterNumber, row.letterDate].filter((part) => part !== null).join(', ') || null
  return { ...row, role: row.role satisfies Role, letter }
}

/** Invitations still open that the actor may have made, newest first. One query. */
export function openInvitations(db: Db, actor: Actor, now: Date) {
  const scope = scopeIds(actor, 'local_admin')
  const isAdministrator = actor.grants.some(({ role }) => role === 'administrator')
  return db
    .selectFrom('invitation as i')
    .leftJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.name', 'i.email', 'i.role', 'i.expires_at as expiresAt', 'o.name as organisation'])
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('i.email', '<>', '')
    .$if(!isAdministrator, (query) => query.where(isWithin('i.organisation_id', scope)))
    .orderBy('i.created_at', 'desc')
    .limit(50)
    .execute()
}
