import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { scopeIds } from '../organisations/in-scope.ts'
import { visibleReplications } from './visible-replications.ts'

/** Every read of forums starts here: their minutes are public. */
function visibleForums(db: Db, _actor: Actor) {
  return db.selectFrom('forum as f').innerJoin('organisation as h', 'h.id', 'f.hub_id')
}

/** Where a page of forums begins: after the one held on this day with this id. */
export type ForumCursor = { heldOn: string; id: string }

/** Forums of all hubs, newest first, by keyset, with how much each decided. One query. */
export async function forumList(
  db: Db,
  actor: Actor,
  { after, limit = 20 }: { after?: ForumCursor | undefined; limit?: number } = {},
) {
  const rows = await visibleForums(db, actor)
    .select(['f.id', 'f.title', 'f.held_on as heldOn', 'f.place', 'h.name as hub', 'h.slug as hubSlug'])
    .select(sql<number>`(select count(*)::int from replication r where r.forum_id = f.id)`.as('decided'))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(f.held_on, f.id) < (${after!.heldOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy('f.held_on', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { heldOn: last.heldOn, id: last.id } }
}

/**
 * A forum with its minute and what became of each decision. One query.
 * @throws Refusal not-found.
 */
export async function forumPage(db: Db, actor: Actor, id: string) {
  if (!isUuid(id)) throw noSuchForum()
  const row = await visibleForums(db, actor)
    .select([
      'f.id',
      'f.title',
      'f.held_on as heldOn',
      'f.place',
      'f.minute',
      'f.minute_number as minuteNumber',
    ])
    .select(['f.link', 'f.recorded_at as recordedAt', 'h.name as hub', 'h.slug as hubSlug'])
    .select(
      jsonArrayFrom(
        visibleReplications(db, actor)
          .select([
            'r.code',
            'r.state',
            'r.local_name as localName',
            'a.name as adopter',
            'a.slug as adopterSlug',
          ])
          .select(['i.name as innovation', 'i.slug as innovationSlug'])
          .where(sql<boolean>`r.forum_id = f.id`)
          .orderBy('i.name')
          .orderBy('a.name'),
      ).as('decisions'),
    )
    .where('f.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchForum()
  return row
}

/** The hubs for which a person may hold a forum. One query. */
export function hubsOfActor(db: Db, actor: Actor) {
  return db
    .selectFrom('organisation as o')
    .select(['o.slug', 'o.name'])
    .where(sql<boolean>`o.id = any(${scopeIds(actor, 'hub')}::uuid[])`)
    .orderBy('o.name')
    .execute()
}

function noSuchForum(): Refusal {
  return new Refusal('not-found', { id: 'Forum ini tidak tercatat.', en: 'There is no such forum.' })
}
