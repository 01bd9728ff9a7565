import { blueprintChecklist } from '@semai/domain/blueprints/blueprint-checklist'
import { blueprintEditLifecycle } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { completeness } from '@semai/domain/innovations/innovation-checklist'
import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { offeredSteps } from '@semai/domain/lifecycle'
import { onTheMachine } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { copiesOf, othersHere } from '../writing/working-text.ts'

/**
 * Every read of working texts of blueprints starts here: the people of the unit that owns the innovation see them, and
 * whoever runs a command on the machine; nobody else sees that they exist.
 */
function visibleBlueprintEdits(db: Db, actor: Actor) {
  return db
    .selectFrom('blueprint_edit as e')
    .innerJoin('blueprint as b', 'b.id', 'e.blueprint_id')
    .innerJoin('innovation as i', 'i.id', 'b.innovation_id')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .$if(!onTheMachine.allows(actor, null), (query) =>
      query.where(isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin'))),
    )
}

/**
 * What deciding about a working text needs, locked where it will be changed.
 * @throws Refusal not-found.
 */
export async function loadBlueprintEdit(db: Db, actor: Actor, id: string, lock: 'for update' | 'no lock') {
  if (!isUuid(id)) throw noSuchText()
  const row = await visibleBlueprintEdits(db, actor)
    .select(['e.id', 'e.state', 'e.content', 'e.revision', 'e.blueprint_id as blueprintId', 'i.slug'])
    .select(['e.saved_by as savedBy', 'e.saved_at as savedAt', ...ownedColumns])
    .where('e.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('e'))
    .executeTakeFirst()
  if (!row) throw noSuchText()
  return row
}

/** The editor's page: the text, how it stands, who else is here, texts kept beside, and the steps. One query. */
export async function blueprintEditPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchText()
  const row = await visibleBlueprintEdits(db, actor)
    .leftJoin('person as s', 's.id', 'e.saved_by')
    .leftJoin('blueprint_version as v', (join) =>
      join.onRef('v.blueprint_id', '=', 'b.id').onRef('v.number', '=', 'b.version'),
    )
    .select(['e.id', 'e.state', 'e.content', 'e.revision', 'e.reason', 'e.saved_at as savedAt'])
    .select(['s.name as savedBy', 'i.name', 'i.slug', 'i.code', 'o.name as organisation'])
    .select(['v.number as publishedNumber', 'v.content as published'])
    .select(ownedColumns)
    .select(othersHere(db, actor, 'blueprint_edit', now).as('others'))
    .select(copiesOf<BlueprintContent>(db, 'blueprint_edit').as('copies'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchText()
  const points = blueprintChecklist(row.content)
  return {
    ...row,
    points,
    completeness: completeness(points),
    steps: offeredSteps(blueprintEditLifecycle, { subject: row, actor, now }),
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
    .select(['e.id', 'e.state', 'e.saved_at as savedAt', 's.name as savedBy'])
    .select(['i.name', 'o.name as organisation'])
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
