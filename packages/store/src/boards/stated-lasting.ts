import type { Says } from '@semai/domain/text/says'
import { runnings } from './stated-runnings.ts'

/**
 * Goes on from `told`: `runs` are those that were followed, ages in years, with what each is compared by; `followed` has a row for
 * each of them and each comparison, and `large` the groups of at least 20 with at least 5 stops.
 */
const compared = `,
runs as (
  select t.id, t.stopped_on is not null as stops, entry_days::float8 / 365.25 as entry, exit_days::float8 / 365.25 as exit,
    coalesce(i.category_key, 'unknown') as category, coalesce(c.form, 'unknown') as form,
    case when exists (select from region_attribute a where a.region_code = t.region_code and a.attribute = 'underdeveloped' and a.value = 1) then 'underdeveloped'
      when g.kind in ('province', 'city') then g.kind else 'regency' end as place
  from told t join claim c on c.id = t.id join innovation i on i.id = t.innovation_id join region g on g.code = t.region_code
  where t.earliest is not null and t.precision <> 'by' and exit_days > entry_days),
followed as (
  select r.*, by, grp from runs r
  cross join lateral (values ('all', 'all'), ('category', category), ('place', place), ('form', form)) v (by, grp)),
large as (select by, grp from followed group by by, grp having count(*) >= 20 and count(*) filter (where stops) >= 5)`

/**
 * Goes on: `range` is from the first month of age at which five are followed to the first after it at which fewer are, `reached` who
 * was followed past its beginning, `steps` the share that still runs after each age of a stop.
 */
const curves = `,
moves as (
  select by, grp, ceil(entry * 12)::int as month, 1 as n from followed join large using (by, grp)
  union all select by, grp, ceil(exit * 12)::int, -1 from followed join large using (by, grp)),
months as (
  select by, grp, month, sum(coalesce(n, 0)) over (partition by by, grp order by month) as followed from (
    select by, grp, month, sum(n) as n from (
      select by, grp, month, n from moves
      union all select by, grp, generate_series(0, max(month)), 0 from moves group by by, grp) every_month group by by, grp, month) summed),
starts as (select by, grp, min(month) as first from months where followed >= 5 group by by, grp),
range as (
  select by, grp, first, min(month) as last from starts join months using (by, grp) where month > first and followed < 5 group by by, grp, first),
reached as (
  select by, grp, greatest(entry, first / 12.0::float8) as entry, exit, stops, last from followed join range using (by, grp) where exit > first / 12.0::float8),
ages as (
  select by, grp, age, sum(enters - leaves) as net, sum(stops) as d from (
    select by, grp, entry as age, 1 as enters, 0 as leaves, 0 as stops from reached
    union all select by, grp, exit, 0, 1, stops::int from reached) marks group by by, grp, age),
at_risk as (
  select by, grp, age, d, sum(net) over (partition by by, grp order by age rows between unbounded preceding and 1 preceding) as n from ages),
steps as (
  select by, grp, age, exp(sum(case when d < n then ln(1 - d::float8 / n) else '-infinity' end) over (partition by by, grp order by age)) as share
  from at_risk where d > 0)`

/** Goes on: `kept` are the runs of which every group is large enough, or the small ones together; others are left out. */
const factors = `,
levels as (
  select f.id, f.by, case when l.grp is not null then f.grp
      when count(*) filter (where l.grp is null) over (partition by f.by) >= 20
        and count(*) filter (where l.grp is null and f.stops) over (partition by f.by) >= 5 then 'other' end as level
  from followed f left join large l using (by, grp) where f.by <> 'all'),
kept as (select r.* from runs r where not exists (select from levels l where l.id = r.id and l.level is null)),
told_levels as (
  select by, level, count(*) as runs, count(*) filter (where stops) as stopped, row_number() over (partition by by order by count(*) desc, level) as place
  from levels join kept using (id) group by by, level)`

/**
 * Rows of the model of what goes with stopping, one for each running it holds: ages in years, whether it stopped, its levels, how many
 * of its innovation had begun before it, and the innovation. `:today` is the day.
 */
export const lastingRows = `${runnings}${compared}${factors},
begun as (select id, row_number() over (partition by innovation_id order by latest, id) - 1 as earlier from told),
beside as (
  select id, max(level) filter (where by = 'place') as place, max(level) filter (where by = 'form') as form,
    max(level) filter (where by = 'category') as category from levels group by id)
select k.entry, k.exit, k.stops::int as event, ln(1 + b.earlier::float8) / ln(2::float8) as earlier, told.innovation_id as innovation,
  s.place, s.form, s.category
from kept k join begun b on b.id = k.id join beside s on s.id = k.id join told on told.id = k.id`

/**
 * Rows of the log-rank tests, one for each running that was followed: ages in years, whether it stopped, and its group of each
 * comparison. `:today` is the day.
 */
export const comparedRows = `${runnings}${compared}
select entry, exit, stops::int as event, place, form, category from runs`

/** Figures of how long things last; `:today` is the day. Shares are told in millionths, rounded. */
export const lastingFigures: readonly { name: string; says: Says; sql: string }[] = [
  {
    name: 'groups',
    says: {
      id: 'Yang diikuti dan yang berhenti di antaranya, menurut kategori, jenis daerah, dan bentuk',
      en: 'Followed and stopped among them, by category, kind of region and form',
    },
    sql: `${runnings}${compared}
select by || ' ' || grp || ' ' || key as key, count(*) as n from followed
cross join lateral unnest(array['runs', case when stops then 'stopped' end]) key where by <> 'all' and key is not null group by by, grp, key`,
  },
  {
    name: 'curve',
    says: {
      id: 'Kurva bertahan tiap kelompok pada tiap tahun umur: yang masih diikuti, dan bagian yang masih berjalan',
      en: 'The curve of each group at each year of age: how many are followed, and the share that still runs',
    },
    sql: `${runnings}${compared}${curves},
years as (select by, grp, month, followed from months join range using (by, grp) where month between first and last and month % 12 = 0)
select by || ' ' || grp || ' ' || month / 12 || ' followed' as key, followed as n from years
union all
select by || ' ' || grp || ' ' || month / 12 || ' share', round(1000000 * coalesce(
  (select s.share from steps s where s.by = y.by and s.grp = y.grp and s.age <= y.month / 12.0::float8 order by s.age desc limit 1), 1)) from years y`,
  },
  {
    name: 'factors',
    says: {
      id: 'Yang menyertai berhenti: yang diikuti, yang berhenti, dan yang ditinggalkan; tiap kolom selain pembandingnya',
      en: 'What goes with stopping: followed, stopped and left out; each column but what it is compared with',
    },
    sql: `${runnings}${compared}${factors},
whole as (select (select count(*) from kept) as runs, (select count(*) from kept where stops) as stopped, (select count(*) from runs) as every,
  (select count(*) filter (where place > 1) from told_levels) + 1 as columns)
select key, n from whole cross join lateral (values ('runs', runs), ('stopped', stopped), ('left out', every - runs)) v (key, n) where stopped >= 10 * columns
union all
select by || ' ' || level || ' ' || key, n from whole cross join told_levels cross join lateral (values ('runs', told_levels.runs), ('stopped', told_levels.stopped)) v (key, n)
where place > 1 and whole.stopped >= 10 * columns`,
  },
]
