import type { Says } from '@semai/domain/text/says'
import { runnings } from './stated-runnings.ts'
import { stateOn } from './stated-places.ts'

/** The country (''), the region, its province, and the hubs of organisations that an organisation belongs to, as `scope`. */
const scopes = (region: string, organisation: string) => `cross join lateral (
    select '' as scope union select ${region} where ${region} is not null union select left(${region}, 2) where ${region} is not null
    union select o.slug from organisation_above x join hub b on b.organisation_id = x.above_id join organisation o on o.id = b.organisation_id
      where x.organisation_id = ${organisation}) s`

const inMonth = (day: string) => `${day} >= date_trunc('month', :today::date) and ${day} <= :today::date`
const jakarta = (moment: string) => `(${moment} at time zone 'Asia/Jakarta')::date`
const ofReplication = `join replication r on r.id = q.replication_id ${scopes('r.region_code', 'r.organisation_id')}`

/** Figures of monthly briefs; `:today` is the last day a brief tells of. Each query answers for all at once. */
export const briefFigures: readonly { name: string; says: Says; sql: string }[] = [
  {
    name: 'began',
    says: {
      id: 'Replikasi yang masuk tiap keadaan dalam bulan itu',
      en: 'Replications that entered each state in the month',
    },
    sql: `select s.scope, q.state as key, count(*) as n from replication_stay q ${ofReplication}
where q.state in ('preparing', 'implementing', 'running', 'institutionalised') and ${inMonth('entered_on')} group by 1, 2`,
  },
  {
    name: 'verified',
    says: {
      id: 'Klaim dan laporan yang diverifikasi, dan denyut yang dijawab, dalam bulan itu',
      en: 'Claims and reports verified, and pulses answered, in the month',
    },
    sql: `select s.scope, 'claims' as key, count(distinct c.id) as n from claim_act a join claim c on c.id = a.claim_id ${scopes('c.region_code', 'c.organisation_id')}
where act = 'verified' and c.withdrawn_at is null and ${inMonth('acted_on')} group by 1
union all
select s.scope, 'reports', count(*) from quarterly_report q ${ofReplication} where q.state = 'verified' and ${inMonth(jakarta('q.moved_at'))} group by 1
union all
select s.scope, 'pulses', count(*) from pulse q ${ofReplication} where ${inMonth(jakarta('answered_at'))} group by 1`,
  },
  {
    name: 'states',
    says: {
      id: 'Keadaan yang pernah berjalan pada hari terakhirnya',
      en: 'How what ran stood on its last day',
    },
    sql: `${runnings}
select s.scope, ${stateOn} as key, count(*) as n from told cross join (select :today::date as day) d ${scopes('told.region_code', 'told.organisation_id')}
where first_seen <= day group by 1, 2`,
  },
  {
    name: 'stops',
    says: {
      id: 'Yang berhenti dalam bulan itu menurut sebabnya; satu atau dua tidak dirinci',
      en: 'What stopped in the month by reason; one or two are not told apart',
    },
    sql: `${runnings},
stops as (select s.scope, stop_reason, count(*) over (partition by s.scope) as of_scope from told ${scopes('told.region_code', 'told.organisation_id')}
  where ${inMonth('stopped_on')})
select scope, coalesce(case when of_scope >= 3 then stop_reason end, 'not told') as key, count(*) as n from stops group by 1, 2`,
  },
  {
    name: 'behind',
    says: {
      id: 'Yang terlambat pada hari terakhirnya: tonggak, laporan triwulan, denyut yang tidak dijawab',
      en: 'What was late on its last day: milestones, quarterly reports, pulses nobody answered',
    },
    sql: `with due as (select date_trunc('quarter', :today::date)::date as ends),
standing as (
  select replication_id, state from replication_stay where entered_on <= :today::date and (left_on is null or left_on > :today::date)),
behind as (
  select 'milestones' as key, m.replication_id from replication_milestone m join standing using (replication_id)
    where state in ('preparing', 'implementing') and planned_on < :today::date and (reached_on is null or reached_on > :today::date)
  union all
  select 'reports', r.id from standing join replication r on r.id = replication_id cross join due
    where standing.state in ('implementing', 'running') and :today::date > ends + 13
      and ${jakarta(`coalesce((select min(t.at) from replication_step t where t.replication_id = r.id and t.step in ('begin', 'run')), created_at)`)} < ends
      and not exists (select from quarterly_report q where q.replication_id = r.id and q.state in ('submitted', 'returned', 'verified')
        and q.year = extract(year from ends - 1) and q.quarter = extract(quarter from ends - 1) and ${jakarta('q.created_at')} <= :today::date)
  union all
  select 'pulses', replication_id from standing
    join (select distinct on (replication_id) * from pulse where due_on <= :today::date order by replication_id, due_on desc) newest using (replication_id)
    where state in ('running', 'institutionalised') and until_on < :today::date and (answered_at is null or ${jakarta('answered_at')} > :today::date))
select s.scope, q.key, count(*) as n from behind q ${ofReplication} group by 1, 2`,
  },
]
