import type { Proof } from '@semai/domain/people/proof'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** What a session has shown, and by what its person can show more. */
export type ProofState = Proof & {
  personId: string
  hasPassword: boolean
  hasAuthenticator: boolean
  hasPasskey: boolean
  hasSignOn: boolean
}

/** The proof of a session that is not over; undefined when there is none. One query. */
export async function proofOf(db: Db, sessionId: string): Promise<ProofState | undefined> {
  const row = await db
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.assurance', 's.proved_at as provedAt', 'p.id as personId'])
    .select([
      sql<boolean>`p.password_hash is not null`.as('hasPassword'),
      sql<boolean>`p.totp_secret is not null`.as('hasAuthenticator'),
      sql<boolean>`exists (select from passkey k where k.person_id = p.id)`.as('hasPasskey'),
      sql<boolean>`exists (select from sign_on_link l where l.person_id = p.id)`.as('hasSignOn'),
    ])
    .where('s.id', '=', sessionId)
    .where('s.ended_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, hasSecondFactor: row.hasAuthenticator || row.hasPasskey }
}
