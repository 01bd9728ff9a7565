import { blueprintChecklist } from '@semai/domain/blueprints/blueprint-checklist'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { completeness } from '@semai/domain/innovations/innovation-checklist'
import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { offeredSteps, statesSeenBy } from '@semai/domain/lifecycle'
import { onTheMachine } from '@semai/domain/people/access'
import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { originDraftLifecycle } from '@semai/domain/replications/origin-draft.lifecycle'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { originComponents, ruleColumn } from '../replications/fork-columns.ts'
import { copiesOf, othersHere } from '../writing/working-text.ts'
import { asText, lifecycleOf } from './blueprint-text.ts'
import type { TextKind } from './blueprint-text.ts'

/**
 * Every read of working texts of blueprints starts here: the people of the unit that owns the innovation or the replica
 * see them, and whoever runs a command on the machine. A text that a replica drafts for its origin is also seen by the
 * replica's mentors, and once it was submitted by the origin's administrator. Nobody else sees that they exist.
 */
function visibleBlueprintEdits(db: Db, actor: Actor) {
  return db
    .selectFrom('blueprint_edit as e')
    .innerJoin('blueprint as b', 'b.id', 'e.blueprint_id')
    .leftJoin('replication as r', 'r.id', 'b.replication_id')
    .innerJoin('innovation as i', (join) =>
      join.on(sql<boolean>`i.id = coalesce(b.innovation_id, r.innovation_id)`),
    )
    .innerJoin('organisation as o', (join) =>
      join.on(sql<boolean>`o.id = coalesce(r.organisation_id, i.organisation_id)`),
    )
    .$if(!onTheMachine.allows(actor, null), (query) =>
      query.where((eb) =>
        eb.or([isWithin('o.id', scopeIds(actor, 'author', 'local_admin')), seesDraftForOrigin(actor)]),
      ),
    )
}

const seenByOrigin = statesSeenBy(originDraftLifecycle, 'involved')

function seesDraftForOrigin(actor: Actor): RawBuilder<boolean> {
  const provinces = actor.grants.flatMap(({ role, provinceCode }) =>
    role === 'mentor' ? (provinceCode ?? []) : [],
  )
  return sql<boolean>`(b.innovation_id is not null and b.replication_id is not null
    and (${isWithin('o.id', scopeIds(actor, 'mentor'))} or r.province_code = any(${provinces}::text[])
      or e.state = any(${seenByOrigin}) and ${isWithin('i.organisation_id', scopeIds(actor, 'local_admin'))}))`
}

const kind = sql<TextKind>`case when b.replication_id is null then 'own' when b.innovation_id is null then 'replica'
  else 'origin_draft' end`

const isOvertaken = sql<boolean>`(b.innovation_id is not null and b.replication_id is not null
  and exists (select from blueprint ob where ob.innovation_id = i.id and ob.replication_id is null and ob.version is not null))`

/** What the life cycle of a text asks, whichever kind it is. */
const textColumns = [
  'e.id',
  'e.state',
  'e.content',
  'e.revision',
  'i.slug',
  'r.code as replication',
  'r.declared_form as declaredForm',
  kind.as('kind'),
  isOvertaken.as('isOvertaken'),
  sql<Owned>`${sideOf('i.organisation_id')}`.as('origin'),
  originComponents('e.content').as('origins'),
  ruleColumn.as('rule'),
  ...ownedColumns,
] as const

/**
 * What deciding about a working text needs, locked where it will be changed.
 * @throws Refusal not-found.
 */
export async function loadBlueprintEdit(db: Db, actor: Actor, id: string, lock: 'for update' | 'no lock') {
  if (!isUuid(id)) throw noSuchText()
  const row = await visibleBlueprintEdits(db, actor)
    .select(textColumns)
    .select(['e.blueprint_id as blueprintId', 'b.innovation_id as innovationId', 'r.id as replicationId'])
    .select(['e.saved_by as savedBy', 'e.saved_at as savedAt', 'e.submitted_by as submittedBy'])
    .select(['i.name as innovation', 'o.name as organisation'])
    .where('e.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('e'))
    .executeTakeFirst()
  if (!row) throw noSuchText()
  return asText(row)
}
export type LoadedBlueprintText = Awaited<ReturnType<typeof loadBlueprintEdit>>

/** The editor's page: the text, how it stands, who else is here, texts kept beside, and the steps. One query. */
export async function blueprintEditPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchText()
  const row = await visibleBlueprintEdits(db, actor)
    .leftJoin('person as s', 's.id', 'e.saved_by')
    .leftJoin('blueprint_version as v', (join) =>
      join.onRef('v.blueprint_id', '=', 'b.id').onRef('v.number', '=', 'b.version'),
    )
    .select(textColumns)
    .select(['e.reason', 'e.saved_at as savedAt', 's.name as savedBy', 'o.name as organisation'])
    .select([sql<string>`coalesce(r.local_name, i.name)`.as('name'), 'i.name as innovation', 'i.code'])
    .select(['v.number as publishedNumber', 'v.content as published'])
    .select(othersHere(db, actor, 'blueprint_edit', now).as('others'))
    .select(copiesOf<BlueprintContent>(db, 'blueprint_edit').as('copies'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchText()
  const text = asText(row)
  const points = blueprintChecklist(text.content)
  return {
    ...text,
    points,
    completeness: completeness(points),
    steps: offeredSteps(lifecycleOf(text), { subject: text, actor, now }),
  }
}
export type BlueprintEditPage = Awaited<ReturnType<typeof blueprintEditPage>>

/** Who else has the editor of a text open now. One query. */
export async function othersAtBlueprint(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchText()
  const row = await visibleBlueprintEdits(db, actor)
    .select(othersHere(db, actor, 'blueprint_edit', now).as('others'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchText()
  return row.others
}

/** Blueprints of the actor's units that are being written or checked, those that wait longest first; at most 50. One query. */
export function blueprintEditList(db: Db, actor: Actor) {
  return visibleBlueprintEdits(db, actor)
    .leftJoin('person as s', 's.id', 'e.saved_by')
    .select(['e.id', 'e.state', 'e.saved_at as savedAt', 's.name as savedBy', kind.as('kind')])
    .select([sql<string>`coalesce(r.local_name, i.name)`.as('name'), 'o.name as organisation'])
    .where('e.state', 'in', [...openEditStates])
    .orderBy('e.moved_at')
    .orderBy('e.id')
    .limit(50)
    .execute()
}

function noSuchText(): Refusal {
  return new Refusal('not-found', {
    id: 'Naskah rancang bangun ini tidak ada, atau bukan milik unit Anda.',
    en: 'There is no such text of a blueprint, or it does not belong to your unit.',
  })
}
