import { only } from '@semai/domain/lifecycle'
import { mayMergeAgencies } from '@semai/domain/organisations/restructuring'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { countReplicas } from '../claims/count-replicas.ts'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { rebuildSearch } from '../search/rebuild-search.ts'
import { carryGrants } from './carry-grants.ts'
import { carryAll } from './carry-records.ts'
import type { Carried } from './carry-records.ts'
import { alsoNamed } from './organisation-change.commands.ts'
import { addHistory, changingOrganisation, refuseDay } from './record-change.ts'
import type { ChangeTerms } from './record-change.ts'

/** How many records of each kind were carried. */
export type CarriedCounts = Record<string, number>

/**
 * The organisation is no more from that day; what it holds, its people and their roles belong to the successor, and its
 * address leads there. Its row, its history and what was done in its name stay.
 * @returns the successor's slug and what was carried.
 * @throws Refusal not-found | forbidden | invalid | conflict; nothing is then written.
 */
export function mergeOrganisations(
  db: Db,
  actor: Actor,
  { from, into, ...terms }: ChangeTerms & { from: string; into: string },
): Promise<{ slug: string; counts: CarriedCounts }> {
  return inTransaction(db, async (db) => {
    const gone = await changingOrganisation(db, from)
    const stays = await changingOrganisation(db, into)
    if (!mayMergeAgencies.allows(actor, { from: gone, into: stays })) {
      throw new Refusal('forbidden', only(mayMergeAgencies))
    }
    if (gone.id === stays.id) throw new Refusal('invalid', itself, [{ field: 'into', says: itself }])
    if (stays.ownerPath.includes(gone.id))
      throw new Refusal('invalid', ownPart, [{ field: 'into', says: ownPart }])
    refuseDay(terms)
    const change = await addHistory(db, {
      organisation_id: gone.id,
      change: 'merged',
      successor_id: stays.id,
      terms,
    })
    const carrying = { change, from: gone.id, into: stays.id, now: terms.now }
    const carried = { ...(await carryAll(db, carrying)), grant: await carryGrants(db, actor, carrying) }
    await endAs(db, { id: gone.id, name: gone.name, into: stays.id, day: terms.day })
    await recount(db, carried)
    const counts = countsOf(carried)
    await audit(db, actor, {
      what: 'organisation.merge',
      subjectId: gone.id,
      at: terms.now,
      detail: { into: stays.id, day: terms.day, ...counts },
    })
    return { slug: stays.slug, counts }
  })
}

/** What shows how widely innovations run, and what finds them, is as it now is. */
export async function recount(db: Tx, { claim = [], claim_unit = [], innovation = [] }: Carried) {
  const claims = await db
    .selectFrom('claim')
    .select('innovation_id')
    .distinct()
    .where('id', 'in', [...claim, ...claim_unit, nobody])
    .execute()
  await countReplicas(
    db,
    claims.map((row) => row.innovation_id),
  )
  await rebuildSearch(db, innovation)
}

/** How many of each kind, those of which there are some. */
export function countsOf(carried: Carried): CarriedCounts {
  const some = Object.entries(carried).filter(([, ids]) => ids.length > 0)
  return Object.fromEntries(some.map(([kind, ids]) => [kind, ids.length]))
}

async function endAs(
  db: Tx,
  { id, name, into, day }: { id: string; name: string; into: string; day: string },
) {
  await db
    .updateTable('organisation')
    .set({ ended_on: day, merged_into: into })
    .where('id', '=', id)
    .execute()
  await db.updateTable('organisation').set({ merged_into: into }).where('merged_into', '=', id).execute()
  await db
    .updateTable('organisation_alias')
    .set({ organisation_id: into })
    .where('organisation_id', '=', id)
    .execute()
  await alsoNamed(db, name, into)
}

const nobody = '00000000-0000-0000-0000-000000000000'
const itself = {
  id: 'Ini instansi yang sama. Pilih instansi penerusnya.',
  en: 'This is the same organisation. Choose the one that takes over.',
}
const ownPart = {
  id: 'Penerusnya masih bagian dari instansi ini. Gabungkan bagian itu ke sini, lalu ganti namanya.',
  en: 'The successor is part of this organisation. Merge the part into this one, then rename it.',
}
