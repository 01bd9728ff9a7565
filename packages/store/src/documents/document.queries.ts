import type { Actor } from '@semai/domain/people/actor'
import {
  involvedInReplication,
  writesMilestones,
  writesReplication,
} from '@semai/domain/replications/replication-parties'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { noSuchDocument } from './no-such-document.ts'

/** Every read of documents starts here: with the replication they belong to, as far as this person may see that. */
function visibleDocuments(db: Db, actor: Actor) {
  return visibleReplications(db, actor).innerJoin('document as d', 'd.replication_id', 'r.id')
}

/**
 * The documents of a replication, newest first, and what this person may do about them; for those who are involved.
 * Two queries.
 * @throws Refusal not-found | forbidden.
 */
export async function documentsOf(db: Db, actor: Actor, { code, now }: { code: string; now: Date }) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  if (!involvedInReplication.allows(actor, replication)) throw notInvolved()
  const rows = await visibleDocuments(db, actor)
    .select(['d.code', 'd.kind', 'd.made_at as madeAt', 'd.signed_number as signedNumber'])
    .select(['d.signed_on as signedOn', 'd.signed_link as signedLink'])
    .where('r.id', '=', replication.id)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(100)
    .execute()
  return {
    rows,
    replication,
    mayWrite: writesMilestones.allows(actor, replication),
    maySign: writesReplication.allows(actor, replication),
  }
}

/**
 * The document behind a tracking code, for those who are involved in its replication. Two queries.
 * @throws Refusal not-found | forbidden.
 */
export async function openDocument(db: Db, actor: Actor, { document, now }: { document: string; now: Date }) {
  const row = await visibleDocuments(db, actor)
    .select(['d.code', 'd.kind', 'd.content', 'd.made_at as madeAt', 'r.code as replication'])
    .where('d.code', '=', document.toUpperCase())
    .executeTakeFirst()
  if (!row) throw noSuchDocument()
  const replication = await loadReplication(db, actor, { code: row.replication, now, lock: 'no lock' })
  if (!involvedInReplication.allows(actor, replication)) throw notInvolved()
  return row
}

/**
 * What anyone learns from a tracking code: what kind of document, of which record, from when, and whether it came back
 * signed. One query.
 * @throws Refusal not-found.
 */
export async function trackedDocument(db: Db, actor: Actor, document: string) {
  const row = await visibleDocuments(db, actor)
    .select(['d.code', 'd.kind', 'd.made_at as madeAt', 'd.signed_number as signedNumber'])
    .select(['d.signed_on as signedOn', 'd.signed_link as signedLink', 'r.code as replication'])
    .select(['a.name as adopter', 'i.name as innovation', 'r.local_name as localName', 'r.state'])
    .where('d.code', '=', document.toUpperCase())
    .executeTakeFirst()
  if (!row) throw noSuchDocument()
  return row
}

function notInvolved(): Refusal {
  return new Refusal('forbidden', {
    id: 'Dokumen ini untuk kedua pihak, pendamping dan hubnya.',
    en: 'These documents are for both sides, their mentors and the hub.',
  })
}
