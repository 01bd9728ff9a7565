import { correctionLifecycle, openCorrectionStates } from '@semai/domain/corrections/correction.lifecycle'
import type { CorrectionState, CorrectionStep } from '@semai/domain/corrections/correction.lifecycle'
import type { CorrectionSubject } from '@semai/domain/corrections/correction.form'
import { offeredSteps } from '@semai/domain/lifecycle'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { readLink } from '../people/signed-link.ts'

/** Tracking links of corrections are signed for this and nothing else. */
export const correctionLinks = 'correction'

/** By whom a correction is opened: a person by its id, or its sender by the link. */
export type CorrectionKey = { id: string } | { link: string }

/** Every read of corrections by people starts here: of one's own institution, or as the secretariat all. */
export function visibleCorrections(db: Db, actor: Actor) {
  const scope = scopeIds(actor, 'local_admin')
  const isSecretariat = actor.grants.some(({ role }) => role === 'secretariat')
  return withSubject(db).$if(!isSecretariat, (query) => query.where(isWithin('c.organisation_id', scope)))
}

/** The correction a key opens for this actor; a link opens one for its holder, whoever else they are. */
async function openedBy(db: Db, actor: Actor, key: CorrectionKey, now: Date) {
  if ('id' in key) return visibleCorrections(db, actor).where(sql<string>`c.id::text`, '=', key.id)
  const { subject } = await readLink(db, correctionLinks, key.link, now)
  return withSubject(db).where('c.id', '=', subject)
}

function withSubject(db: Db) {
  return db
    .selectFrom('correction as c')
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('innovation as i', 'i.id', 'c.innovation_id')
    .leftJoin('region as r', 'r.code', 'c.region_code')
    .leftJoin('organisation as s', 's.id', 'c.subject_organisation_id')
}

const subjectColumns = [
  'c.subject_kind as kind',
  sql<string>`coalesce(i.name, r.name, s.name)`.as('subject'),
  sql<string>`coalesce('/inovasi/' || i.slug, '/daerah/' || r.slug, '/instansi/' || s.slug)`.as('path'),
] as const

/** What deciding about a correction needs, locked where it will be changed. */
export async function loadCorrection(
  db: Db,
  actor: Actor,
  { key, now, lock }: { key: CorrectionKey; now: Date; lock: 'for update' | 'no lock' },
) {
  const row = await (
    await openedBy(db, actor, key, now)
  )
    .select(['c.id', 'c.state', 'c.claim_id as claimId', 'i.version', ...subjectColumns, ...ownedColumns])
    .$if(lock === 'for update', (query) => query.forUpdate('c'))
    .executeTakeFirst()
  if (!row) throw noSuchCorrection()
  return { ...row, ownerPath: row.ownerPath ?? [], isSender: 'link' in key }
}

/**
 * A correction with its record, the exchange about it and the steps of whoever opened it. No address of the sender is
 * part of it. Two queries by a link, one otherwise.
 * @throws Refusal not-found.
 */
export async function correctionPage(db: Db, actor: Actor, { key, now }: { key: CorrectionKey; now: Date }) {
  const row = await (
    await openedBy(db, actor, key, now)
  )
    .select(['c.id', 'c.state', 'c.wrong', 'c.right', 'c.source', 'c.received_at as receivedAt'])
    .select([
      'c.change_path as changePath',
      'c.change_version as changeVersion',
      'c.is_public as isPublic',
      'c.claim_id as claimId',
    ])
    .select(['o.name as owner', ...subjectColumns, ...ownedColumns])
    .select(
      sql<boolean>`exists (select from correction_sender x where x.correction_id = c.id)`.as('hasContact'),
    )
    .select(historyOf(db).as('history'))
    .executeTakeFirst()
  if (!row) throw noSuchCorrection()
  const isSender = 'link' in key
  const subject = { ...row, ownerPath: row.ownerPath ?? [], isSender }
  const steps = offeredSteps(correctionLifecycle, { subject, actor: isSender ? publicActor : actor, now })
  return { ...subject, steps }
}

function historyOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('correction_step as t')
      .select(['t.id', 't.step', 't.reason', 't.at'])
      .where(sql<boolean>`t.correction_id = c.id`)
      .orderBy('t.at')
      .orderBy('t.ordinal')
      .limit(100),
  ).$castTo<{ id: string; step: CorrectionStep; reason: string | null; at: string }[]>()
}

