import { adoptersPeople } from '@semai/domain/claims/claim-parties'
import { needWriters } from '@semai/domain/needs/need-access'
import type { Actor } from '@semai/domain/people/actor'
import {
  involvedInReplication,
  mayReplicate,
  writesMilestones,
  writesReplication,
} from '@semai/domain/replications/replication-parties'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleNeeds } from '../needs/visible-needs.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { readsInside, visibleReplications } from '../replications/visible-replications.ts'
import { noSuchDocument } from './no-such-document.ts'

/** Every read of documents starts here: with the record they belong to, as far as this person may see that. */
export function visibleDocuments(db: Db, actor: Actor) {
  const replication = visibleReplications(db, actor)
    .select('r.id')
    .where(sql<boolean>`r.id = d.replication_id`)
  const need = visibleNeeds(db, actor)
    .select('n.id')
    .where(sql<boolean>`n.id = d.need_id`)
  return db.selectFrom('document as d').where((eb) => eb.or([eb.exists(replication), eb.exists(need)]))
}

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
 * What anyone learns from a tracking code: what kind of document, of which record, from when, and whether it came back
 * signed; and whether this person may read it, and take it back signed. At most two queries.
 * @throws Refusal not-found.
 */
export async function trackedDocument(
  db: Db,
  actor: Actor,
  { document, now }: { document: string; now: Date },
) {
  const row = await visibleDocuments(db, actor)
    .leftJoin('replication as r', 'r.id', 'd.replication_id')
    .leftJoin('organisation as a', 'a.id', 'r.organisation_id')
    .leftJoin('innovation as i', 'i.id', 'r.innovation_id')
    .leftJoin('need as n', 'n.id', 'd.need_id')
    .leftJoin('organisation as o', 'o.id', 'n.organisation_id')
    .select(['d.id', 'd.code', 'd.kind', 'd.made_at as madeAt', 'd.signed_number as signedNumber'])
    .select(['d.signed_on as signedOn', 'd.signed_link as signedLink', 'd.seen_by as seenBy'])
    .select([
      'r.code as replication',
      'd.need_id as need',
      'd.study_visit_id as visit',
      'd.report_id as report',
    ])
    .select(sql<string>`coalesce(r.local_name, i.name, n.title)`.as('name'))
    .select(sql<string>`coalesce(a.name, o.name)`.as('organisation'))
    .select((eb) => [
      eb
        .case()
        .when('d.replication_id', 'is not', null)
        .then(readsInside(actor))
        .else(sql<boolean>`false`)
        .end()
        .as('isInside'),
    ])
    .where('d.code', '=', document.toUpperCase())
    .executeTakeFirst()
  if (!row) throw noSuchDocument()
  const { seenBy: _seenBy, isInside: _isInside, ...shown } = row
  return { ...shown, ...(await standingOf(db, actor, { ...row, now })) }
}

type Standing = {
  replication: string | null
  need: string | null
  seenBy: string
  isInside: boolean
  now: Date
}

/** What a person may do with a document whose record they may see. */
async function standingOf(
  db: Db,
  actor: Actor,
  { replication, need, seenBy, isInside, now }: Standing,
): Promise<{ mayOpen: boolean; maySign: boolean }> {
  if (actor.grants.length === 0) return { mayOpen: seenBy === 'public', maySign: false }
  if (replication === null) {
    const owner = await visibleNeeds(db, actor)
      .select(ownedColumns)
      .where('n.id', '=', need!)
      .executeTakeFirstOrThrow()
    return {
      mayOpen: seenBy === 'public' || needWriters.allows(actor, owner),
      maySign: mayReplicate.allows(actor, owner),
    }
  }
  const parties = await loadReplication(db, actor, { code: replication, now, lock: 'no lock' })
  const may = {
    public: true,
    inside: isInside,
    involved: involvedInReplication.allows(actor, parties),
    owner: adoptersPeople.allows(actor, parties),
  }
  return {
    mayOpen: may[seenBy as keyof typeof may],
    maySign: writesReplication.allows(actor, parties),
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
