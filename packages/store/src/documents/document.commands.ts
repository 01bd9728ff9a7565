import { randomInt } from 'node:crypto'
import type { SignedForm } from '@semai/domain/documents/document.form'
import type { DocumentKind } from '@semai/domain/documents/official-document'
import { replicationDocument } from '@semai/domain/documents/replication-documents'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesMilestones, writesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { documentFacts } from './document-facts.ts'
import { noSuchDocument } from './no-such-document.ts'

/**
 * A document of a replication is written from what is known now, and kept as it is. A later one stands beside it.
 * @returns its tracking code.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function writeDocument(
  db: Db,
  actor: Actor,
  { code, kind, now }: { code: string; kind: DocumentKind; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const { facts, replication } = await documentFacts(db, actor, { code, now })
    if (!writesMilestones.allows(actor, replication)) throw new Refusal('forbidden', only(writesMilestones))
    const id = uuidv7()
    const tracking = trackingCode()
    await db
      .insertInto('document')
      .values({
        id,
        code: tracking,
        kind,
        replication_id: replication.id,
        content: JSON.stringify(replicationDocument(kind, facts, dayIn(now))),
        made_by: actor.personId,
        made_at: now,
        signed_number: null,
        signed_on: null,
        signed_link: null,
        signed_at: null,
      })
      .execute()
    await audit(db, actor, {
      what: 'document.write',
      subjectId: id,
      at: now,
      detail: { kind, replication: replication.id },
    })
    return tracking
  })
}

/**
 * The signed document was taken back: its number, day and address are on record.
 * @throws Refusal not-found | forbidden | invalid for a day still to come; nothing is then written.
 */
export function takeBackSigned(
  db: Db,
  actor: Actor,
  { code, said, now }: { code: string; said: SignedForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { replication } = await documentFacts(db, actor, { code, now })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    if (said.signedOn > dayIn(now)) throw stillToCome()
    const row = await db
      .updateTable('document')
      .set({ signed_number: said.number, signed_on: said.signedOn, signed_link: said.link, signed_at: now })
      .where('code', '=', said.document)
      .where('replication_id', '=', replication.id)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw noSuchDocument()
    await audit(db, actor, {
      what: 'document.sign',
      subjectId: row.id,
      at: now,
      detail: { day: said.signedOn },
    })
  })
}

/** Without letters and digits that are taken for each other; 31 to the eighth power of them. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ2345679'

function trackingCode(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${four()}-${four()}`
}

function stillToCome(): Refusal {
  const says = { id: 'Tanggal itu belum tiba.', en: 'That day is still to come.' }
  return new Refusal('invalid', says, [{ field: 'signedOn', says }])
}
