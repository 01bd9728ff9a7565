import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { withHub } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { lifeColumns } from '../replications/replication-record.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

/** Every read of pulses starts here, with `u` the pulse, and `r`, `a`, `o` and `i` as for replications. */
export function visiblePulses(db: Db, actor: Actor) {
  return visibleReplications(db, actor).innerJoin('pulse as u', 'u.replication_id', 'r.id')
}

/**
 * What deciding about a pulse needs: the pulse, its questions, and the replication with both sides.
 * @throws Refusal not-found, also where this person may not see the replication.
 */
export async function loadPulse(
  db: Db,
  actor: Actor,
  { id, now, lock }: { id: string; now: Date; lock: 'for update' | 'no lock' },
) {
  if (!isUuid(id)) throw noSuchPulse() // an address may be mistyped
  const row = await visiblePulses(db, actor)
    .innerJoin('pulse_questions as q', 'q.version', 'u.questions_version')
    .leftJoin('claim as c', 'c.id', 'r.claim_id')
    .select(lifeColumns(now))
    .select(['u.id as pulseId', 'u.round', 'u.due_on as dueOn', 'u.until_on as untilOn'])
    .select(['u.asked_at as askedAt', 'u.answered_at as answeredAt', 'q.questions'])
    .select(['c.id as claimId', 'c.state as claimState', 'c.kind as claimKind', 'c.earliest as startedOn'])
    .select(['a.name as adopterName', sql<string>`coalesce(r.local_name, i.name)`.as('innovation')])
    .where('u.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('u'))
    .executeTakeFirst()
  if (!row) throw noSuchPulse()
  return withHub(row)
}
export type LoadedPulse = Awaited<ReturnType<typeof loadPulse>>

function noSuchPulse(): Refusal {
  return new Refusal('not-found', {
    id: 'Pertanyaan ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such question, or it is not open to you.',
  })
}
