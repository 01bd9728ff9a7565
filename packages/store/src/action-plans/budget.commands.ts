import { budgetChains, chainOf } from '@semai/domain/action-plans/budget-chain'
import type { BudgetLinkForm, FundingForm } from '@semai/domain/action-plans/budget.form'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { refuseUnseen } from '../replications/refuse-unseen.ts'
import { loadReplication } from '../replications/replication-record.ts'

/** What is written about the money of which replication, when. */
type Written<Form> = { code: string; said: Form; now: Date }

/**
 * A link of the chain is as typed for its budget year; what was left empty stays, and with nothing but its name it is taken
 * away.
 * @throws Refusal not-found | forbidden | invalid for a link that the adopter's chain does not have | conflict when somebody
 *   else saved it since the page was opened.
 */
export function saveBudgetLink(
  db: Db,
  actor: Actor,
  { code, said, now }: Written<BudgetLinkForm>,
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { id: replicationId, institutionId } = await writable(db, actor, { code, now })
    const { year, link } = said
    await mustBeOfChain(db, institutionId, link)
    await keepLink(db, actor, { replicationId, said, now })
    const detail = { year, link, amount: said.amount }
    await audit(db, actor, { what: 'budget.link', subjectId: replicationId, at: now, detail })
  })
}

type KeptLink = { replicationId: string; said: BudgetLinkForm; now: Date }

async function keepLink(db: Tx, actor: Actor, { replicationId, said, now }: KeptLink): Promise<void> {
  const { year, link } = said
  const there = await db
    .selectFrom('budget_link')
    .selectAll()
    .where('replication_id', '=', replicationId)
    .where('year', '=', year)
    .where('link', '=', link)
    .executeTakeFirst()
  refuseUnseen(there?.saved_at, said.seenAt)
  const isEmpty = [said.number, said.on, said.subActivity, said.amount].every((one) => one === null)
  if (isEmpty) {
    await db
      .deleteFrom('budget_link')
      .where('replication_id', '=', replicationId)
      .where('year', '=', year)
      .where('link', '=', link)
      .execute()
    return
  }
  const row = {
    number: said.number ?? there?.number ?? null,
    dated: said.on ?? there?.dated ?? null,
    sub_activity_code: said.subActivity ?? there?.sub_activity_code ?? null,
    amount: said.amount ?? there?.amount ?? null,
    saved_by: actor.personId,
    saved_at: now,
  }
  await db
    .insertInto('budget_link')
    .values({ replication_id: replicationId, year, link, ...row })
    .onConflict((conflict) => conflict.columns(['replication_id', 'year', 'link']).doUpdateSet(row))
    .execute()
}

async function mustBeOfChain(db: Tx, institutionId: string, link: BudgetLinkForm['link']): Promise<void> {
  const { kind } = await db
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow()
  if (budgetChains[chainOf(kind)].links.includes(link)) return
  const says = {
    id: 'Instansi ini tidak memakai tahap itu. Pilih tahap dari daftar.',
    en: 'This institution has no such stage. Choose one from the list.',
  }
  throw new Refusal('invalid', says, [{ field: 'link', says }])
}

/**
 * Another source of money is as typed; one with neither pledge, allocation nor spending is taken away.
 * @throws Refusal not-found, also for a source of another replication | forbidden | conflict when somebody else saved it
 *   since the page was opened.
 */
export function saveFunding(db: Db, actor: Actor, { code, said, now }: Written<FundingForm>): Promise<void> {
  return inTransaction(db, async (db) => {
    const { id: replicationId } = await writable(db, actor, { code, now })
    const row = {
      year: said.year,
      kind: said.kind,
      partner: said.partner,
      partner_kind: said.partnerKind,
      pledged: said.pledged ?? 0,
      allocated: said.allocated ?? 0,
      spent: said.spent ?? 0,
      saved_by: actor.personId,
      saved_at: now,
    }
    const id = said.id ?? uuidv7()
    const isEmpty = row.pledged === 0 && row.allocated === 0 && row.spent === 0
    if (said.id === null) {
      if (isEmpty) throw nothingTyped()
      await db
        .insertInto('funding')
        .values({ id, replication_id: replicationId, ...row })
        .execute()
    } else {
      const mine = sql<boolean>`id = ${id} and replication_id = ${replicationId}`
      const there = await db.selectFrom('funding').select('saved_at').where(mine).executeTakeFirst()
      refuseUnseen(there?.saved_at, said.seenAt)
      const found = isEmpty
        ? await db.deleteFrom('funding').where(mine).returning('id').executeTakeFirst()
        : await db.updateTable('funding').set(row).where(mine).returning('id').executeTakeFirst()
      if (!found) throw noSuchSource()
    }
    const { year, kind, pledged, allocated, spent } = row
    const detail = { source: id, year, kind, pledged, allocated, spent }
    await audit(db, actor, { what: 'budget.source', subjectId: replicationId, at: now, detail })
  })
}

async function writable(db: Tx, actor: Actor, { code, now }: { code: string; now: Date }) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
  if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
  return replication
}

function nothingTyped(): Refusal {
  const says = { id: 'Isi sedikitnya satu jumlah.', en: 'Fill in at least one amount.' }
  return new Refusal('invalid', says, [{ field: 'pledged', says }])
}

function noSuchSource(): Refusal {
  return new Refusal('not-found', {
    id: 'Sumber dana ini sudah dihapus. Muat ulang halaman.',
    en: 'This source was removed already. Load the page again.',
  })
}
