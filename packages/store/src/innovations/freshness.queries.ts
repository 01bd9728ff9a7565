import { withGuard } from '@semai/domain/exchange/formula-guard'
import { freshnessColumns } from '@semai/domain/innovations/freshness-sheet'
import type { Actor } from '@semai/domain/people/actor'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleInnovations } from './visible.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

/** Where a page of the board begins: after the row confirmed on this day (null: never), with this id. */
export type FreshnessPlace = { confirmedOn: string | null; id: string }

/** The innovations whose freshness this person watches over: of an institution, of a hub's scope, or all. */
function watchedInnovations(db: Db, actor: Actor) {
  const isNational = actor.grants.some(({ role }) => role === 'co_manager' || role === 'secretariat')
  const provinces = guidedProvinces(actor, ['hub'])
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .where('i.kind', '=', 'innovation')
    .$if(!isNational, (query) =>
      query.where((eb) =>
        eb.or([
          isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin', 'hub')),
          eb('i.province_code', '=', sql<string>`any(${provinces}::text[])`),
        ]),
      ),
    )
}

/** Last answer to "still running?" of each row. */
const lastAnswer = sql<{ answer: string; way: string; at: string } | null>`(
  select json_build_object('answer', a.answer, 'way', a.way, 'at', a.at) from innovation_answer a
  where a.innovation_id = i.id order by a.at desc limit 1)`

/** Records of this person's scope, those never or longest not confirmed first, by keyset. One query. */
export async function freshnessPage(
  db: Db,
  actor: Actor,
  { after, limit = 30 }: { after?: FreshnessPlace | undefined; limit?: number } = {},
) {
  const rows = await watchedInnovations(db, actor)
    .select(['i.id', 'i.code', 'i.slug', 'i.name', 'i.stage', 'o.name as organisation'])
    .select(['i.last_confirmed_on as confirmedOn', 'i.confirmed_way as way', lastAnswer.as('answer')])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(i.last_confirmed_on is not null, coalesce(i.last_confirmed_on, '-infinity'), i.id) >
          (${after!.confirmedOn !== null}, coalesce(${after!.confirmedOn}::date, '-infinity'), ${after!.id}::uuid)`,
      ),
    )
    .orderBy(sql`i.last_confirmed_on is not null, coalesce(i.last_confirmed_on, '-infinity')`)
    .orderBy('i.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { confirmedOn: last.confirmedOn, id: last.id } }
}
export type FreshnessRow = Awaited<ReturnType<typeof freshnessPage>>['rows'][number]

/** How many records of this person's scope were confirmed since the day, before it, or never; stopped ones apart. One query. */
export async function freshnessCounts(db: Db, actor: Actor, since: string) {
  const { fresh, stale, never, stopped } = await watchedInnovations(db, actor)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('i.last_confirmed_on', '>=', since).as('fresh'),
      eb.fn.countAll<number>().filterWhere('i.last_confirmed_on', '<', since).as('stale'),
      eb.fn.countAll<number>().filterWhere('i.last_confirmed_on', 'is', null).as('never'),
      eb.fn.countAll<number>().filterWhere('i.stage', 'in', ['stopped', 'dormant']).as('stopped'),
    ])
    .executeTakeFirstOrThrow()
  return { fresh, stale, never, stopped }
}

/**
 * The sheet with which a local administrator answers for all units, as CSV that old spreadsheets open too: every innovation they may
 * answer for, at most 5,000. One query.
 */
export async function freshnessSheet(db: Db, actor: Actor): Promise<string> {
  const rows = await watchedInnovations(db, actor)
    .select(['i.code', 'i.name', 'o.name as unit', 'i.last_confirmed_on as confirmedOn'])
    .where(isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin')))
    .orderBy('o.name')
    .orderBy('i.name')
    .orderBy('i.code')
    .limit(5_000)
    .execute()
  const lines = rows.map(({ code, name, unit, confirmedOn }) => [code, name, unit, confirmedOn ?? '', '', ''])
  return stringify([[...freshnessColumns], ...lines], {
    bom: true,
    record_delimiter: 'windows',
    cast: { string: withGuard },
  })
}
