// What this machine and this database can do: node:http, pg, two prepared statements, no framework, no
// validation, no permissions. It answers one question only: a word, a province, a first year, newest first.
import { createServer } from 'node:http'
import pg from 'pg'

const database = process.env['SEMAI_DATABASE']!
const ask = process.argv[3] === 'piped' ? await pipes(4) : pool(16)

const page = `page as materialized (
  select innovation_id, newest_on, award, row_number() over (order by newest_on desc, innovation_id desc) as n
  from (select innovation_id, newest_on, award from hit order by newest_on desc, innovation_id desc limit $4::integer) newest)`

const rows = `select (select coalesce(json_agg(to_json(written)), '[]')::text from (
  select i.code, i.slug, i.kind, i.name, i.expansion, case when i.basis = 'source' then i.summary end as summary, i.basis,
    i.stage, i.category_key as category, o.name as origin, o.slug as origin_slug,
    r.name as region, r.code as region_code, r.slug as region_slug, i.province_code,
    i.started_from as started_earliest, i.started_to as started_latest, i.batched, page.award, i.last_confirmed_on,
    i.replicas, case when i.replicas > 0 then (select json_object_agg(strength, organisations) from (
      select strength, count(*) as organisations from (
        select distinct on (organisation_id) strength from (
          select c.organisation_id, case when c.kind = 'state' and c.valid_until < $5::date then 'not_updated' else c.strength end as strength
          from claim c where c.innovation_id = i.id and c.withdrawn_at is null and c.stopped_on is null) held
        order by organisation_id, array_position(array['not_updated', 'reported', 'declared', 'confirmed', 'verified'], strength) desc
      ) strongest group by strength) split) end as by_strength
  from page join innovation i on i.id = page.innovation_id
  join organisation o on o.id = i.organisation_id
  left join region r on r.code = coalesce(i.region_code, i.province_code)
  order by page.n) written) as rows`

/** Rows in their order until the page is full: for words that many records have. */
const walked = {
  name: 'walked',
  text: `with hit as (select innovation_id, newest_on, award from innovation_list
    where province_code = $2 and newest_on >= make_date($3::integer, 1, 1) and ts_match_vq(words, $1::tsquery)), ${page} ${rows}`,
}
/** All rows with the word, from the index, then sorted: for rare words. */
const looked = {
  name: 'looked',
  text: `with hit as materialized (select innovation_id, newest_on, award from innovation_list
    where province_code = $2 and started_year >= $3::integer and words @@ $1::tsquery), ${page} ${rows}`,
}

const { words, records } = await statistics()
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

createServer(async (request, response) => {
  const body = await answer(new URL(request.url!, 'http://localhost').searchParams)
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('listening'))

async function answer(asked: URLSearchParams): Promise<string> {
  const [word, province, year] = ['q', 'provinsi', 'dari'].map((name) => asked.get(name))
  const share = words.get(word!) ?? 0
  const scope = records / 38
  const statement = 50 / share <= 10 * scope * share ? walked : looked
  const found = await ask<{ rows: string }>({
    ...statement,
    values: [`'${word}'`, province, year, 50, today],
  })
  return `{"rows":${found.rows[0]!.rows}}`
}

/** The database's own statistics of words and rows, read once. */
async function statistics(): Promise<{ words: Map<string, number>; records: number }> {
  const { rows: found } = await ask<{ words: string[]; shares: number[]; records: number }>({
    text: `select most_common_elems::text::text[] as words, most_common_elem_freqs as shares,
       (select reltuples from pg_class where oid = 'innovation_list'::regclass)::float8 as records
     from pg_stats where tablename = 'innovation_list' and attname = 'words'`,
  })
  const { words, shares, records } = found[0]!
  return { words: new Map(words.map((word, i) => [word, shares[i]!])), records }
}

type Ask = <Row extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<pg.QueryResult<Row>>

/** What everybody writes: a statement has a connection for itself until it is answered. */
function pool(max: number): Ask {
  const all = new pg.Pool({ connectionString: database, max })
  return (query) => all.query(query)
}

/** Statements follow each other without waiting for answers, as the product sends its own. */
async function pipes(count: number): Promise<Ask> {
  const all = Array.from(
    { length: count },
    () => new pg.Client({ connectionString: database, pipeline: true }),
  )
  for (const client of all) await client.connect()
  let turn = 0
  return (query) => all[turn++ % count]!.query(query)
}
