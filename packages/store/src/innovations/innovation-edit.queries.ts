import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { checklist, completeness } from '@semai/domain/innovations/innovation-checklist'
import { innovationEditLifecycle, openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { EditState } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { offeredSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { copiesOf, othersHere } from '../writing/working-text.ts'

/** Every read of working texts starts here: the unit's own people see them, and nobody else that they exist. */
export function visibleEdits(db: Db, actor: Actor) {
  return db
    .selectFrom('innovation_edit as e')
    .innerJoin('organisation as o', 'o.id', 'e.organisation_id')
    .where(isWithin('e.organisation_id', scopeIds(actor, 'author', 'local_admin')))
}

/** What deciding about a working text needs, locked where it will be changed. */
export async function loadEdit(db: Db, actor: Actor, id: string, lock: 'for update' | 'no lock') {
  if (!isUuid(id)) throw noSuchEdit()
  const row = await visibleEdits(db, actor)
    .select(['e.id', 'e.state', 'e.content', 'e.revision', 'e.innovation_id as innovationId'])
    .select(['e.organisation_id as organisationId', 'e.base_version as baseVersion', 'e.saved_by as savedBy'])
    .select(['e.saved_at as savedAt', 'e.started_by as startedBy', 'e.submitted_by as submittedBy'])
    .select(['o.name as organisation', ...ownedColumns])
    .where('e.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('e'))
    .executeTakeFirst()
  if (!row) throw noSuchEdit()
  return row
}

/** The editor's page: the text, how it stands, who else is here, texts that lost a race, and the steps. One query. */
export async function editPage(
  db: Db,
  actor: Actor,
  { id, now, today }: { id: string; now: Date; today: string },
) {
  if (!isUuid(id)) throw noSuchEdit()
  const row = await visibleEdits(db, actor)
    .leftJoin('innovation as i', 'i.id', 'e.innovation_id')
    .leftJoin('person as s', 's.id', 'e.saved_by')
    .select([
      'e.id',
      'e.state',
      'e.content',
      'e.revision',
      'e.reason',
      'e.saved_at as savedAt',
      's.name as savedBy',
    ])
    .select([
      'e.innovation_id as innovationId',
      'i.slug',
      'i.code',
      'o.name as organisation',
      'o.slug as organisationSlug',
    ])
    .select(ownedColumns)
    .select(othersHere(db, actor, 'innovation_edit', now).as('others'))
    .select(copiesOf<InnovationContent>(db, 'innovation_edit').as('copies'))
    .select(sql<number>`(select count(*)::int from innovation_file a where a.edit_id = e.id)`.as('fileCount'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchEdit()
  const points = checklist(row.content, today)
  return {
    ...row,
    points,
    completeness: completeness(points),
    steps: offeredSteps(innovationEditLifecycle, { subject: row, actor, now }),
  }
}
export type EditPage = Awaited<ReturnType<typeof editPage>>

/** Who else has the editor of a text open now. One query. */
export async function othersOf(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchEdit()
  const row = await visibleEdits(db, actor)
    .select(othersHere(db, actor, 'innovation_edit', now).as('others'))
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchEdit()
  return row.others
}

/** Where a page of working texts begins: after the row with this moment and id. */
export type EditCursor = { movedAt: Date; id: string }

/** Working texts of the actor's units in these states, those that wait longest first, by keyset. One query. */
export async function editList(
  db: Db,
  actor: Actor,
  {
    states = openEditStates,
    after,
    limit = 20,
  }: { states?: readonly EditState[]; after?: EditCursor; limit?: number } = {},
) {
  const rows = await visibleEdits(db, actor)
    .leftJoin('innovation as i', 'i.id', 'e.innovation_id')
    .leftJoin('person as s', 's.id', 'e.saved_by')
    .select([
      'e.id',
      'e.state',
      'e.moved_at as movedAt',
      'e.saved_at as savedAt',
      'e.reason',
      's.name as savedBy',
    ])
    .select(['i.slug', 'o.name as organisation'])
    .select(sql<string | null>`coalesce(e.content->>'name', i.name)`.as('name'))
    .where('e.state', 'in', [...states])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('e.moved_at', 'e.id'), '>', eb.tuple(after!.movedAt, after!.id))),
    )
    .orderBy('e.moved_at')
    .orderBy('e.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { movedAt: last.movedAt, id: last.id } }
}

/** Versions of an innovation, newest first; whoever sees the innovation sees what was published of it. */
export function versionsOf(db: Db, innovationId: string) {
  return db
    .selectFrom('innovation_version as v')
    .select(['v.number', 'v.content', 'v.published_at as publishedAt'])
    .where('v.innovation_id', '=', innovationId)
    .orderBy('v.number', 'desc')
    .limit(100)
    .execute()
}

/** What is said to whoever may not read a text, and where there is none. */
export function noSuchEdit(): Refusal {
  return new Refusal('not-found', {
    id: 'Naskah ini tidak ada, atau bukan milik unit Anda.',
    en: 'There is no such text, or it does not belong to your unit.',
  })
}
