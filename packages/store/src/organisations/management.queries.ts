import { phases, restingStages, stagesOf } from '@semai/domain/innovations/innovation-phase'
import type { Phase } from '@semai/domain/innovations/innovation-phase'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { isWithin } from './in-scope.ts'

/** The start counts only where somebody stated it; general knowledge is no evidence that a duty was met. */
const begunIn = sql<number | null>`case when i.start_unconfirmed then null else i.started_year end`

/**
 * An organisation and the innovations of it and all below it, by name, at most 500; `begun` is the year it began, null
 * where none is stated. Programmes are left out: they are the ministry's, run by others. Two queries.
 * @throws Refusal not-found.
 */
export async function managementPage(db: Db, actor: Actor, slug: string) {
  const organisation = await db
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', 'o.name'])
    .select(sql<boolean>`exists (select 1 from organisation part where part.parent_id = o.id)`.as('hasParts'))
    .where('o.slug', '=', slug)
    .executeTakeFirst()
  if (!organisation) throw noSuch()
  const innovations = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.slug', 'i.code', 'i.name', 'i.stage', 'o.name as unit', begunIn.as('begun')])
    .where('i.kind', '=', 'innovation')
    .where(isWithin('i.organisation_id', [organisation.id]))
    .orderBy('i.name')
    .orderBy('i.code')
    .limit(500)
    .execute()
  return { organisation, innovations }
}
export type ManagedInnovation = Awaited<ReturnType<typeof managementPage>>['innovations'][number]

/** Whose agencies a table lists: the governments of a province with its regions, the parts of an organisation, or all at the top. */
export type ManagementScope = { province: string } | { parent: string } | null
type Asked = {
  scope: ManagementScope
  year: number
  after?: { name: string; id: string } | null
  limit?: number
}

/**
 * One page of agencies by name, by keyset, each with its innovations (its own and those below it) by phase, and how many
 * began in `year`. `scope` names what was asked for. Two queries, one for all agencies.
 * @throws Refusal not-found when no province or organisation has that slug.
 */
export async function managementTable(db: Db, actor: Actor, { scope, year, after, limit = 50 }: Asked) {
  const within = scope && (await scopeNamed(db, scope))
  const rows = await counted(db, actor, { within, year, after: after ?? null, limit: limit + 1 })
  return { scope: within, rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]! : null }
}
export type ManagementRow = Awaited<ReturnType<typeof managementTable>>['rows'][number]

type Named = { kind: 'province' | 'parent'; key: string; name: string; slug: string }

async function scopeNamed(db: Db, scope: { province: string } | { parent: string }): Promise<Named> {
  const row =
    'province' in scope
      ? await db
          .selectFrom('region')
          .select(['code as key', 'name', 'slug'])
          .where('kind', '=', 'province')
          .where('slug', '=', scope.province)
          .executeTakeFirst()
      : await db
          .selectFrom('organisation')
          .select(['id as key', 'name', 'slug'])
          .where('slug', '=', scope.parent)
          .executeTakeFirst()
  if (!row) throw noSuch()
  return { kind: 'province' in scope ? 'province' : 'parent', ...row }
}

/** What an agency stated last: the year, and which of the four parts. */
export type StatedParts = {
  year: number
  strategy: boolean
  decree: boolean
  team: boolean
  budget: boolean
}
const statedParts = sql<StatedParts | null>`(select json_build_object('year', m.year, 'strategy', m.strategy is not null,
  'decree', m.decree_number is not null or m.decree_file_id is not null, 'team', m.team is not null,
  'budget', m.budget_rupiah is not null) from agency_management m where m.organisation_id = x.id order by m.year desc limit 1)`

type Page = { within: Named | null; year: number; after: { name: string; id: string } | null; limit: number }

function counted(db: Db, actor: Actor, { within, year, after, limit }: Page) {
  const agencies = db
    .selectFrom('organisation as x')
    .leftJoin('region as r', 'r.code', 'x.region_code')
    .select(['x.id', 'x.slug', 'x.name', 'x.kind'])
    .select(statedParts.as('stated'))
    .where('x.ended_on', 'is', null)
    .$if(within?.kind !== 'parent', (query) => query.where('x.parent_id', 'is', null))
    .$if(within?.kind === 'parent', (query) => query.where('x.parent_id', '=', within!.key))
    .$if(within?.kind === 'province', (query) => query.where('r.province_code', '=', within!.key))
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('x.name', 'x.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('x.name')
    .orderBy('x.id')
    .limit(limit)
  const inStages = (stages: readonly string[]) => sql<boolean>`i.stage = any(${[...stages]}::text[])`
  return db
    .selectFrom(agencies.as('o'))
    .innerJoinLateral(
      () =>
        visibleInnovations(db, actor)
          .where(
            sql<boolean>`i.organisation_id in (select a.organisation_id from organisation_above a where a.above_id = o.id)`,
          )
          .where('i.kind', '=', 'innovation')
          .select((eb) => [
            eb.fn.countAll<number>().as('all'),
            eb.fn.countAll<number>().filterWhere(begunIn, '=', year).as('begun'),
            eb.fn.countAll<number>().filterWhere('i.stage', 'is', null).as('unknown'),
            eb.fn.countAll<number>().filterWhere(inStages(restingStages)).as('resting'),
            ...phases.map((phase) =>
              eb.fn.countAll<number>().filterWhere(inStages(stagesOf[phase])).as(phase),
            ),
          ])
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['o.id', 'o.slug', 'o.name', 'o.kind', 'o.stated', 'n.all', 'n.begun', 'n.unknown', 'n.resting'])
    .select(phases.map((phase: Phase) => `n.${phase}` as const))
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()
}

function noSuch(): Refusal {
  return new Refusal('not-found', {
    id: 'Instansi atau provinsi ini tidak ada. Cari namanya di daftar instansi.',
    en: 'There is no such agency or province. Look it up in the list of agencies.',
  })
}
