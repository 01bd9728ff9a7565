import { startForm } from '@semai/domain/replications/replication.form'
import type { Db } from '@semai/store/db/transaction'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { agencies, cast } from './cast.ts'
import { castAgencies, castPeople } from './people.ts'
import { anInnovation, aRegion } from './scene.ts'

/**
 * The cast and a replication of theirs being prepared, in a database without regions; see `castReplication`. Returns its
 * code.
 */
export async function aReplication(owner: Db, db: Db, now: Date): Promise<string> {
  await aRegion(owner, { code: '35' })
  await aRegion(owner, { code: '35.10' })
  await castAgencies(owner)
  await castPeople(owner)
  await owner
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
  return castReplication(db, now)
}

/**
 * A replication being prepared: the health office of a regency takes over an innovation of another one, for the budget of
 * the year after. After `castAgencies` and `castPeople`. Returns its code.
 */
export async function castReplication(
  db: Db,
  now: Date,
  given = { code: 'INV-7001', slug: 'antar-obat', name: 'Antar Obat', localName: 'Obat Tiba' },
): Promise<string> {
  const { localName, ...innovation } = given
  const { id: innovationId } = await anInnovation(db, {
    ...innovation,
    organisation_id: agencies.otherOffice,
  })
  const year = String(now.getUTCFullYear() + 1)
  const said = { organisation: 'dinas-kesehatan-sukamaju', route: 'letter', localName, year }
  return startReplication(db, cast.author, { innovationId, said: startForm.parse(said), now, updateMonth: 3 })
}
