import type { OpenedDatabase } from '@semai/store/db/open'

/**
 * The database holds `size` claims more on its innovations afterwards, the same in every run: some innovations reach most regions
 * and most reach few, each spreading from a year of its own; one in five dated to the year, one in twenty an upper bound.
 */
export async function fillClaims({ pool }: OpenedDatabase, size: number): Promise<void> {
  await pool.query('alter table claim disable trigger user')
  await pool.query(claims.replaceAll('SIZE', String(size)))
  await pool.query('alter table claim enable trigger user')
  await pool.query('vacuum (analyze) claim')
}

/** A number from 0 up to `below` for each claim `n`, by hash. */
const drawn = (salt: string, below: number) => `(abs(hashtext('${salt}' || n::text)::bigint) % ${below})::int`

const claims = `
  insert into claim (id, source_key, innovation_id, organisation_id, region_code, kind, happening, earliest, latest, precision, strength,
    valid_until, batch, source_id, recorded_at, updated_at)
  with innovations as (select array_agg(id order by code) as ids from innovation),
    places as (select array_agg(id order by region_code) as ids, array_agg(region_code order by region_code) as codes
      from organisation where kind = 'government' and length(region_code) > 2),
    drawn as (select n, cardinality(i.ids) as many, i.ids, p.ids as governments, p.codes,
        -- Squared, so that the first innovations are on record far more often than the last.
        floor(cardinality(i.ids) * power(${drawn('innovation', 100_000)} / 100000.0, 2))::int as innovation,
        ${drawn('region', 514)} as place, ${drawn('pace', 90)} as month, ${drawn('day', 28)} as day, ${drawn('kind', 20)} as kind,
        ${drawn('strength', 10)} as strength
      from generate_series(1, SIZE) n, innovations i, places p),
    dated as (select *, make_date(2012 + innovation % 6, 1, 1) + make_interval(months => month, days => day) as moment from drawn)
  select gen_random_uuid(), 'bench:' || n, ids[1 + innovation], governments[1 + place % cardinality(governments)],
    codes[1 + place % cardinality(codes)],
    case when kind in (2, 3) then 'state' else 'event' end, case when kind in (2, 3) then 'running' else 'opened' end,
    case when kind = 0 then null when kind < 5 and kind not in (2, 3) then date_trunc('year', moment)::date else moment::date end,
    case when kind > 0 and kind < 5 and kind not in (2, 3) then (date_trunc('year', moment) + interval '1 year - 1 day')::date else moment::date end,
    case when kind = 0 then 'by' when kind < 5 and kind not in (2, 3) then 'year' else 'day' end,
    (array['reported','reported','reported','reported','declared','declared','declared','confirmed','confirmed','verified'])[1 + strength],
    case when kind = 2 then date '2024-03-31' when kind = 3 then date '2099-03-31' end,
    case when kind = 7 then 'bench' end, (select id from source limit 1), now(), now()
  from dated`
