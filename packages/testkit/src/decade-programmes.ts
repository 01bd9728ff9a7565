import { drawn, identifier, morning } from './decade-replications.ts'

/** Three programmes of the first two ministries, each with three of those that spread far; the last lists no regions. */
const programmes = `
  insert into scaling_programme (id, slug, name, owner_id, named_on, recorded_at, updated_at)
  select ${identifier('programme')}, 'program-rekaan-' || n, 'Program ' || n || ' (rekaan)', case when n = 3 then ${identifier('ministry', '2')} else ${identifier('ministry', '1')} end,
    '2021', ${morning(`date '2021-01-01'`)}, ${morning(`date '2021-01-01'`)} from generate_series(1, 3) n;
  insert into scaling_programme_innovation (programme_id, innovation_id, position)
  select ${identifier('programme', 'p')}, i.id, i.at - (p - 1) * 3 from generate_series(1, 3) p
  join (select id, row_number() over (order by code) as at from innovation) i on (i.at - 1) / 3 = p - 1;
  insert into scaling_programme_target (programme_id, year, regions, source)
  select ${identifier('programme', 'p')}, 2024 + y, y * 40, 'Rencana rekaan' from generate_series(1, 2) p, generate_series(1, 4) y;
  insert into scaling_programme_region (programme_id, region_code, by_year)
  select ${identifier('programme', 'p')}, code, 2027 from generate_series(1, 2) p join region on kind <> 'province' and abs(hashtext('listed SEED ' || p || code)::bigint) % 3 = 0`

const findings = `
  insert into programme_finding (id, programme_id, organisation_id, kind, state, found_on, finding, recommendation, due_on, written_at, moved_at)
  select ${identifier('finding')}, ${identifier('programme', '(1 + n % 3)')}, o.id, (array['guidance', 'supervision', 'evaluation'])[1 + n % 3],
    state, date 'END' - 300 + n, 'Temuan rekaan', 'Saran rekaan', date 'END' - 100 + n * 2, ${morning(`date 'END' - 300 + n`)}, ${morning(`date 'END' - 200 + n`)}
  from (select n, (array['found', 'recommended', 'followed_up', 'closed', 'withdrawn'])[1 + ${drawn('finding', 5)}] as state from generate_series(1, 90) n) f
  join (select id, row_number() over (order by slug) as at from organisation where kind = 'government') o on o.at = f.n`

/** Statements that make programmes and what the ministries found. */
export const decadeProgrammes = [programmes, findings]
