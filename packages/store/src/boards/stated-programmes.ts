import type { Says } from '@semai/domain/text/says'

/** The first date of each region of each programme. */
const first = `with first as (
  select p.id, p.slug as scope, c.region_code, min(c.latest) as latest from scaling_programme p
  join scaling_programme_innovation x on x.programme_id = p.id join claim c on c.innovation_id = x.innovation_id
  where c.withdrawn_at is null and c.precision <> 'by' and c.happening <> 'stopped' group by p.id, c.region_code)`

/** What each programme is measured by: the listed regions, else the number of the first year that is not over, else of the last. */
const aimed = `,
aimed as (
  select p.id, p.slug as scope, listed.n > 0 as is_listed, case when listed.n > 0 then listed.n else number.regions end as of,
    case when listed.n = 0 then number.year when listed.n = listed.dated then listed.last end as year
  from scaling_programme p
  cross join lateral (select count(*) as n, count(by_year) as dated, max(by_year) as last from scaling_programme_region where programme_id = p.id) listed
  left join lateral (select year, regions from scaling_programme_target where programme_id = p.id
    order by year < extract(year from :today::date), case when year >= extract(year from :today::date) then year else -year end limit 1) number on true),
counted as (
  select a.*, f.region_code, f.latest from aimed a left join first f on f.id = a.id
    and (not is_listed or f.region_code in (select region_code from scaling_programme_region where programme_id = a.id))),
standing as (
  select scope, of, year, count(region_code) as reached,
    count(*) filter (where latest > (:today::date - interval '1 year') and latest <= :today::date) as recent from counted group by scope, of, year)`

/** Figures of the board of programmes; each query answers for all programmes at once, by their addresses as `scope`. */
export const programmeFigures: readonly { name: string; says: Says; sql: string }[] = [
  {
    name: 'years',
    says: { id: 'Daerah menurut tahun pertama tercatat', en: 'Regions by first year on record' },
    sql: `${first}
select scope, extract(year from latest)::text as key, count(*) as n from first group by scope, 2`,
  },
  {
    name: 'target',
    says: {
      id: 'Sasaran, yang tercapai darinya, dan laju: 12 bulan terakhir dan yang diperlukan per tahun',
      en: 'Target, what of it is reached, and the pace: of the last twelve months, and needed a year',
    },
    sql: `${first}${aimed}
select scope, key, n from standing cross join lateral (values ('of', of), ('reached', case when of is not null then reached end), ('recent', recent),
  ('needed', case when year is not null then ceil(greatest(0, of - reached)::numeric / greatest(1, year - extract(year from :today::date) + 1)) end)) v (key, n)
where n is not null`,
  },
  {
    name: 'sides',
    says: {
      id: 'Klaim dan replikasi di dalam dan di luar tiap program',
      en: 'Claims and replications inside and outside of each programme',
    },
    sql: `with listed as (select programme_id, region_code from scaling_programme_region),
recommended as (
  select p.id as programme_id, r.id, r.claim_id from scaling_programme p join organisation_above x on x.above_id = p.owner_id
  join replication r on r.recommended_by = x.organisation_id),
things as (
  select x.programme_id, 'claims' as what, c.region_code,
    exists (select from recommended m where m.programme_id = x.programme_id and m.claim_id = c.id) as by_it
  from claim c join scaling_programme_innovation x on x.innovation_id = c.innovation_id where c.withdrawn_at is null
  union all
  select x.programme_id, 'replications', r.region_code, exists (select from recommended m where m.programme_id = x.programme_id and m.id = r.id)
  from replication r join scaling_programme_innovation x on x.innovation_id = r.innovation_id)
select p.slug as scope, what || ' ' || case
    when by_it or exists (select from listed l where l.programme_id = p.id and l.region_code = t.region_code) then 'inside'
    when exists (select from listed l where l.programme_id = p.id) then 'outside' else 'unknown' end as key, count(*) as n
from things t join scaling_programme p on p.id = t.programme_id group by 1, 2`,
  },
  {
    name: 'open',
    says: { id: 'Temuan terbuka menurut umurnya', en: 'Open findings by age' },
    sql: `select p.slug as scope, case when :today::date - found_on <= 30 then 'month' when :today::date - found_on <= 90 then 'quarter'
    when :today::date - found_on <= 180 then 'half' else 'older' end as key, count(*) as n
from programme_finding f join scaling_programme p on p.id = f.programme_id where state in ('found', 'recommended', 'followed_up') group by 1, 2`,
  },
]
