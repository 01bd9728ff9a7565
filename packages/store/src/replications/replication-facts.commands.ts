import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { FactsForm } from '@semai/domain/replications/replication.form'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { regionFor } from './insert-replication.ts'
import { changedMeanwhile, loadReplication } from './replication-record.ts'

/**
 * Local name, year, declared form and what it stands on (legal basis, budget line, procedure) are as typed, if nobody
 * changed them since; what somebody else typed stays and the caller is told.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function saveFacts(
  db: Db,
  actor: Actor,
  { code, said, now }: { code: string; said: FactsForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    if (replication.revision !== said.revision) throw changedMeanwhile()
    const region = said.region === null ? replication.regionCode : await regionFor(db, said.region)
    await db
      .updateTable('replication')
      .set({
        local_name: said.localName,
        region_code: region,
        province_code: region?.slice(0, 2) ?? null,
        year: said.year,
        declared_form: said.form,
        legal_basis: said.legalBasis,
        budget_line: said.budgetLine,
        procedure: said.procedure,
        revision: replication.revision + 1,
        updated_at: now,
      })
      .where('id', '=', replication.id)
      .execute()
    const detail = { revision: replication.revision + 1, form: said.form, year: said.year }
    await audit(db, actor, { what: 'replication.facts', subjectId: replication.id, at: now, detail })
  })
}
