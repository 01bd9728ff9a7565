import type { Says } from '@semai/domain/text/says'
import { runnings } from './stated-runnings.ts'

/** How what was told of a running (`told`) stood on `day`, by what is known on `:today`. */
export const stateOn = `case when stopped_on <= day then 'stopped' when unanswered_since <= day then 'unanswered' when kind = 'event' then 'opened'
    when valid_until < day and not (day < last_seen or coalesce(day < stopped_on, false)) then 'not_updated' else 'running' end`

/** The region of `code` and its province, as `scope`. */
const scopes = (code: string) =>
  `cross join lateral (select ${code} as scope union select left(${code}, 2)) s`

type PlaceFigure = { name: string; says: Says; sql: string }

const work: PlaceFigure[] = [
  {
    name: 'years',
    says: {
      id: 'Yang mulai, yang berhenti, dan keadaan akhir tiap tahun',
      en: 'What began, what stopped, and how each year ended',
    },
    sql: `${runnings}
select scope, extract(year from day) || ' ' || what as key, count(*) as n from told ${scopes('region_code')}
cross join lateral (
  select latest as day, 'began' as what where precision <> 'by' and latest <= :today::date
  union all select stopped_on, 'ended' where stopped_on <= :today::date
  union all select day, ${stateOn} from generate_series(extract(year from first_seen)::int, extract(year from :today::date)::int) y
    cross join lateral (select least(make_date(y, 12, 31), :today::date) as day) d where first_seen <= day) w
group by scope, 2`,
  },
  {
    name: 'money',
    says: {
      id: 'Rupiah yang dijanjikan, dialokasikan, direalisasikan, dan menurut laporan yang terverifikasi, per tahun',
      en: 'Rupiah pledged, allocated, spent, and spent by verified reports, by year',
    },
    sql: `with last_pledge as (
  select distinct on (c.replication_id, m.year) c.replication_id, m.year, m.amount from commitment c join commitment_amount m on m.commitment_id = c.id
  where c.withdrawn_at is null order by c.replication_id, m.year, c.signed_on desc, c.id desc),
amounts as (
  select replication_id, year, 'pledged' as what, amount from last_pledge
  union all select replication_id, year, 'allocated', amount from budget_link where link in ('dpa', 'dipa', 'rkap', 'work_plan')
  union all select replication_id, year, 'spent', amount from budget_link where link = 'realisation'
  union all select replication_id, year, what, amount from funding
    cross join lateral (values ('pledged', pledged), ('allocated', allocated), ('spent', spent)) v (what, amount)
  union all select replication_id, year, 'reported', realisation from quarterly_report where state = 'verified')
select scope, amounts.year || ' ' || what as key, sum(amount) as n from amounts join replication r on r.id = replication_id ${scopes('r.region_code')}
where scope is not null group by scope, 2`,
  },
]

const late: PlaceFigure = {
  name: 'late',
  says: { id: 'Yang terlambat atau belum dijawab', en: 'What is late or unanswered' },
  sql: `with due as (select date_trunc('quarter', :today::date)::date as ends),
waiting as (
  select 'milestones' as key, region_code from replication_milestone m join replication r on r.id = m.replication_id
    where reached_on is null and planned_on < :today::date and state in ('preparing', 'implementing')
  union all
  select 'reports', region_code from replication r cross join due
    where state in ('implementing', 'running') and :today::date > ends + 13
      and (coalesce((select min(t.at) from replication_step t where t.replication_id = r.id and t.step in ('begin', 'run')), created_at) at time zone 'Asia/Jakarta')::date < ends
      and not exists (select from quarterly_report q where q.replication_id = r.id and q.state in ('submitted', 'returned', 'verified')
        and q.year = extract(year from ends - 1) and q.quarter = extract(quarter from ends - 1))
  union all
  select 'pulses', region_code from replication r join (select distinct on (replication_id) * from pulse order by replication_id, due_on desc) newest
    on newest.replication_id = r.id where state in ('running', 'institutionalised') and answered_at is null and until_on < :today::date
  union all
  select 'claims', region_code from claim c where kind = 'state' and withdrawn_at is null and stopped_on is null and valid_until < :today::date
    and not exists (select from replication r join pulse u on u.replication_id = r.id where r.claim_id = c.id and u.holds_until >= :today::date)
    and not exists (select from (select distinct on (r.claim_id) r.claim_id, u.answer from replication r join pulse u on u.replication_id = r.id
      where u.answered_at is not null order by r.claim_id, u.answered_at desc) said where said.claim_id = c.id and said.answer = 'stopped')
  union all
  select 'findings', o.region_code from programme_finding f join organisation o on o.id = f.organisation_id where state = 'recommended' and due_on < :today::date
  union all
  select 'corrections', o.region_code from correction c join organisation o on o.id = c.organisation_id where state = 'received')
select scope, key, count(*) as n from waiting ${scopes('region_code')} where scope is not null group by scope, key`,
}

const beside: PlaceFigure = {
  name: 'beside',
  says: {
    id: 'Yang dibuat, berjalan, berhenti, dan sedang direplikasi, seperti dibandingkan dengan daerah serupa',
    en: 'What was created, runs, stopped and is being replicated, as compared with regions like it',
  },
  sql: `with here as (
  select region_code, 'created' as key, id from innovation where merged_into is null and kind = 'innovation'
  union all select region_code, case when stopped_on is null then 'runs' else 'stopped' end, innovation_id from claim where withdrawn_at is null
  union all select region_code, 'underway', id from replication where state in ('preparing', 'implementing'))
select scope, key, count(distinct id) as n from here ${scopes('region_code')} where scope is not null group by scope, key`,
}

/** Figures of the boards of regions; each query answers for all of them at once, by their codes as `scope`. */
export const placeFigures: readonly PlaceFigure[] = [...work, late, beside]
