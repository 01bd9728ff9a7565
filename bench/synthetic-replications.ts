import type { OpenedDatabase } from '@semai/store/db/open'

/**
 * The database holds `size` replications of its innovations by its governments afterwards, the same in every run: eight in
 * ten past preparation, each with the steps that led there, days drawn unevenly, and three to seven milestones.
 */
export async function fillReplications({ pool }: OpenedDatabase, size: number): Promise<void> {
  for (const statement of [choices, replications, steps, milestones]) {
    await pool.query(statement.replaceAll('SIZE', String(size)))
  }
  await pool.query('vacuum (analyze)')
}

/** An even number from 0 to `below` for each `n`, by hash. */
const drawn = (salt: string, below: number | string) =>
  `(abs(hashtext('${salt}' || n::text)::bigint) % (${below}))::int`

const choices = `
  create unlogged table drawn as
  with places as (select array_agg(id order by id) as ids from organisation where kind = 'government'),
    sources as (select array_agg(id order by code) as ids from (select id, code from innovation order by code limit 400) i),
    pairs as (select n, places.ids[1 + n % cardinality(places.ids)] as place, sources.ids[1 + (n / cardinality(places.ids)) % 400] as innovation
      from places, sources, generate_series(0, SIZE - 1) n)
  select n, gen_random_uuid() as id, place, innovation,
    (array['proposed','preparing','preparing','implementing','implementing','running','running','running','institutionalised','stopped'])[1 + ${drawn('state', 10)}] as state,
    (array['need','letter','letter','running'])[1 + ${drawn('route', 4)}] as route,
    10 + ${drawn('prepared', 90)} + ${drawn('late', 9)} / 8 * 200 as prepared,
    20 + ${drawn('worked', 200)} as worked, 1 + ${drawn('waits', 150)} + ${drawn('stuck', 12)} / 11 * 400 as waits
  from pairs`

const replications = `
  insert into replication (id, innovation_id, organisation_id, institution_id, region_code, province_code, route, state, year, created_at, moved_at, updated_at)
  select d.id, d.innovation, d.place, d.place, o.region_code, left(o.region_code, 2), d.route, d.state, 2027,
    now() - make_interval(days => waits + prepared + worked + 300), now() - make_interval(days => waits), now()
  from drawn d join organisation o on o.id = d.place`

// Without statistics yet, the trigger would read the whole table for each step.
const steps = `
  set enable_seqscan = off;
  insert into replication_step (id, replication_id, step, from_state, to_state, at)
  select gen_random_uuid(), id, step, from_state, to_state, at from (
    select id, 1 as place, 'start' as step, 'preparing' as from_state, case state when 'proposed' then 'proposed' else 'preparing' end as to_state,
      now() - make_interval(days => waits + case when state in ('proposed', 'preparing') then 0 when state = 'implementing' then prepared else prepared + worked end) as at
    from drawn
    union all
    select id, 2, 'begin', 'preparing', 'implementing', now() - make_interval(days => waits + case state when 'implementing' then 0 else worked end)
    from drawn where state not in ('proposed', 'preparing')
    union all
    select id, 3, 'run', 'implementing', state, now() - make_interval(days => waits)
    from drawn where state in ('running', 'institutionalised', 'stopped')) told
  order by id, place;
  reset enable_seqscan`

const milestones = `
  insert into replication_milestone (replication_id, kind, planned_on, reached_on, saved_at)
  select d.id, kind, current_date - 60 + at::int * 10, case when (d.n + at) % 3 > 0 then current_date - 80 + at::int * 10 end, now()
  from drawn d, unnest(array['need','choice','study_visit','team','plan','commitment','training']) with ordinality k (kind, at)
  where at <= 3 + d.n % 5`
