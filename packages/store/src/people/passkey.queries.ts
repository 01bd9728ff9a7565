import type { Db } from '../db/transaction.ts'

/** More passkeys than this nobody needs. */
export const mostPasskeys = 20

/** The passkeys of a person, in the order they were made. */
export function passkeysOf(db: Db, personId: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .select('is_backed_up as isBackedUp')
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(mostPasskeys)
    .execute()
}

/** The passkey with this number of a device, with whose it is; undefined for one that is not known, or of a closed account. */
export function keyByCredential(db: Db, credentialId: Buffer) {
  return db
    .selectFrom('passkey as k')
    .innerJoin('person as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id as personId', 'k.credential_id as credentialId'])
    .select(['k.public_key as publicKey', 'k.sign_count as signCount'])
    .where('k.credential_id', '=', credentialId)
    .where('p.deactivated_at', 'is', null)
    .executeTakeFirst()
}
