import type { MilestoneKind } from '@semai/domain/replications/replication'
import { sql } from 'kysely'

/**
 * One who was at the same stage before and moved on: whether it had been stuck there too, and which obstacles it had in
 * common.
 */
export type Solver = {
  code: string
  adopter: string
  innovation: string
  days: number
  wasStuck: boolean
  isSameInnovation: boolean
  shared: MilestoneKind[]
}

/** Of others like it, so many that were stuck are looked at: those that got past soonest. */
const looked = 10

/**
 * For a query over `r` and its stay `s` with the fence it is beyond: at most three who passed this stage and run now, whose page is public.
 * First those that were stuck and had the same milestones late, then others that were stuck, with the same innovation
 * before others in the same kind of place, then whoever passed soonest with the same innovation. An obstacle is a milestone
 * that is late against its plan, or where none is planned, one that should be there; it was overcome by who reached it
 * during that stay, later than planned.
 */
export function solversOf(today: string) {
  const columns = sql`past.replication_id, past.days, past.entered_on, past.left_on`
  return sql<Solver[]>`(select coalesce(jsonb_agg(to_jsonb(best) - 'rank'), '[]') from (
    select done.code, by.name as adopter, i2.name as innovation, c.days, c.days > s.fence_days as "wasStuck",
      done.innovation_id = r.innovation_id as "isSameInnovation", overcome.kinds as shared,
      row_number() over (order by c.days > s.fence_days and cardinality(overcome.kinds) > 0 desc, c.days > s.fence_days desc,
        cardinality(overcome.kinds) desc, done.innovation_id = r.innovation_id desc, c.days, done.id) as rank
    from (
      (select ${columns} from replication_stay past where past.innovation_id = r.innovation_id and past.state = r.state
        and past.days > s.fence_days order by past.days limit ${looked})
      union
      (select ${columns} from replication_stay past where past.innovation_id = r.innovation_id and past.state = r.state
        and past.days is not null order by past.days limit 3)
      union
      (select ${columns} from replication_stay past where past.place_kind = s.place_kind and past.state = r.state
        and past.days > s.fence_days order by past.days limit ${looked})) c
    join replication done on done.id = c.replication_id and done.state in ('running', 'institutionalised')
    join organisation by on by.id = done.organisation_id
    join innovation i2 on i2.id = done.innovation_id
    cross join lateral (select coalesce(array_agg(m.kind order by m.kind), '{}') as kinds from replication_milestone m
      where m.replication_id = done.id and m.reached_on between c.entered_on and c.left_on
        and (m.planned_on is null or m.reached_on > m.planned_on) and m.kind = any(${obstaclesOf(today)}::text[])) overcome
    order by rank limit 3) best)`
}

/** The milestones that hold `r` up: late against its plan, or else expected and not there. */
function obstaclesOf(today: string) {
  return sql`(select coalesce(nullif(array_agg(o.kind) filter (where o.planned_on < ${today}::date and o.reached_on is null), '{}'),
      array(select x.kind from unnest(array['choice', 'plan', 'commitment']) as x (kind)
        where x.kind <> all(coalesce(array_agg(o.kind) filter (where o.reached_on is not null), '{}'))))
    from replication_milestone o where o.replication_id = r.id)`
}
