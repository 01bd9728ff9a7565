import type { BlueprintContent, Component } from '@semai/domain/blueprints/blueprint'
import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { forkStanding, isFork } from '@semai/domain/replications/fork'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import type { FormRule } from '@semai/domain/replications/form-rule'
import { mayDraft } from '@semai/domain/replications/origin-draft.lifecycle'
import { guidesReplication, writesReplication } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { hubsOf, sideOf, withHub } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { originComponents } from './fork-columns.ts'
import type { Confirmer } from './forms-schema.ts'
import { visibleReplications } from './visible-replications.ts'

/**
 * The blueprint of a replica, as of one version, the newest by default: what it took over, what it changed and why, its
 * measured form beside the declared one, and which origins have published something newer. Without a version the page says
 * with what it can begin. One query.
 * @throws Refusal not-found, also for a version that is not there.
 */
export async function forkPage(
  db: Db,
  actor: Actor,
  { code, version = null, now }: { code: string; version?: number | null; now: Date },
) {
  const row = await visibleReplications(db, actor)
    .innerJoin('organisation as origin', 'origin.id', 'i.organisation_id')
    .leftJoin('blueprint as b', (join) =>
      join.onRef('b.replication_id', '=', 'r.id').on('b.innovation_id', 'is', null),
    )
    .leftJoin('blueprint_version as v', (join) =>
      join
        .onRef('v.blueprint_id', '=', 'b.id')
        .on(sql<boolean>`v.number = coalesce(${version}::int, b.version)`),
    )
    .select(['i.code as innovationCode'])
    .select(['r.code', 'i.slug as innovationSlug', 'i.name as innovation', 'r.declared_form as declaredForm'])
    .select([
      sql<string>`coalesce(r.local_name, i.name)`.as('name'),
      'a.name as adopterName',
      'a.slug as adopterSlug',
    ])
    .select(['origin.name as originName', 'origin.slug as originSlug'])
    .select([
      sideOf('a.id').as('adopter'),
      sideOf('i.organisation_id').as('origin'),
      hubsOf(now).as('hubIds'),
    ])
    .select(['b.version as newest', 'v.number', 'v.note', 'v.published_at as publishedAt'])
    .select(sql<BlueprintContent | null>`v.content`.as('content'))
    .select(originComponents('v.content').as('originParts'))
    .select([
      versionsOf(db).as('versions'),
      measurementOf(db).as('measurement'),
      confirmationOf(db).as('confirmation'),
    ])
    .select([originsOf(db).as('origins'), openTextsOf(db).as('openTexts')])
    .where('r.code', '=', code.toUpperCase())
    .executeTakeFirst()
  if (!row || (version !== null && row.number === null)) throw noSuchFork()
  const { hubIds: _, originParts, openTexts, confirmation, ...replica } = withHub(row)
  const mayWrite = writesReplication.allows(actor, replica)
  const mayDraftForOrigin = mayDraft.allows(actor, replica.adopter)
  const isConfirmed = confirmation !== null && confirmation.form === replica.declaredForm
  return {
    ...replica,
    standing: standingOf(replica.content, originParts, replica.measurement?.rule),
    taken: isFork(replica.content ?? { note: null, components: [] })
      ? takenFrom(replica.content, replica.origins)
      : [],
    confirmation: isConfirmed ? confirmation : null,
    mayWrite,
    mayDraftForOrigin,
    mayConfirm: replica.declaredForm !== null && !isConfirmed && guidesReplication.allows(actor, replica),
    openText: mayWrite ? (openTexts.find(({ isDraft }) => !isDraft) ?? null) : null,
    openDraft: mayDraftForOrigin ? (openTexts.find(({ isDraft }) => isDraft) ?? null) : null,
  }
}
export type ForkPage = Awaited<ReturnType<typeof forkPage>>

/** Replicas of the actor's units whose origin has published a newer version than the one they began with; at most 20. One query. */
export function outdatedForks(db: Db, actor: Actor) {
  return db
    .selectFrom('replication as r')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .innerJoin('blueprint as b', (join) =>
      join.onRef('b.replication_id', '=', 'r.id').on('b.innovation_id', 'is', null),
    )
    .innerJoin('fork_origin as f', (join) =>
      join.onRef('f.blueprint_id', '=', 'b.id').onRef('f.version', '=', 'b.version').on('f.position', '=', 0),
    )
    .innerJoin('blueprint as ob', 'ob.id', 'f.origin_blueprint_id')
    .innerJoin('innovation as oi', 'oi.id', 'ob.innovation_id')
    .select(['r.code', sql<string>`coalesce(r.local_name, i.name)`.as('name')])
    .select(['oi.name as origin', sql<number>`ob.version`.as('newest')])
    .where(isWithin('r.organisation_id', scopeIds(actor, 'author', 'local_admin')))
    .where('r.state', 'not in', ['declined', 'cancelled', 'stopped'])
    .where(sql<boolean>`ob.version > f.origin_version`)
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.code')
    .limit(20)
    .execute()
}

