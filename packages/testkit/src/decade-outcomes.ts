import { drawn, morning } from './decade-replications.ts'

const ran = `state in ('running', 'institutionalised', 'stopped')`
const reasons = `'leader_changed', 'innovator_moved', 'budget', 'regulation', 'staff', 'infrastructure', 'vendor', 'need_ended', 'merged', 'other'`

/** A claim that it runs, for each that did; of one stop in five only a pulse tells. A few are withdrawn, a few only inaugurated. */
const claims = `
  insert into claim (id, source_key, innovation_id, organisation_id, region_code, kind, happening, earliest, latest, precision, strength,
    valid_until, form, source_id, stopped_on, stop_reason, stop_reason_public, declared_at, withdrawn_at, recorded_at, updated_at)
  select claim, 'decade:' || n, innovation, place, coalesce(region_code, '31'), case when is_event then 'event' else 'state' end,
    case when is_event then 'inaugurated' else 'running' end, case when how = 0 then null when how = 1 then date_trunc('month', ran_on)::date else ran_on end,
    case when how = 1 then (date_trunc('month', ran_on) + interval '1 month - 1 day')::date else ran_on end,
    case how when 0 then 'by' when 1 then 'month' else 'day' end, strength,
    case when not is_event then (date_trunc('year', heard_on) + interval '2 years 3 months - 1 day')::date end, declared_form, s.id,
    case when tells_stop then ended_on end, case when tells_stop then (array[${reasons}])[1 + ${drawn('why', 10)}] end, false,
    case when strength <> 'reported' then ${morning('seen_on')} end,
    case when ${drawn('withdrawn', 80)} = 0 then ${morning(`date 'END'`)} end, ${morning('seen_on')}, ${morning(`date 'END'`)}
  from (select d.*, r.declared_form, ${drawn('how', 12)} as how, ${drawn('event', 15)} = 0 as is_event, d.state = 'stopped' and ${drawn('told', 5)} > 0 as tells_stop,
      (array['reported', 'declared', 'declared', 'confirmed', 'verified'])[1 + ${drawn('strength', 5)}] as strength,
      least(ran_on + ${drawn('seen', 200)}, date 'END', ended_on) as seen_on,
      greatest(ran_on, least(date 'END', ended_on) - ${drawn('heard', 1200)}) as heard_on
    from drawn d join replication r on r.id = d.id where d.${ran}) made
  cross join (select id from source order by id limit 1) s`

/** First read somewhere, then said by the adopter, then by others as far as the claim is strong. */
const acts = `
  insert into claim_act (id, claim_id, act, acted_on)
  select md5('act SEED ' || n || act)::uuid, claim, act, least(ran_on + ${drawn('seen', 200)}, date 'END', ended_on) + case when at = 1 then 0
    else ${drawn('later', "greatest(1, least(date 'END', ended_on) - least(ran_on + 200, date 'END', ended_on))")} end
  from drawn d join claim c on c.id = d.claim, unnest(array['reported', 'declared', 'confirmed', 'verified']) with ordinality a (act, at)
  where at <= array_position(array['reported', 'declared', 'confirmed', 'verified'], c.strength)`

const standing = `update replication r set claim_id = d.claim from drawn d where d.id = r.id and d.${ran}`

/** The last four quarters of what was being done or ran. */
const reports = `
  insert into quarterly_report (id, replication_id, year, quarter, state, content, revision, created_at, saved_at, moved_at)
  select md5('report SEED ' || n || ' ' || began)::uuid, id, extract(year from began)::int, extract(quarter from began)::int,
    (array['draft', 'submitted', 'verified', 'verified', 'returned'])[1 + ${drawn('report', 5)}], '{}', 1, moment, moment, moment
  from drawn, generate_series(date_trunc('quarter', date 'END') - interval '1 year', date_trunc('quarter', date 'END') - interval '3 months', interval '3 months') began
  cross join lateral (select ${morning('began::date + 95')} as moment) m
  where state in ('implementing', 'running', 'institutionalised', 'stopped') and worked_on < began::date and ended_on > began::date
    and abs(hashtext('filed SEED ' || n || began)::bigint) % 10 < 7`

/** Asked after six and twelve months, then in March: seven in ten answer; the first to be asked after a stop may say so. */
const pulses = `
  insert into pulse_questions (version, questions, made_at) values (1, '[]', ${morning(`date '2016-01-01'`)}) on conflict do nothing;
  insert into pulse (id, replication_id, round, questions_version, due_on, until_on, opened_at, answered_at, answer, way, stopped_on, stop_reason, holds_until)
  select md5('pulse SEED ' || n || round)::uuid, id, round, 1, due_on, due_on + 45, ${morning('due_on')},
    case when hears then ${morning('answered_on')} end,
    case when hears then case when over then 'stopped' else (array['running', 'running', 'grown', 'weakened'])[1 + said % 4] end end,
    case when hears then 'account' end, case when hears and over then ended_on end,
    case when hears and over then (array[${reasons}])[1 + said % 10] end, case when hears and not over then answered_on + 365 end
  from (
    select d.n, d.id, d.ended_on, round, due_on, due_on + said % 40 as answered_on, said, ended_on <= due_on as over,
      said % 10 < 7 and due_on + said % 40 <= date 'END' as hears
    from drawn d
    cross join lateral (
      select 'm6' as round, ran_on + 182 as due_on union all select 'm12', ran_on + 365
      union all select y::text, make_date(y, 3, 1) from generate_series(2017, extract(year from date 'END')::int) y where make_date(y, 3, 1) > ran_on + 400) asked
    cross join lateral (select abs(hashtext('said SEED ' || d.n || round)::bigint)::int % 1000 as said) draw
    where d.${ran} and due_on <= date 'END' and due_on <= d.ended_on + 365) told`

/** Statements that make claims, reports and pulses of what `decadeReplications` made. */
export const decadeOutcomes = [claims, acts, standing, reports, pulses]
