import type { Component } from '@semai/domain/blueprints/blueprint'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { isFork } from '@semai/domain/replications/fork'
import { originUpdates } from '@semai/domain/replications/update-fork'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { loadBlueprintEdit } from './blueprint-edit.queries.ts'

/** A published version of an origin that a replica can take from; `components` only of the one that is asked for. */
export type OriginChoice = {
  slug: string
  name: string
  version: number
  publishedAt: Date
  components: Component[] | null
}

/**
 * The published versions of all origins of a replica, the newest of each first, the one that is asked for with its
 * components, and which of those the text has already. Two queries.
 * @throws Refusal not-found, also for a text that is no replica's.
 */
export async function originChoices(
  db: Db,
  actor: Actor,
  { id, slug, version }: { id: string; slug: string | null; version: number | null },
) {
  const text = await loadBlueprintEdit(db, actor, id, 'no lock')
  if (!isFork(text.content) || text.replicationId === null) throw noReplica()
  const choices: OriginChoice[] = await db
    .selectFrom('replication_origin as t')
    .innerJoin('innovation as i', 'i.id', 't.innovation_id')
    .innerJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .innerJoin('blueprint_version as v', 'v.blueprint_id', 'b.id')
    .select(['i.slug', 'i.name', 'v.number as version', 'v.published_at as publishedAt'])
    .select(
      sql<Component[] | null>`case when i.slug = ${slug} and v.number = ${version}::int
        then v.content -> 'components' end`.as('components'),
    )
    .where('t.replication_id', '=', text.replicationId)
    .orderBy('t.position')
    .orderBy('v.number', 'desc')
    .limit(200)
    .execute()
  const { fork, components } = text.content
  const here = components.map(({ key }) => (Object.hasOwn(fork.sources, key) ? fork.sources[key]!.key : key))
  return { text, choices, here }
}

/**
 * What the newest version of the origin that a text began with brings, part by part; null when it brings nothing newer.
 * Two queries.
 * @throws Refusal not-found, also for a text that is no replica's.
 */
export async function updatesPage(db: Db, actor: Actor, id: string) {
  const text = await loadBlueprintEdit(db, actor, id, 'no lock')
  const base = isFork(text.content) ? text.content.fork.origins[0] : undefined
  if (!base) throw noReplica()
  const newest = await db
    .selectFrom('blueprint as b')
    .innerJoin('innovation as i', 'i.id', 'b.innovation_id')
    .innerJoin('blueprint_version as v', (join) =>
      join.onRef('v.blueprint_id', '=', 'b.id').onRef('v.number', '=', 'b.version'),
    )
    .select(['i.name', 'i.slug', 'v.number', 'v.note', 'v.content'])
    .where('b.id', '=', base.blueprint)
    .executeTakeFirst()
  const isNewer = newest !== undefined && newest.number > base.version
  const updates = isNewer
    ? originUpdates(text.origins[0]!, newest.content.components, text.content.components)
    : []
  return { text, base: base.version, newest: isNewer ? newest : null, updates }
}

function noReplica(): Refusal {
  return new Refusal('not-found', {
    id: 'Naskah ini bukan rancang bangun sebuah replika yang berangkat dari asal.',
    en: 'This text is not the blueprint of a replica that began with an origin.',
  })
}
