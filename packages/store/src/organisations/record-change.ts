import { changeDayFault } from '@semai/domain/organisations/restructuring.form'
import type { Owned } from '@semai/domain/people/access'
import { Refusal } from '@semai/domain/refusal'
import { freeSlug } from '@semai/domain/text/slug'
import type { NewRow } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { organisationIdOf, ownedColumns } from './owner-path.ts'

/** When a change took effect and the regulation that says so. */
export type ChangeTerms = { day: string; basis: string; now: Date }

/** An organisation about to change, with whose it is. */
export type ChangingOrganisation = Owned & {
  id: string
  slug: string
  name: string
  kind: NewRow<'organisation'>['kind']
  parentId: string | null
  regionCode: string | null
}

/** The organisation of this slug or name, locked. @throws Refusal not-found; conflict when it is no more. */
export async function changingOrganisation(db: Tx, slugOrName: string): Promise<ChangingOrganisation> {
  const locked = db
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', 'o.name', 'o.kind', 'o.parent_id as parentId', 'o.region_code as regionCode'])
    .select(['o.ended_on as endedOn', ...ownedColumns])
    .forUpdate('o')
  const row =
    (await locked.where('o.slug', '=', slugOrName).executeTakeFirst()) ??
    (await locked.where('o.id', '=', await organisationIdOf(db, slugOrName)).executeTakeFirstOrThrow())
  if (row.endedOn !== null) throw new Refusal('conflict', isNoMore)
  return row
}

/** @throws Refusal invalid when the day is none or has not come. */
export function refuseDay({ day, now }: Pick<ChangeTerms, 'day' | 'now'>): void {
  const fault = changeDayFault(day, now)
  if (fault) throw new Refusal('invalid', fault, [{ field: 'day', says: fault }])
}

type Line = Pick<NewRow<'organisation_history'>, 'organisation_id' | 'change'> & {
  former_name?: string
  successor_id?: string
  terms: ChangeTerms
}

/** The history of the organisation has this line. @returns its id. @throws Refusal conflict when it says so already. */
export async function addHistory(db: Tx, { terms, ...line }: Line): Promise<string> {
  const id = uuidv7()
  const row = {
    id,
    former_name: null,
    successor_id: null,
    source_id: null,
    valid_from: terms.day,
    basis: terms.basis,
  }
  const added = await db
    .insertInto('organisation_history')
    .values({ ...row, ...line })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', saidAlready)
  return id
}

/** An address for this name that no organisation has or had; one it had itself before is its again. */
export async function slugFor(
  db: Tx,
  { name, distinction, id }: { name: string; distinction: string; id: string },
): Promise<string> {
  const taken = await db
    .selectFrom('organisation')
    .select('slug')
    .where('id', '<>', id)
    .union(db.selectFrom('organisation_slug').select('slug').where('organisation_id', '<>', id))
    .execute()
  const slug = freeSlug(name, distinction, new Set(taken.map((row) => row.slug)))
  await db.deleteFrom('organisation_slug').where('slug', '=', slug).execute()
  return slug
}

const isNoMore = {
  id: 'Instansi ini sudah tidak ada lagi. Buka penerusnya, lalu catat perubahan di sana.',
  en: 'This organisation is no more. Open its successor and record the change there.',
}
const saidAlready = {
  id: 'Perubahan seperti ini sudah tercatat pada hari itu. Periksa riwayatnya.',
  en: 'A change like this is on record for that day already. Look at its history.',
}
