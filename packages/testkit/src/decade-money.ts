import { drawn, identifier, morning } from './decade-replications.ts'

const carriedOut = `d.state in ('implementing', 'running', 'institutionalised', 'stopped')`

/** One in three of what was carried out was promised money for two years, some of it twice; a few promises were taken back. */
const commitments = `
  insert into commitment (id, replication_id, signer, post, signed_on, number, recorded_at, withdrawn_at)
  select ${identifier('commitment', `n || ' ' || turn`)}, id, 'Kepala (rekaan)', 'Kepala Daerah', began_on + turn * 30, 'KOM/' || n || '/' || turn,
    ${morning('began_on + turn * 30')}, case when ${drawn('back', 20)} = 0 then ${morning('began_on + 200')} end
  from drawn d, generate_series(0, 1) turn where ${carriedOut} and ${drawn('promised', 3)} = 0 and turn <= ${drawn('again', 3)} / 2;
  insert into commitment_amount (commitment_id, year, amount)
  select c.id, extract(year from c.signed_on)::int + at, 50000000 + abs(hashtext('pledge SEED ' || c.number || at)::bigint) % 400 * 1000000
  from commitment c, generate_series(0, 1) at where c.number like 'KOM/%'`

const budgets = `
  insert into budget_link (replication_id, year, link, number, dated, amount, saved_at)
  select d.id, extract(year from worked_on)::int, link, upper(link) || '/' || n, worked_on,
    case when link = 'rka' then null else 30000000 + ${drawn('budget', 300)} * 1000000 / (case link when 'dpa' then 1 else 2 end) end, ${morning('worked_on')}
  from drawn d, unnest(array['rka', 'dpa', 'realisation']) link where ${carriedOut} and ${drawn('funded', 3)} = 0;
  insert into funding (id, replication_id, year, kind, partner, partner_kind, pledged, allocated, spent, saved_at)
  select ${identifier('funding')}, id, extract(year from worked_on)::int, 'grant', 'Mitra rekaan', 'private', 20000000, 15000000, 9000000, ${morning('worked_on')}
  from drawn d where ${carriedOut} and ${drawn('partner', 15)} = 0`

const spent = `
  update quarterly_report q set realisation = 1000000 * (1 + abs(hashtext('spent SEED ' || q.id)::bigint) % 40)
  where abs(hashtext('tells SEED ' || q.id)::bigint) % 3 > 0`

/** What citizens say is wrong at some agencies; half of it waits. */
const corrections = `
  insert into correction (id, subject_kind, innovation_id, organisation_id, state, wrong, "right", source, is_public, received_at, moved_at)
  select ${identifier('correction')}, 'innovation', i.id, o.id, case when n % 2 = 0 then 'received' else 'declined' end, 'Rekaan', 'Rekaan', 'Rekaan',
    false, ${morning(`date 'END' - n`)}, ${morning(`date 'END' - n`)}
  from generate_series(1, 60) n
  join (select id, row_number() over (order by slug) as at from organisation where kind = 'government') o on o.at = n * 7
  join (select id, row_number() over (order by code) as at from innovation) i on i.at = n`

/** Statements that make money, what reports say of it, and corrections. */
export const decadeMoney = [commitments, budgets, spent, corrections]
