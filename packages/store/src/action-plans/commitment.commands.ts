import type { CommitmentForm } from '@semai/domain/action-plans/commitment.form'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { namedInnovations } from '../replications/named-records.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { reachMilestone } from './reach-milestone.ts'

/**
 * A signed commitment is recorded with its amounts and what it covers, and its milestone is there.
 * @throws Refusal not-found | forbidden | invalid for a day still to come or an innovation nobody knows | conflict for one
 *   that is on record already; nothing is then written.
 */
export function recordCommitment(
  db: Db,
  actor: Actor,
  { code, said, now }: { code: string; said: CommitmentForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    if (said.signedOn > dayIn(now)) throw stillToCome()
    await refuseTwice(db, replication.id, said)
    const id = await insertCommitment(db, actor, { replicationId: replication.id, said, now })
    await insertCovered(db, { id, first: replication.innovationId, covers: said.covers })
    const { signedOn: on, number, link } = said
    await reachMilestone(db, actor, {
      replicationId: replication.id,
      kind: 'commitment',
      on,
      number,
      link,
      now,
    })
    const detail = { commitment: id, years: said.amounts.map(({ year }) => year) }
    await audit(db, actor, { what: 'commitment.record', subjectId: replication.id, at: now, detail })
    return id
  })
}

/** One document is one commitment, whoever of two people records it first. */
async function refuseTwice(
  db: Tx,
  replicationId: string,
  { number, signedOn }: CommitmentForm,
): Promise<void> {
  const there = await db
    .selectFrom('commitment')
    .select('id')
    .where('replication_id', '=', replicationId)
    .where('number', '=', number)
    .where('signed_on', '=', signedOn)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!there) return
  const says = {
    id: 'Komitmen dengan nomor dan tanggal ini sudah tercatat. Tarik dulu yang itu bila isinya keliru.',
    en: 'A commitment with this number and day is on record. Withdraw that one first if it is wrong.',
  }
  throw new Refusal('conflict', says, [{ field: 'number', says }])
}

async function insertCommitment(
  db: Tx,
  actor: Actor,
  { replicationId, said, now }: { replicationId: string; said: CommitmentForm; now: Date },
): Promise<string> {
  const id = uuidv7()
  const { signer, post, signedOn, number, link, amounts } = said
  await db
    .insertInto('commitment')
    .values({
      id,
      replication_id: replicationId,
      signer,
      post,
      signed_on: signedOn,
      number,
      link,
      recorded_by: actor.personId,
      recorded_at: now,
    })
    .execute()
  await db
    .insertInto('commitment_amount')
    .values(amounts.map(({ year, amount }) => ({ commitment_id: id, year, amount })))
    .execute()
  return id
}

async function insertCovered(
  db: Tx,
  { id, first, covers }: { id: string; first: string; covers: readonly string[] },
): Promise<void> {
  const named = await namedInnovations(db, covers, 'covers')
  const rows = [...new Set([first, ...named.map((one) => one.id)])]
  await db
    .insertInto('commitment_innovation')
    .values(rows.map((innovation_id) => ({ commitment_id: id, innovation_id })))
    .execute()
}

/**
 * A commitment that was recorded wrongly is neither shown nor counted any more.
 * @throws Refusal not-found | forbidden.
 */
export function withdrawCommitment(
  db: Db,
  actor: Actor,
  { code, id, now }: { code: string; id: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    const { numUpdatedRows } = await db
      .updateTable('commitment')
      .set({ withdrawn_at: now })
      .where('id', '=', id)
      .where('replication_id', '=', replication.id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notThere()
    const detail = { commitment: id }
    await audit(db, actor, { what: 'commitment.withdraw', subjectId: replication.id, at: now, detail })
  })
}

function notThere(): Refusal {
  return new Refusal('not-found', {
    id: 'Komitmen ini tidak ada atau sudah ditarik. Muat ulang halaman.',
    en: 'This commitment is not there, or was withdrawn already. Load the page again.',
  })
}

function stillToCome(): Refusal {
  const says = {
    id: 'Hari penandatanganan belum tiba. Isi hari pada dokumennya.',
    en: 'The day of signing is still to come. Fill in the day of the document.',
  }
  return new Refusal('invalid', says, [{ field: 'signedOn', says }])
}
