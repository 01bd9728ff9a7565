import { adoptersPeople } from '@semai/domain/claims/claim-parties'
import type { Actor } from '@semai/domain/people/actor'
import {
  involvedInReplication,
  writesMilestones,
  writesReplication,
} from '@semai/domain/replications/replication-parties'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { hasSignedFile, trackedDocument } from './tracked-document.ts'

/**
 * The documents of a replication, newest first, and what this person may do about them; for those who are involved.
 * Two queries.
 * @throws Refusal not-found | forbidden.
 */
export async function documentsOf(db: Db, actor: Actor, { code, now }: { code: string; now: Date }) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  if (!involvedInReplication.allows(actor, replication)) throw notInvolved()
  const rows = await db
    .selectFrom('document as d')
    .select(['d.code', 'd.kind', 'd.made_at as madeAt', 'd.signed_number as signedNumber'])
    .select(['d.signed_on as signedOn', 'd.signed_link as signedLink'])
    .select(hasSignedFile.as('hasSignedFile'))
    .where('d.replication_id', '=', replication.id)
    .$if(!adoptersPeople.allows(actor, replication), (query) => query.where('d.seen_by', '<>', 'owner'))
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
 * The document behind a tracking code, for those who may read it. At most three queries.
 * @throws Refusal not-found | forbidden.
 */
export async function openDocument(db: Db, actor: Actor, { document, now }: { document: string; now: Date }) {
  const { id, mayOpen, ...shown } = await trackedDocument(db, actor, { document, now })
  if (!mayOpen) throw notInvolved()
  const { content } = await db
    .selectFrom('document')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...shown, content }
}

function notInvolved(): Refusal {
  return new Refusal('forbidden', {
    id: 'Dokumen ini untuk kedua pihak, pendamping dan hubnya.',
    en: 'These documents are for both sides, their mentors and the hub.',
  })
}
