import { visitReport } from '@semai/domain/documents/progress-documents'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { replicaFacts } from '../documents/replica-facts.ts'
import { loadStudyVisit } from './study-visit.queries.ts'

/**
 * The report of a study visit, for whoever may read the visit.
 * @returns its tracking code.
 * @throws Refusal not-found; nothing is then written.
 */
export function writeVisitReport(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const visit = await loadStudyVisit(db, actor, { id, lock: 'no lock' })
    const facts = await replicaFacts(db, visit.replicationId)
    const day = visit.visitedOn ?? visit.heldOn
    const { state, isVirtual, place, people, questions } = visit
    const { process, cost, staff, regulation, failures, documents, link } = visit
    const held = { state, day, isVirtual, place, people, questions }
    const found = { process, cost, staff, regulation, failures, documents, link }
    const content = visitReport({ ...facts, ...held, ...found }, dayIn(now))
    const of = { replication_id: visit.replicationId, study_visit_id: id }
    return keepDocument(db, actor, { content, of, seenBy: 'inside', now })
  })
}
