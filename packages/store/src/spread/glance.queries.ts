import { fewestTold } from '@semai/domain/continuity/lasting'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { visibleClaims } from './visible-claims.ts'

/** How many innovations the catalogue holds, split by where their narrative comes from. Programmes are not counted. */
export async function catalogueAtAGlance(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .select((eb) => [
      eb.fn.countAll<number>().as('innovations'),
      eb.fn.countAll<number>().filterWhere('i.basis', '=', 'source').as('fromSource'),
      eb.fn.countAll<number>().filterWhere('i.basis', '=', 'general_knowledge').as('generalKnowledge'),
      eb.fn.countAll<number>().filterWhere('i.basis', '=', 'name_only').as('nameOnly'),
      eb.fn.count<number>('i.organisation_id').distinct().as('organisations'),
      eb.fn.count<number>('i.province_code').distinct().as('provinces'),
    ])
    .where('i.kind', '=', 'innovation')
    .executeTakeFirstOrThrow()
}

/** The latest happenings grouped by innovation and day, stops apart: one row per batch with the places in it. */
export function latestBatches(db: Db, actor: Actor, limit = 4) {
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .select(['c.latest as day', 'i.code', 'i.slug', 'i.name', 'c.happening'])
    .select((eb) => [
      eb.fn.countAll<number>().as('places'),
      sql<
        { name: string; slug: string }[]
      >`jsonb_agg(jsonb_build_object('name', r.name, 'slug', r.slug) order by r.name)`.as('regions'),
      sql<Record<string, number>>`jsonb_build_object(
        'reported', count(*) filter (where c.strength = 'reported'),
        'declared', count(*) filter (where c.strength = 'declared'),
        'confirmed', count(*) filter (where c.strength = 'confirmed'),
        'verified', count(*) filter (where c.strength = 'verified'))`.as('strengths'),
    ])
    .where('c.precision', '=', 'day')
    .where('c.happening', '<>', 'stopped')
    .groupBy(['c.latest', 'i.id', 'c.happening'])
    .orderBy('c.latest', 'desc')
    .orderBy('i.code')
    .limit(limit)
    .execute()
}

/**
 * Stops in aggregate: how many claims stopped, by reason; a named agency's reason is never part of this. Nothing while so few
 * stopped that the total would tell the reason of one.
 */
export async function stopsByReason(db: Db, actor: Actor) {
  const reasons = await visibleClaims(db, actor)
    .select(['c.stop_reason as reason', (eb) => eb.fn.countAll<number>().as('count')])
    .where('c.stopped_on', 'is not', null)
    .groupBy('c.stop_reason')
    .orderBy('count', 'desc')
    .execute()
  const all = reasons.reduce((sum, { count }) => sum + count, 0)
  return all < fewestTold ? [] : reasons
}

/** The innovations that were declared for national scaling-up, by code. */
export function scalingUp(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .innerJoin('innovation_award as a', 'a.innovation_id', 'i.id')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.code', 'i.slug', 'i.name', 'o.name as origin', 'o.slug as originSlug', 'a.label', 'a.year'])
    .where('a.competition', '=', 'scaling_up')
    .orderBy('i.code')
    .limit(100)
    .execute()
}
