import type { Says } from '@semai/domain/text/says'
import { briefFigures } from './stated-briefs.ts'
import { hubFigures } from './stated-hubs.ts'
import { lastingFigures } from './stated-lasting.ts'
import { placeFigures } from './stated-places.ts'
import { programmeFigures } from './stated-programmes.ts'
import { runnings } from './stated-runnings.ts'
import { stuckOnes } from './stated-scopes.ts'

/** Whose board a figure stands on. */
export const boards = ['country', 'hub', 'region', 'place', 'ministry', 'programmes', 'brief'] as const
export type BoardName = (typeof boards)[number]

/**
 * A figure, or one for each `key`, with the query it equals: rows of `key` and `n`, for whoever reads everything. Written to be
 * read, not to be quick; `:scope` is the address of the hub, the code of the region or the address of the programme, `:today` the
 * day. Without a `:scope` where there are many boards, it answers for all of them: rows have a `scope` too.
 */
export type StatedFigure = { board: BoardName; name: string; says: Says; sql: string }

/** Boards whose queries answer for all of their kind at once. */
export const boardsAtOnce: readonly BoardName[] = ['place', 'programmes', 'brief']

const country: Omit<StatedFigure, 'board'>[] = [
  {
    name: 'states',
    says: { id: 'Replikasi menurut keadaannya', en: 'Replications by state' },
    sql: `select state as key, count(*) as n from replication group by state`,
  },
  {
    name: 'provinces',
    says: { id: 'Replikasi menurut provinsi dan keadaan', en: 'Replications by province and state' },
    sql: `select coalesce(province_code, 'none') || ' ' || state as key, count(*) as n from replication group by province_code, state`,
  },
  {
    name: 'routes',
    says: { id: 'Replikasi menurut jalan masuknya', en: 'Replications by how they came about' },
    sql: `select route as key, count(*) as n from replication group by route`,
  },
  {
    name: 'stuck',
    says: {
      id: 'Yang macet, terbuka, dan belum ada pembandingnya',
      en: 'Stuck, open, and without enough past ones to compare with',
    },
    sql: stuckOnes('true'),
  },
  {
    name: 'runnings',
    says: { id: 'Bagaimana keadaan yang pernah berjalan', en: 'How it stands with what ran' },
    sql: `${runnings} select state as key, count(*) as n from told group by state`,
  },
  {
    name: 'followed',
    says: {
      id: 'Yang diikuti, yang berhenti di antaranya, dan yang tidak bercerita',
      en: 'Followed, stopped among them, and those that tell nothing',
    },
    sql: `${runnings}
select key, count(*) as n from told cross join lateral unnest(array[
  case when earliest is null or precision = 'by' then 'no start' when exit_days > entry_days then 'followed' else 'never followed' end,
  case when earliest is not null and precision <> 'by' and exit_days > entry_days and stopped_on is not null then 'stopped' end]) key
where key is not null group by key`,
  },
  {
    name: 'reasons',
    says: {
      id: 'Sebab berhenti per tahun; tahun dengan satu atau dua tidak dirinci',
      en: 'Reasons of stopping by year; a year with one or two is not told apart',
    },
    sql: `${runnings},
stops as (select extract(year from stopped_on)::int as year, stop_reason, count(*) over (partition by extract(year from stopped_on)) as of_year
  from told where stopped_on is not null)
select year || ' ' || coalesce(case when of_year >= 3 then stop_reason end, 'not told') as key, count(*) as n from stops group by 1, year`,
  },
  {
    name: 'past',
    says: { id: 'Keadaan pada akhir tiap tahun', en: 'How it stood at the end of each year' },
    sql: `${runnings},
days as (select least(make_date(y, 12, 31), :today::date) as day from told, generate_series(2000, extract(year from :today::date)::int) y
  group by y having make_date(y, 12, 31) >= min(make_date(extract(year from first_seen)::int, 12, 31)))
select day || ' ' || case when stopped_on <= day then 'stopped' when unanswered_since <= day then 'unanswered' when kind = 'event' then 'opened'
  when valid_until < day and not (day < last_seen or coalesce(day < stopped_on, false)) then 'not_updated' else 'running' end as key, count(*) as n
from told join days on first_seen <= day group by 1`,
  },
  ...lastingFigures,
]

const region: Omit<StatedFigure, 'board'>[] = [
  {
    name: 'regions',
    says: {
      id: 'Yang dibuat dan yang berjalan di tiap kabupaten dan kota',
      en: 'What was created and what runs in each regency and city',
    },
    sql: `select 'created ' || region_code as key, count(*) as n from innovation
where merged_into is null and kind = 'innovation' and left(region_code, 2) = :scope group by region_code
union all
select 'runs ' || region_code, count(distinct innovation_id) from claim
where withdrawn_at is null and stopped_on is null and left(region_code, 2) = :scope group by region_code`,
  },
]

const ministry: Omit<StatedFigure, 'board'>[] = [
  {
    name: 'sides',
    says: {
      id: 'Klaim dan replikasi di dalam dan di luar program',
      en: 'Claims and replications inside and outside of the programme',
    },
    sql: `with programme as (select id, owner_id from scaling_programme where slug = :scope),
listed as (select region_code from scaling_programme_region where programme_id = (select id from programme)),
recommended as (select id, claim_id from replication where recommended_by in
  (select organisation_id from organisation_above where above_id = (select owner_id from programme))),
things as (
  select 'claims' as what, region_code, innovation_id, id in (select claim_id from recommended where claim_id is not null) as by_it from claim where withdrawn_at is null
  union all select 'replications', region_code, innovation_id, id in (select id from recommended) from replication)
select what || ' ' || case when by_it or region_code in (select region_code from listed) then 'inside'
  when exists (select from listed) then 'outside' else 'unknown' end as key, count(*) as n
from things where innovation_id in (select innovation_id from scaling_programme_innovation where programme_id = (select id from programme)) group by 1`,
  },
  {
    name: 'findings',
    says: {
      id: 'Temuan: semua, selesai, dan rekomendasi yang lewat waktu',
      en: 'Findings: all, closed, and recommendations past their day',
    },
    sql: `select key, count(*) as n from programme_finding f cross join lateral unnest(array[
  case when state <> 'withdrawn' then 'all' end, case when state = 'closed' then 'closed' end,
  case when state = 'recommended' and due_on < :today::date then 'late' end]) key
where programme_id = (select id from scaling_programme where slug = :scope) and key is not null group by key`,
  },
]

/** Every figure of the boards with the query it equals. */
export const statedFigures: readonly StatedFigure[] = Object.entries({
  country,
  hub: hubFigures,
  region,
  place: placeFigures,
  ministry,
  programmes: programmeFigures,
  brief: briefFigures,
}).flatMap(([board, figures]) => figures.map((figure) => ({ board: board as BoardName, ...figure })))
