import type { SignedForm } from '@semai/domain/documents/document.form'
import type { ReplicationDocumentKind } from '@semai/domain/documents/official-document'
import { replicationDocument } from '@semai/domain/documents/replication-documents'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesMilestones, writesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { documentFacts } from './document-facts.ts'
import { insertDocument } from './keep-document.ts'
import { trackedDocument } from './tracked-document.ts'

/**
 * A document of a replication is written from what is known now, and kept as it is. A later one stands beside it.
 * @returns its tracking code.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function writeDocument(
  db: Db,
  actor: Actor,
  { code, kind, now }: { code: string; kind: ReplicationDocumentKind; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const { facts, replication } = await documentFacts(db, actor, { code, now })
    if (!writesMilestones.allows(actor, replication)) throw new Refusal('forbidden', only(writesMilestones))
    const content = replicationDocument(kind, facts, dayIn(now))
    const of = { replication_id: replication.id }
    return (await insertDocument(db, actor, { content, of, seenBy: 'involved', digest: null, now }))!
  })
}

/**
 * The signed document was taken back: its number, day and address are on record.
 * @throws Refusal not-found | forbidden | invalid for a day still to come; nothing is then written.
 */
export function takeBackSigned(
  db: Db,
  actor: Actor,
  { said, now }: { said: SignedForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { id, maySign } = await trackedDocument(db, actor, { document: said.document, now })
    if (!maySign) throw new Refusal('forbidden', only(writesReplication))
    if (said.signedOn > dayIn(now)) throw stillToCome()
    await db
      .updateTable('document')
      .set({ signed_number: said.number, signed_on: said.signedOn, signed_link: said.link, signed_at: now })
      .where('id', '=', id)
      .execute()
    await audit(db, actor, {
      what: 'document.sign',
      subjectId: id,
      at: now,
      detail: { day: said.signedOn },
    })
  })
}

function stillToCome(): Refusal {
  const says = { id: 'Tanggal itu belum tiba.', en: 'That day is still to come.' }
  return new Refusal('invalid', says, [{ field: 'signedOn', says }])
}
