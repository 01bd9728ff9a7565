import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/**
 * The person can still sign in by something of their own; asked after one way in was taken away, in the same transaction.
 * @throws Refusal conflict when nothing is left.
 */
export async function refuseLastWayIn(db: Tx, personId: string): Promise<void> {
  const { isLeft } = await db
    .selectFrom('person as p')
    .select(
      sql<boolean>`p.password_hash is not null or exists (select from passkey k where k.person_id = p.id)
        or exists (select from sign_on_link l where l.person_id = p.id)`.as('isLeft'),
    )
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  if (isLeft) return
  throw new Refusal('conflict', {
    id: 'Ini satu-satunya cara Anda masuk. Tambahkan cara lain dulu, baru hapus yang ini.',
    en: 'This is the only way you can sign in. Add another first, then remove this one.',
  })
}
