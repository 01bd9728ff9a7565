import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { RoundObject } from '@semai/domain/rounds/round'
import type { Says } from '@semai/domain/text/says'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { organisationIdOf } from '../organisations/owner-path.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

/** What a locus is of, by ids; `organisation` answers for it. */
export type LocusRecord = { innovation: string | null; replication: string | null; organisation: string }

/**
 * The record somebody means: an innovation by code, address or full name, a replication by code, an organisation by address or name.
 * @throws Refusal invalid with the field `record` where nothing, or more than one thing, goes by it.
 */
export async function findLocusRecord(
  db: Db,
  actor: Actor,
  { objects, typed }: { objects: RoundObject; typed: string },
): Promise<LocusRecord> {
  if (objects === 'organisation') {
    const organisation = await organisationIdOf(db, typed).catch((problem: unknown) => {
      if (!(problem instanceof Refusal)) throw problem
      throw nobody(problem.faults[0]?.says ?? problem.says)
    })
    return { innovation: null, replication: null, organisation }
  }
  const rows =
    objects === 'innovation'
      ? await visibleInnovations(db, actor)
          .select(['i.id as innovation', sql<string | null>`null`.as('replication')])
          .select('i.organisation_id as organisation')
          .where(
            sql<boolean>`(i.code = upper(${typed}) or i.slug = lower(${typed}) or lower(i.name) = lower(${typed}))`,
          )
          .limit(2)
          .execute()
      : await visibleReplications(db, actor)
          .select([
            'r.innovation_id as innovation',
            'r.id as replication',
            'r.organisation_id as organisation',
          ])
          .where('r.code', '=', typed.toUpperCase())
          .execute()
  if (rows.length !== 1) throw nobody(rows.length === 0 ? unknown : several)
  return rows[0]!
}

function nobody(says: Says): Refusal {
  return new Refusal('invalid', says, [{ field: 'record', says }])
}

const unknown: Says = {
  id: 'Tidak ada yang bernama atau berkode demikian. Salin kodenya dari halamannya.',
  en: 'Nothing goes by this name or code. Copy the code from its page.',
}
const several: Says = {
  id: 'Beberapa bernama demikian. Tulis kodenya.',
  en: 'Several go by this name. Write the code.',
}
