import { quarterlyReport } from '@semai/domain/documents/progress-documents'
import { quarterlyReportLifecycle } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { replicaFacts } from '../documents/replica-facts.ts'
import { loadReport } from './report.queries.ts'

/**
 * A quarterly report as a document, for whoever may read the report.
 * @returns its tracking code.
 * @throws Refusal not-found; nothing is then written.
 */
export function writeReportDocument(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const { year, quarter, state, content, replicationId, pictures } = await loadReport(db, actor, {
      id,
      now,
      lock: 'no lock',
    })
    const shown = pictures.flatMap(({ alt }) => alt ?? [])
    const { id: standing, seenBy } = quarterlyReportLifecycle.states[state]
    const facts = { ...(await replicaFacts(db, replicationId)), year, quarter, content, pictures: shown }
    const written = quarterlyReport({ ...facts, standing: standing.toLowerCase() }, dayIn(now))
    const of = { replication_id: replicationId, report_id: id }
    return keepDocument(db, actor, { content: written, of, seenBy, now })
  })
}