function standingOf(
  content: BlueprintContent | null,
  origins: readonly (readonly Component[])[],
  rule: FormRule | undefined,
) {
  return content !== null && isFork(content) ? forkStanding(content, origins, rule ?? shippedFormRule) : null
}

/** An origin of the replication with what it has published; `newest` null where it has no blueprint. */
type OriginRow = {
  slug: string
  name: string
  blueprintId: string | null
  newest: number | null
  versions: number[]
}

/** From which versions the text took, in its order, and whether there is a newer one. */
function takenFrom(content: BlueprintContent | null, origins: readonly OriginRow[]) {
  if (content === null || !isFork(content)) return []
  return content.fork.origins.map(({ blueprint, version }) => {
    const origin = origins.find(({ blueprintId }) => blueprintId === blueprint)
    const newer = origin?.newest && origin.newest > version ? origin.newest : null
    return { slug: origin?.slug ?? null, name: origin?.name ?? null, version, newer }
  })
}

function originsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('replication_origin as t')
      .innerJoin('innovation as n', 'n.id', 't.innovation_id')
      .leftJoin('blueprint as ob', (join) =>
        join.onRef('ob.innovation_id', '=', 'n.id').on('ob.replication_id', 'is', null),
      )
      .select(['n.slug', 'n.name', 'ob.id as blueprintId', 'ob.version as newest'])
      .select(
        sql<number[]>`coalesce((select jsonb_agg(ov.number order by ov.number desc) from blueprint_version ov
          where ov.blueprint_id = ob.id), '[]')`.as('versions'),
      )
      .where(sql<boolean>`t.replication_id = r.id`)
      .orderBy('t.position'),
  ).$castTo<OriginRow[]>()
}

function versionsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('blueprint_version as w')
      .leftJoin('form_measurement as wm', (join) =>
        join.onRef('wm.blueprint_id', '=', 'w.blueprint_id').onRef('wm.version', '=', 'w.number'),
      )
      .select(['w.number', 'w.note', 'w.published_at as publishedAt', 'wm.form', 'wm.kept'])
      .where(sql<boolean>`w.blueprint_id = b.id`)
      .orderBy('w.number', 'desc')
      .limit(100),
  )
}

type Measurement = {
  form: ReplicationForm | null
  kept: number | null
  declaredForm: ReplicationForm | null
  reason: string | null
  rule: FormRule
}

function measurementOf(db: Db) {
  return jsonObjectFrom(
    db
      .selectFrom('form_measurement as m')
      .select(['m.form', 'm.kept', 'm.declared_form as declaredForm', 'm.reason', 'm.rule'])
      .where(sql<boolean>`m.blueprint_id = v.blueprint_id and m.version = v.number`),
  ).$castTo<Measurement | null>()
}

function confirmationOf(db: Db) {
  return jsonObjectFrom(
    db
      .selectFrom('form_confirmation as f')
      .select(['f.form', 'f.as_role as role', 'f.confirmed_at as confirmedAt'])
      .where(sql<boolean>`f.replication_id = r.id`)
      .orderBy('f.confirmed_at', 'desc')
      .orderBy('f.id', 'desc')
      .limit(1),
  ).$castTo<{ form: ReplicationForm; role: Confirmer; confirmedAt: string } | null>()
}

function openTextsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('blueprint_edit as e')
      .innerJoin('blueprint as eb', 'eb.id', 'e.blueprint_id')
      .select(['e.id', 'e.state', sql<boolean>`eb.innovation_id is not null`.as('isDraft')])
      .where(sql<boolean>`eb.replication_id = r.id`)
      .where('e.state', 'in', [...openEditStates]),
  )
}

function noSuchFork(): Refusal {
  return new Refusal('not-found', {
    id: 'Replikasi ini tidak ada, belum terbuka bagi Anda, atau rancang bangunnya tidak punya versi itu.',
    en: 'There is no such replication, it is not open to you, or its blueprint has no such version.',
  })
}
