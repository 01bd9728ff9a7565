/** True where replication `r` lies in the province or the tree of the hub at address `:scope`. */
export const hubScope = `(r.province_code = (select code from region where slug = :scope)
    or r.organisation_id in (select organisation_id from organisation_above where above_id = (select id from organisation where slug = :scope)))`

/**
 * How many open replications have been where they are for longer than 1.5 quartile spreads (at least 14 days) beyond the upper
 * quartile of past ones: of the same innovation, else of the same kind of place, else of all; each from eight past ones on.
 */
export const stuckOnes = (scope: string) => `with past as (
  select * from replication_stay where days is not null and state in ('proposed', 'preparing', 'implementing')),
fences as (
  select state, likeness, what, ceil(upper + greatest(1.5 * (upper - lower), 14)) as days from (
    select state, likeness, what, percentile_cont(0.25) within group (order by days) as lower,
      percentile_cont(0.75) within group (order by days) as upper
    from past, (values ('innovation'), ('place'), ('all')) l (likeness)
    cross join lateral (select case likeness when 'innovation' then innovation_id::text when 'place' then place_kind else '' end as what) w
    group by state, likeness, what having count(*) >= 8) quartiles),
open as (
  select :today::date - s.entered_on as waited,
    coalesce((select days from fences f where f.state = s.state and likeness = 'innovation' and what = s.innovation_id::text),
      (select days from fences f where f.state = s.state and likeness = 'place' and what = s.place_kind),
      (select days from fences f where f.state = s.state and likeness = 'all')) as fence
  from replication_stay s join replication r on r.id = s.replication_id
  where s.left_on is null and s.state in ('proposed', 'preparing', 'implementing') and ${scope})
select key, count(*) as n from open cross join lateral
  unnest(array['open', case when fence is null then 'unknown' end, case when waited > fence then 'stuck' end]) key
where key is not null group by key`
