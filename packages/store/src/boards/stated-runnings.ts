/**
 * Begins a query: `told` has a row for each claim that was not withdrawn, as it stands once acts and pulses are heard, with the
 * ages in days at which it was first on record and last heard of.
 */
export const runnings = `with acts as (
  select claim_id, min(acted_on) as first_on, max(acted_on) as last_on from claim_act group by claim_id),
asked as (
  select r.claim_id, p.*, (p.answered_at at time zone 'Asia/Jakarta')::date as said_on from pulse p join replication r on r.id = p.replication_id
  where r.claim_id is not null),
word as (
  select claim_id, max(said_on) filter (where answer <> 'stopped') as ran_on, max(holds_until) as holds_until from asked group by claim_id),
newest_answer as (
  select distinct on (claim_id) claim_id, answer, said_on, stopped_on, stop_reason from asked where answered_at is not null
  order by claim_id, answered_at desc),
newest_due as (
  select distinct on (claim_id) claim_id, due_on, answered_at from asked where answered_at is not null or until_on < :today::date
  order by claim_id, due_on desc),
heard as (
  select c.id, c.innovation_id, c.organisation_id, c.region_code, c.kind, c.earliest, c.latest, c.precision, c.stopped_on, c.stop_reason,
    coalesce(a.first_on, c.recorded_at::date) as first_seen, greatest(coalesce(a.last_on, c.recorded_at::date), w.ran_on) as last_seen,
    case when c.kind = 'state' then greatest(c.valid_until, w.holds_until) else c.valid_until end as valid_until
  from claim c left join acts a on a.claim_id = c.id left join word w on w.claim_id = c.id where c.withdrawn_at is null),
ended as (
  select h.id, h.innovation_id, h.organisation_id, h.region_code, h.kind, h.earliest, h.latest, h.precision, h.first_seen, h.last_seen, h.valid_until,
    case when by_pulse then n.stopped_on else h.stopped_on end as stopped_on, case when by_pulse then n.stop_reason else h.stop_reason end as stop_reason,
    case when d.answered_at is null and h.last_seen < d.due_on then d.due_on end as unanswered_since
  from heard h left join newest_answer n on n.claim_id = h.id left join newest_due d on d.claim_id = h.id
  cross join lateral (select h.stopped_on is null and n.answer = 'stopped' and h.last_seen <= n.said_on as by_pulse) b),
told as (
  select *, greatest(0, first_seen - earliest - (latest - earliest) / 2.0) as entry_days,
    greatest(0, coalesce(stopped_on, last_seen) - earliest - (latest - earliest) / 2.0) as exit_days,
    case when stopped_on is not null then 'stopped' when unanswered_since is not null then 'unanswered' when kind = 'event' then 'opened'
      when valid_until < :today::date then 'not_updated' else 'running' end as state
  from ended)`
