import type { Says } from '@semai/domain/text/says'
import { hubScope, stuckOnes } from './stated-scopes.ts'

/** True where a region's province, or an organisation, lies in the province or the tree of the hub. */
const lyingIn = (
  province: string,
  organisation: string,
) => `case when exists (select from region where slug = :scope)
    then ${province} = (select code from region where slug = :scope)
    else ${organisation} in (select organisation_id from organisation_above where above_id = (select id from organisation where slug = :scope)) end`

/** Figures of the board of a hub, at address `:scope`. */
export const hubFigures: readonly { name: string; says: Says; sql: string }[] = [
  {
    name: 'states',
    says: { id: 'Replikasi di lingkupnya menurut keadaan', en: 'Replications in its scope by state' },
    sql: `select state as key, count(*) as n from replication r where ${hubScope} group by state`,
  },
  {
    name: 'stuck',
    says: {
      id: 'Yang macet, terbuka, dan belum ada pembandingnya di lingkupnya',
      en: 'Stuck, open, and without a comparison in its scope',
    },
    sql: stuckOnes(hubScope),
  },
  {
    name: 'members',
    says: { id: 'Replikasi tiap anggota menurut keadaan', en: 'Replications of each member by state' },
    sql: `select slug || ' ' || state as key, count(*) as n from (
  select m.slug, r.state from organisation m join replication r on r.institution_id = m.id
  where m.kind = 'government' and m.region_code in (select code from region where province_code = (select code from region where slug = :scope))
  union all
  select m.slug, r.state from organisation m join organisation_above x on x.above_id = m.id join replication r on r.organisation_id = x.organisation_id
  where m.parent_id = (select id from organisation where slug = :scope)) members
group by slug, state`,
  },
  {
    name: 'waiting',
    says: {
      id: 'Yang menunggu hub: laporan, bentuk, dan klaim selain miliknya sendiri, koreksi, dan tonggak yang lewat dari rencana',
      en: 'What waits for the hub: reports, forms and claims but its own, corrections, and milestones late against their plan',
    },
    sql: `with itself as (
  select o.id from organisation o left join region g on g.code = o.region_code where o.slug = :scope or (o.kind = 'government' and g.slug = :scope)),
others as (select r.* from replication r where ${hubScope} and r.institution_id not in (select id from itself))
select 'reports' as key, count(*) as n from quarterly_report q join others r on r.id = q.replication_id where q.state = 'submitted'
union all
select 'forms', count(*) from others r where r.state in ('preparing', 'implementing', 'running') and r.declared_form is not null
  and r.declared_form is distinct from (select form from form_confirmation f where f.replication_id = r.id order by confirmed_at desc limit 1)
union all
select 'claims', count(*) from claim c join innovation i on i.id = c.innovation_id
where c.state = 'stands' and c.declared_at is not null and c.strength in ('declared', 'confirmed') and c.valid_until >= :today::date
  and c.organisation_id not in (select id from itself) and i.organisation_id not in (select id from itself)
  and ${lyingIn('left(c.region_code, 2)', 'coalesce(c.unit_id, c.organisation_id)')}
union all
select 'corrections', count(*) from correction c join organisation o on o.id = c.organisation_id
where c.state = 'received' and ${lyingIn('left(o.region_code, 2)', 'o.id')}
union all
select 'milestones', count(*) from replication_milestone m join replication r on r.id = m.replication_id
where m.reached_on is null and m.planned_on < :today::date and r.state in ('preparing', 'implementing') and ${hubScope}`,
  },
  {
    name: 'promises',
    says: {
      id: 'Pendampingan yang tahapnya melewati janji, menurut hari kerja: bukan Sabtu, Minggu, libur, atau jeda',
      en: 'Engagements whose stage is beyond its promise, by working days: no Saturday, Sunday, holiday or pause',
    },
    sql: `select 'over' as key, count(*) as n from engagement e join mentor_team t on t.id = e.team_id
join engagement_stage s on s.engagement_id = e.id and s.entered_on is not null and s.left_on is null
where e.state = 'active' and t.hub_id in (
    select o.id from organisation o left join region g on g.code = o.region_code where o.slug = :scope or (o.kind = 'government' and g.slug = :scope))
  and (select count(*) from generate_series(s.entered_on + 1, :today::date, interval '1 day') d
    where extract(isodow from d) < 6 and d::date not in (select day from public_holiday)
      and not exists (select from engagement_pause p where p.engagement_id = e.id and d >= p.from_on and (p.until_on is null or d < p.until_on))
  ) > s.promised_days`,
  },
  {
    name: 'warnings',
    says: {
      id: 'Peringatan dini: yang menunjukkan suatu tanda, dan tiap tandanya',
      en: 'Early warning: those that show a sign, and each sign',
    },
    sql: `with newest as (select distinct on (replication_id) * from pulse order by replication_id, due_on desc),
said as (select distinct on (replication_id) * from pulse where answered_at is not null order by replication_id, due_on desc),
reported as (
  select replication_id, max(year * 4 + quarter) as quarter from quarterly_report where state in ('submitted', 'verified') group by replication_id),
shown as (
  select r.id, array_remove(array[
    case when s.answer = 'weakened' then 'weakened' end,
    case when n.answered_at is null and n.until_on < :today::date then 'unanswered' end,
    case when exists (select from handover_alarm h where h.replication_id = r.id and h.settled_at is null) then 'nobody' end,
    case when s.answers ->> 'budget' = 'no' then 'no_budget' end,
    case when c.valid_until < :today::date + 60 then 'lapsing' end,
    case when q.quarter <= extract(year from :today::date) * 4 + extract(quarter from :today::date) - 3 then 'silent_reports' end], null) as signs
  from replication r left join newest n on n.replication_id = r.id left join said s on s.replication_id = r.id
  left join claim c on c.id = r.claim_id left join reported q on q.replication_id = r.id
  where r.state in ('running', 'institutionalised') and ${hubScope})
select key, count(*) as n from shown cross join lateral unnest(signs || case when cardinality(signs) > 0 then 'all' end) key where key is not null group by key`,
  },
]
