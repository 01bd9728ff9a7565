import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'

/** Which rows: those of one computation, after a rank (0 for the first ones). */
type Asked = { inputs: string; after: number; limit: number }

/** The rows of one computation, `n`. Everything shown of them is open data; `able_before` is not among it. */
function rowsOf(db: Db, inputs: string) {
  return db
    .selectFrom('next_adopter as n')
    .select(['n.rank', 'n.rank_in_region as rankInRegion', 'n.chance', 'n.lower', 'n.upper', 'n.reasons'])
    .where('n.inputs', '=', inputs)
}

/** The regions that may begin an innovation next, likeliest first. One query. */
export async function nextRegions(
  db: Db,
  { inputs, innovation, after, limit }: Asked & { innovation: string },
) {
  const rows = await rowsOf(db, inputs)
    .innerJoin('region as r', 'r.code', 'n.region_code')
    .innerJoin('region as p', 'p.code', 'r.province_code')
    .select(['r.code', 'r.name', 'r.slug', 'p.name as province'])
    .select(
      sql<number>`(select count(*)::int from next_adopter other where other.inputs = n.inputs
      and other.innovation_code = n.innovation_code)`.as('total'),
    )
    .where('n.innovation_code', '=', innovation)
    .where('n.rank', '>', after)
    .orderBy('n.rank')
    .limit(limit)
    .execute()
  return { rows, total: rows[0]?.total ?? 0 }
}
export type NextRegion = Awaited<ReturnType<typeof nextRegions>>['rows'][number]

/** The innovations that a region may begin next, likeliest first. One query. */
export async function nextInnovations(
  db: Db,
  actor: Actor,
  { inputs, region, after, limit }: Asked & { region: string },
) {
  const rows = await rowsOf(db, inputs)
    .innerJoin(
      visibleInnovations(db, actor).select(['i.code', 'i.name', 'i.slug', 'i.summary', 'i.basis']).as('i'),
      'i.code',
      'n.innovation_code',
    )
    .select(['i.code', 'i.name', 'i.slug'])
    .select(sql<string | null>`case when i.basis = 'source' then i.summary end`.as('summary'))
    .select(
      sql<number>`(select count(*)::int from next_adopter other where other.inputs = n.inputs
      and other.region_code = n.region_code)`.as('total'),
    )
    .where('n.region_code', '=', region)
    .where('n.rank_in_region', '>', after)
    .orderBy('n.rank_in_region')
    .limit(limit)
    .execute()
  return { rows, total: rows[0]?.total ?? 0 }
}
export type NextInnovation = Awaited<ReturnType<typeof nextInnovations>>['rows'][number]

/** Fewer ranked innovations than this are no ranking worth a way to it. */
const worthLooking = 3

/** Whether enough is ranked for a region in the newest computation. One query. */
export async function hasNextInnovations(db: Db, region: string): Promise<boolean> {
  const { inputs } = await db
    .selectNoFrom((eb) =>
      eb
        .selectFrom('next_adopter as n')
        .select('n.inputs')
        .where('n.region_code', '=', region)
        .where('n.rank_in_region', '=', worthLooking)
        .where('n.inputs', '=', newestInputs(db))
        .as('inputs'),
    )
    .executeTakeFirstOrThrow()
  return inputs !== null
}

/** Names and addresses of some innovations by their codes. One query. */
export function namedInnovations(db: Db, actor: Actor, codes: readonly string[]) {
  return visibleInnovations(db, actor)
    .select(['i.code', 'i.name', 'i.slug'])
    .where('i.code', 'in', ['', ...codes])
    .execute()
}

/** The inputs of the newest computation of next adopters that is done. */
export function newestInputs(db: Db) {
  return db
    .selectFrom('analysis')
    .select('inputs')
    .where('name', '=', 'next_adopters')
    .where('state', '=', 'done')
    .orderBy('asked_at', 'desc')
    .limit(1)
}
