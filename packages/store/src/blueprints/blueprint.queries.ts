import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import type { AskedInnovation } from './open-blueprint-text.ts'

/** Every read of published blueprints starts here: whoever sees the innovation sees every version of its blueprint. */
function visibleBlueprints(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .innerJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .innerJoin('blueprint_version as v', 'v.blueprint_id', 'b.id')
}

/** Which innovation, by the last part of its address or by its code, and which version; the newest by default. */
export type AskedBlueprint = AskedInnovation & { version?: number | null }

/**
 * One version of a blueprint with its innovation and the list of all its versions, the newest first. One query.
 * @throws Refusal not-found, also when the innovation may not be seen.
 */
export async function blueprintPage(db: Db, actor: Actor, { version = null, ...asked }: AskedBlueprint) {
  const row = await visibleBlueprints(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id as innovationId', 'i.code', 'i.slug', 'i.name', 'i.organisation_id as organisationId'])
    .select(['o.name as organisation', 'o.slug as organisationSlug'])
    .select(['b.id as blueprintId', 'b.version as newest'])
    .select(['v.number', 'v.content', 'v.note', 'v.published_at as publishedAt'])
    .select(versionsOf(db).as('versions'))
    .where((eb) => ('slug' in asked ? eb('i.slug', '=', asked.slug) : eb('i.code', '=', asked.code)))
    .where('v.number', '=', version ?? sql<number>`b.version`)
    .executeTakeFirst()
  if (!row) throw noSuchVersion()
  return row
}
export type BlueprintPage = Awaited<ReturnType<typeof blueprintPage>>

function versionsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('blueprint_version as w')
      .select(['w.number', 'w.note', 'w.published_at as publishedAt'])
      .where(sql<boolean>`w.blueprint_id = b.id`)
      .orderBy('w.number', 'desc')
      .limit(100),
  )
}

/** What one version of a blueprint says; for comparing it with another. */
export type BlueprintVersion = { number: number; content: BlueprintContent; note: string; publishedAt: Date }

/**
 * Two versions of one blueprint, the one to start from first. One query.
 * @throws Refusal not-found when one of them is not there.
 */
export async function blueprintVersions(
  db: Db,
  actor: Actor,
  { slug, from, to }: { slug: string; from: number; to: number },
): Promise<[BlueprintVersion, BlueprintVersion]> {
  const rows = await visibleBlueprints(db, actor)
    .select(['v.number', 'v.content', 'v.note', 'v.published_at as publishedAt'])
    .where('i.slug', '=', slug)
    .where('v.number', 'in', [from, to])
    .execute()
  const [before, after] = [from, to].map((number) => rows.find((row) => row.number === number))
  if (!before || !after) throw noSuchVersion()
  return [before, after]
}

function noSuchVersion(): Refusal {
  return new Refusal('not-found', {
    id: 'Rancang bangun ini belum terbit, atau tidak punya versi itu.',
    en: 'This blueprint is not published yet, or has no such version.',
  })
}
