/** A whole number from 0 to below `below` for each `n` of the rows at hand, by hash: the same in every run of a seed. */
export const drawn = (salt: string, below: number | string) =>
  `(abs(hashtext('${salt} SEED ' || n::text)::bigint) % (${below}))::int`

/** An identifier for each `n` and kind of row, the same in every run of a seed. */
export const identifier = (kind: string, row = 'n') => `md5('${kind} SEED ' || ${row}::text)::uuid`

/** Ten in the morning of a day, in Jakarta. */
export const morning = (day: string) => `((${day}) + time '10:00') at time zone 'Asia/Jakarta'`

/** A ministry with parts, which adopt too, so that a hub of a tree has something to look at. */
const ministries = `
  insert into organisation (id, slug, name, kind)
  select ${identifier('ministry')}, 'kementerian-rekaan-' || n, 'Kementerian ' || n || ' (rekaan)', 'ministry' from generate_series(1, 3) n;
  insert into organisation (id, slug, name, kind, parent_id)
  select ${identifier('part')}, 'balai-rekaan-' || n, 'Balai ' || n || ' (rekaan)', 'unit', ${identifier('ministry', '1')} from generate_series(1, 12) n;
  insert into hub (id, region_code, organisation_id, year, status, source_id)
  select md5('hub' || place)::uuid, case when length(place) = 2 then place end, case when length(place) > 2 then place::uuid end, 2021, 'designated', s.id
  from source s, unnest(array['11', '33', '35', '73', ${identifier('ministry', '1')}::text]) place`

/**
 * One row for each replication to be: who takes over what, when it began, and when each thing happened or would have. Every place
 * takes over, in turn, one of twenty that spread far and one of the others; no pair comes twice.
 */
const choices = `
  create unlogged table drawn as
  with places as (
      select row_number() over (order by region_code nulls last, slug) - 1 as at, count(*) over () as many, id, region_code,
        coalesce(parent_id, id) as institution
      from organisation where kind in ('government', 'unit')),
    sources as (select row_number() over (order by code) - 1 as at, count(*) over () as many, id from innovation),
    pairs as (
      select n, p.id as place, p.institution, p.region_code,
        case when k % 2 = 0 then k / 2 else 20 + (p.at * 7 + k * 83) % ((select count(*) from innovation) - 20) end as source_at
      from generate_series(0, SIZE - 1) n
      join places p on p.at = n % (select count(*) from places)
      cross join lateral (select n / (select count(*) from places) as k) turn),
    days as (
      select n, place, institution, region_code, source_at, date 'END' - ${drawn('began', 3650)} as began_on,
        10 + ${drawn('prepared', 90)} + ${drawn('late', 9)} / 8 * 200 as prepared, 20 + ${drawn('worked', 200)} as worked,
        60 + (-ln((1 + ${drawn('life', 9999)}) / 10000.0) * 2500)::int as life
      from pairs),
    told as (
      select d.*, s.id as innovation, began_on + prepared as worked_on, began_on + prepared + worked as ran_on,
        began_on + prepared + worked + life as ended_on,
        case when ${drawn('answer', 25)} = 0 then 'unanswered' when ${drawn('stuck', 15)} = 0 then 'stuck' else 'moves' end as luck
      from days d join sources s on s.at = d.source_at)
  select t.*, ${identifier('replication')} as id, ${identifier('claim')} as claim,
    case when luck = 'unanswered' then case when began_on + 400 > date 'END' then 'proposed' else 'declined' end
      when luck = 'stuck' then case when began_on + 700 > date 'END' then 'preparing' else 'cancelled' end
      when worked_on > date 'END' then 'preparing'
      when ran_on > date 'END' then 'implementing'
      when ended_on <= date 'END' then 'stopped'
      when ran_on + 730 <= date 'END' and ${drawn('rooted', 5)} = 0 then 'institutionalised'
      else 'running' end as state
  from told t`

const replications = `
  insert into replication (id, code, innovation_id, organisation_id, institution_id, region_code, province_code, route, state, year,
    declared_form, created_at, moved_at, updated_at)
  select id, 'REP-' || lpad((n + 1)::text, 5, '0'), innovation, place, institution, region_code, left(region_code, 2),
    (array['need', 'letter', 'letter', 'running'])[1 + ${drawn('route', 4)}], state, extract(year from began_on)::int,
    (array['adoption', 'adaptation', 'modification', null])[1 + ${drawn('form', 4)}],
    ${morning('began_on')}, ${morning(`case state when 'declined' then began_on + 300 when 'cancelled' then began_on + 650 when 'implementing' then worked_on
      when 'running' then ran_on when 'institutionalised' then ran_on + 730 when 'stopped' then ended_on else began_on end`)},
    ${morning(`date 'END'`)}
  from drawn order by n`

// Without statistics yet, the trigger would read the whole table for each step.
const steps = `
  set enable_seqscan = off;
  insert into replication_step (id, replication_id, step, from_state, to_state, reason_code, at)
  select md5('step SEED ' || n || ' ' || place)::uuid, id, step, from_state, to_state, reason_code, ${morning('happened')} from (
    select n, id, 1 as place, 'start' as step, 'preparing' as from_state, case luck when 'unanswered' then 'proposed' else 'preparing' end as to_state,
      null as reason_code, began_on as happened from drawn
    union all select n, id, 2, 'decline', 'proposed', state, 'other', began_on + 300 from drawn where state = 'declined'
    union all select n, id, 2, 'cancel', 'preparing', state, 'other', began_on + 650 from drawn where state = 'cancelled'
    union all select n, id, 2, 'begin', 'preparing', 'implementing', null, worked_on from drawn
      where state in ('implementing', 'running', 'institutionalised', 'stopped')
    union all select n, id, 3, 'run', 'implementing', 'running', null, ran_on from drawn where state in ('running', 'institutionalised', 'stopped')
    union all select n, id, 4, 'root', 'running', state, null, ran_on + 730 from drawn where state = 'institutionalised'
    union all select n, id, 4, 'stop', 'running', state, 'budget', ended_on from drawn where state = 'stopped') told
  order by n, place;
  reset enable_seqscan`

const milestones = `
  insert into replication_milestone (replication_id, kind, planned_on, reached_on, saved_at)
  select d.id, kind, began_on + at::int * 20, case when (n + at) % 4 > 0 and began_on + at::int * 20 + 15 <= date 'END'
    then began_on + at::int * 20 - 15 + (n + at)::int % 30 end, ${morning(`date 'END'`)}
  from drawn d, unnest(array['need', 'choice', 'study_visit', 'team', 'plan', 'commitment', 'training']) with ordinality k (kind, at)
  where at <= 3 + d.n % 5 and state not in ('proposed', 'declined')`

/** Statements that make places and replications; SIZE, SEED and END stand for what was asked. */
export const decadeReplications = [ministries, choices, replications, steps, milestones]