/** Where a page goes on: after the row that moved at this moment, with this id. */
export type CorrectionCursor = { movedAt: Date; id: string }

/** Corrections that wait for this person's institution, those that wait longest first, by keyset. One query. */
export async function correctionQueue(
  db: Db,
  actor: Actor,
  {
    states = openCorrectionStates,
    after,
    limit = 20,
  }: { states?: readonly CorrectionState[]; after?: CorrectionCursor | undefined; limit?: number } = {},
) {
  const rows = await visibleCorrections(db, actor)
    .select(['c.id', 'c.state', 'c.wrong', 'c.moved_at as movedAt', 'o.name as owner', ...subjectColumns])
    .where('c.state', 'in', [...states])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('c.moved_at', 'c.id'), '>', eb.tuple(after!.movedAt, after!.id))),
    )
    .orderBy('c.moved_at')
    .orderBy('c.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { movedAt: last.movedAt, id: last.id } }
}

/**
 * Answers that were marked as being for everyone, newest first, by keyset: the record, what became of it, and the
 * words of who answered; nothing of who sent it or what they wrote. One query.
 */
export async function publicAnswers(
  db: Db,
  { after, limit = 20 }: { after?: CorrectionCursor | undefined; limit?: number } = {},
) {
  const rows = await withSubject(db)
    .select(['c.id', 'c.state', 'c.moved_at as movedAt', 'c.change_path as changePath', 'o.name as owner'])
    .select(subjectColumns)
    .select(
      sql<string | null>`(select t.reason from correction_step t where t.correction_id = c.id
        and t.step in ('accept', 'decline') order by t.at desc, t.ordinal desc limit 1)`.as('answer'),
    )
    .where('c.is_public', '=', true)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('c.moved_at', 'c.id'), '<', eb.tuple(after!.movedAt, after!.id))),
    )
    .orderBy('c.moved_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { movedAt: last.movedAt, id: last.id } }
}

/**
 * The record somebody wants to say something about, by the slug of its page, and the organisation that answers for it.
 * @throws Refusal not-found.
 */
export async function correctableRecord(db: Db, kind: CorrectionSubject, slug: string) {
  const row = await recordQuery(db, kind, slug)
  if (!row) {
    throw new Refusal('not-found', {
      id: 'Catatan ini tidak ada. Buka halamannya, lalu pilih "Ada yang keliru?".',
      en: 'There is no such record. Open its page, then choose "Is something wrong?".',
    })
  }
  return { kind, ...row }
}
export type CorrectableRecord = Awaited<ReturnType<typeof correctableRecord>>

function recordQuery(db: Db, kind: CorrectionSubject, slug: string) {
  const none = sql<null>`null`
  switch (kind) {
    case 'innovation':
      return db
        .selectFrom('innovation as i')
        .select(['i.name', sql<string>`'/inovasi/' || i.slug`.as('path'), 'i.organisation_id as ownerId'])
        .select(['i.id as innovationId', none.as('regionCode'), none.as('organisationId')])
        .where('i.slug', '=', slug)
        .executeTakeFirst()
    case 'region':
      return db
        .selectFrom('region as r')
        .leftJoin('organisation as o', (join) =>
          join
            .onRef('o.region_code', '=', 'r.code')
            .on('o.kind', '=', 'government')
            .on('o.ended_on', 'is', null),
        )
        .select(['r.name', sql<string>`'/daerah/' || r.slug`.as('path'), 'o.id as ownerId'])
        .select([none.as('innovationId'), 'r.code as regionCode', none.as('organisationId')])
        .where('r.slug', '=', slug)
        .executeTakeFirst()
    case 'organisation':
      return db
        .selectFrom('organisation as o')
        .select(['o.name', sql<string>`'/instansi/' || o.slug`.as('path'), 'o.id as ownerId'])
        .select([none.as('innovationId'), none.as('regionCode'), 'o.id as organisationId'])
        .where('o.slug', '=', slug)
        .executeTakeFirst()
  }
}

/** The refusal for a correction that is not there for this actor. */
export function noSuchCorrection(): Refusal {
  return new Refusal('not-found', {
    id: 'Koreksi ini tidak ada, atau bukan untuk instansi Anda.',
    en: 'There is no such correction, or it is not for your institution.',
  })
}
