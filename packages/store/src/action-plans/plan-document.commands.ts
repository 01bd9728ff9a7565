import { planDocument } from '@semai/domain/documents/plan-document'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { replicaFacts } from '../documents/replica-facts.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { planPage } from './plan.queries.ts'

/**
 * A plan as a document: an agreed one for whoever may read the replication (the newest without `version`), the working text
 * for those involved.
 * @returns its tracking code.
 * @throws Refusal not-found, also for a plan that nobody has written; nothing is then written.
 */
export function writePlanDocument(
  db: Db,
  actor: Actor,
  { code, which, now }: { code: string; which: 'draft' | { version: number | undefined }; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const version = which === 'draft' ? undefined : which.version
    const plan = await planPage(db, actor, { code, version, now })
    const { id } = await loadReplication(db, actor, { code, now, lock: 'no lock' })
    const shown = which === 'draft' ? null : plan.agreed
    const content = which === 'draft' ? plan.draft : (shown?.content ?? null)
    if (content === null) throw noPlan()
    const agreed = shown && { version: shown.version, day: dayIn(new Date(shown.agreedAt)) }
    const written = planDocument({ ...(await replicaFacts(db, id)), content, agreed }, dayIn(now))
    const seenBy = agreed === null ? 'involved' : 'public'
    return keepDocument(db, actor, { content: written, of: { replication_id: id }, seenBy, now })
  })
}

function noPlan(): Refusal {
  return new Refusal('not-found', {
    id: 'Rencana ini belum ada, atau belum terbuka bagi Anda.',
    en: 'There is no such plan yet, or it is not open to you.',
  })
}
