import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { closesAt } from '@semai/domain/rounds/round'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { locusInstitutions, personInstitutions } from './institutions.ts'
import { askedIds, assessorId } from './rounds.ts'

/**
 * Every read of what is inside a locus starts here, as rows `l` with the round `r`, its group `g`, who answers `o`, the innovation `i`
 * and the replication `p`, if any: for whom `readsLocus` of domain names once it is open, and its assessors from the moment it is
 * assessed, unless they are of an institution it is about. Nothing of it is ever public: what is, is counted and listed apart.
 */
export function visibleLoci(db: Db, actor: Actor) {
  return joinedLoci(db).$if(!runsRounds.allows(actor, null), (query) =>
    query.where('r.state', '<>', 'draft').where((eb) => eb.or([isOwn(actor), isToAssess(actor)])),
  )
}

/** The same rows for whoever has been let in already, and for what is published: without a scope of their own. */
export function joinedLoci(db: Db) {
  return db
    .selectFrom('round_locus as l')
    .innerJoin('round as r', 'r.id', 'l.round_id')
    .innerJoin('round_group as g', 'g.id', 'l.group_id')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .leftJoin('innovation as i', 'i.id', 'l.innovation_id')
    .leftJoin('replication as p', 'p.id', 'l.replication_id')
}

/** True in SQL where somebody reads it as one of the people of who answers. */
export function isOwn(actor: Actor): RawBuilder<boolean> {
  return isWithin('l.organisation_id', askedIds(actor))
}

/** True in SQL where this person assesses the locus, by now, without a conflict of interest. */
export function isToAssess(actor: Actor): RawBuilder<boolean> {
  const id = assessorId(actor)
  return id === null
    ? sql<boolean>`false`
    : sql<boolean>`(r.state in ('assessing', 'presenting', 'decided', 'published') and exists (select from round_assessment x
        where x.locus_id = l.id and x.person_id = ${id} and x.state <> 'recused'
          and not (${personInstitutions('x.person_id')} && ${locusInstitutions})))`
}

/** What a locus is called, for a query over its rows: the local name, that of the innovation, or that of who answers. */
export const locusName = sql<string>`coalesce(nullif(p.local_name, ''), i.name, o.name)`

/** Where a page of loci begins: after the one with this name, in small letters, and id. */
export type LocusCursor = { name: string; id: string }

/** The columns of a locus that pages and rules use. */
const columns = [
  'l.id',
  'l.organisation_id as organisationId',
  'l.innovation_id as innovationId',
  'l.replication_id as replicationId',
  'l.extended_until as extendedUntil',
  'r.id as roundId',
  'r.code',
  'r.name as round',
  'r.year',
  'r.state as roundState',
  'r.answers_until as answersUntil',
  'r.form_version as formVersion',
  'g.id as groupId',
  'g.name_id as groupId_id',
  'g.name_en as groupEn',
  'g.objects',
  'g.criteria',
  'g.presentation_share as presentationShare',
  'o.name as respondentName',
  'o.slug as respondentSlug',
  'i.name as innovation',
  'i.slug as innovationSlug',
  'p.code as replicationCode',
] as const

/**
 * A locus with its parties and its own deadline, as this person may see it. One query.
 * @throws Refusal not-found, also where it is of another round.
 */
export async function loadLocus(
  db: Db,
  actor: Actor,
  { code, id }: { code: string; id: string },
  lock: 'for update' | 'no lock' = 'no lock',
) {
  const row = isUuid(id)
    ? await visibleLoci(db, actor)
        .select(columns)
        .select([locusName.as('name'), sideOf('o.id').$castTo<Owned>().as('respondent')])
        .select(locusInstitutions.as('institutionIds'))
        .leftJoin('round_presentation as s', 's.locus_id', 'l.id')
        .select(['s.starts_at as presentsAt', 's.place as presentsIn', 's.link as presentsAtLink'])
        .where('l.id', '=', id)
        .where('r.code', '=', code)
        .$if(lock === 'for update', (query) => query.forUpdate('l'))
        .executeTakeFirst()
    : undefined
  if (!row) throw noSuchLocus()
  const { groupId_id, groupEn, ...locus } = row
  return {
    ...locus,
    group: { id: groupId_id, en: groupEn },
    closesAt: closesAt(row.answersUntil, row.extendedUntil),
  }
}
export type LoadedLocus = Awaited<ReturnType<typeof loadLocus>>

function noSuchLocus(): Refusal {
  return new Refusal('not-found', {
    id: 'Lokus ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such locus, or it is not open to you.',
  })
}
