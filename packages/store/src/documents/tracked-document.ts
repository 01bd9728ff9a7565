import { adoptersPeople } from '@semai/domain/claims/claim-parties'
import { needWriters } from '@semai/domain/needs/need-access'
import type { Actor } from '@semai/domain/people/actor'
import {
  involvedInReplication,
  mayReplicate,
  writesReplication,
} from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleNeeds } from '../needs/visible-needs.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { readsInside, visibleReplications } from '../replications/visible-replications.ts'
import { noSuchDocument } from './no-such-document.ts'

/** Every read of documents starts here: with the record they belong to, as far as this person may see that. */
function visibleDocuments(db: Db, actor: Actor) {
  const replication = visibleReplications(db, actor)
    .select('r.id')
    .where(sql<boolean>`r.id = d.replication_id`)
  const need = visibleNeeds(db, actor)
    .select('n.id')
    .where(sql<boolean>`n.id = d.need_id`)
  return db.selectFrom('document as d').where((eb) => eb.or([eb.exists(replication), eb.exists(need)]))
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
    .select(hasSignedFile.as('hasSignedFile'))
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

/** Whether the signed document itself came back, for a query over `d`. */
export const hasSignedFile = sql<boolean>`exists (select from attachment x where x.document_id = d.id)`

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
