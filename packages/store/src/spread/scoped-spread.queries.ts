import { strengths, type Strength } from '@semai/domain/claims/claim'
import type { FirstDate, RegionSpread } from '@semai/domain/claims/region-spread'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from './visible-claims.ts'

/** An innovation of what is looked at: in how many regions it has a date or only an upper bound, by strength and by year. */
export type ScopedInnovation = {
  code: string
  slug: string
  name: string
  dated: number
  bounds: number
  /** Regions with a date under their strongest claim; they add up to `dated`. */
  strengths: Record<Strength, number>
  years: YearCount[]
}

/** Adoptions in a year: regions of an innovation by their first date there. */
export type YearCount = { year: number; count: number }

/** How some innovations spread, counted by the database: its size does not grow with the number of claims. */
export type ScopedSpread = {
  /** One row a region that any of them reached. */
  regions: RegionSpread[]
  /** The most widely spread first, at most `most`. */
  innovations: ScopedInnovation[]
  /** How many have a date or an upper bound anywhere. */
  total: number
  /** Every adoption by year, each region once for each innovation, without gaps. */
  years: YearCount[]
  /** Claims of each strength, whatever strength is looked at alone. */
  claims: Record<Strength, number>
}

type Asked = {
  /** Ids of the innovations looked at; null for all. */
  innovations: readonly string[] | null
  strength: Strength | null
  today: string
  /** How many innovations come with their own figures. */
  most: number
}

const dated = sql`(c.precision <> 'by' and c.happening <> 'stopped')`
/** Weakest first, so that the greatest place is the strongest; not updated is weaker than any act. */
const weakestFirst: readonly Strength[] = ['not_updated', ...strengths.filter((one) => one !== 'not_updated')]
const precisions = ['day', 'month', 'year'] as const

/**
 * Claims as `regionSpread` of domain reads them, but counted by the database, so that a page over 200,000 of them is
 * drawn from some hundred rows. One query, two scans of the claims looked at.
 */
export async function scopedSpread(db: Db, actor: Actor, asked: Asked): Promise<ScopedSpread> {
  const row = await sql<Row>`with ${pairs(db, actor, asked)}, ${ofInnovations(asked.most)}
    select (select coalesce(jsonb_agg(to_jsonb(g) order by g.code collate "C"), '[]') from (${byRegion}) g) as regions,
      (select coalesce(jsonb_agg(to_jsonb(t) order by t.dated desc, t.code), '[]') from top t) as innovations,
      (select count(*)::int from ranked) as total,
      (select coalesce(jsonb_object_agg(year, n), '{}') from
        (select ${yearOf} as year, count(*) as n from pair where first is not null group by 1) y) as years,
      (select coalesce(jsonb_object_agg(strength, n), '{}') from (${claimsByStrength(db, actor, asked)}) s) as claims
    `.execute(db)
  const { regions, innovations, total, years, claims } = row.rows[0]!
  return {
    regions: regions.map(regionOf),
    innovations: innovations.map(({ strengths: places, years: own, ...innovation }) => ({
      ...innovation,
      strengths: Object.fromEntries(
        strengths.map((one) => [one, places.filter((place) => weakestFirst[place - 1] === one).length]),
      ) as Record<Strength, number>,
      years: withoutGaps(counted(own.map(String))),
    })),
    total,
    years: withoutGaps(years),
    claims: Object.fromEntries(strengths.map((one) => [one, claims[one] ?? 0])) as Record<Strength, number>,
  }
}

type Row = {
  regions: {
    code: string
    earliest: string | null
    latest: string | null
    precision: number | null
    batched: boolean
    bound: string | null
    place: number | null
    running: boolean | null
  }[]
  innovations: (Pick<ScopedInnovation, 'code' | 'slug' | 'name' | 'dated' | 'bounds'> & {
    strengths: number[]
    years: number[]
  })[]
  total: number
  years: Record<string, number>
  claims: Partial<Record<Strength, number>>
}

const shownOn = (today: string) =>
  sql`(case when c.kind = 'state' and c.valid_until < ${today}::date then 'not_updated' else c.strength end)`

/** Claims looked at, as a query of `c`. */
function lookedAt(db: Db, actor: Actor, { innovations }: Asked) {
  return visibleClaims(db, actor).$if(innovations !== null, (query) =>
    query.where(sql<boolean>`c.innovation_id = any(${innovations}::uuid[])`),
  )
}

/**
 * A date as one number that is least where it is first: its last day (counted from 1800), then how many days before that it may have
 * been, then whether it is no ceremony, then its precision. So one pass finds the first of a region without sorting the claims.
 */
const packed = sql`((((c.latest - date '1800-01-01')::bigint << 17) + (c.latest - c.earliest) << 1) + (c.batch is null)::int << 2)
  + case c.precision when 'day' then 1 when 'month' then 2 else 3 end`

/** One row for each innovation and region, with its first date packed. */
function pairs(db: Db, actor: Actor, asked: Asked) {
  const { strength, today } = asked
  const claims = lookedAt(db, actor, asked)
    .$if(strength !== null, (query) => query.where(sql<boolean>`${shownOn(today)} = ${strength}`))
    .groupBy(['c.innovation_id', 'c.region_code'])
    .select([
      'c.innovation_id',
      'c.region_code',
      sql`min(${packed}) filter (where ${dated})`.as('first'),
      sql`max(array_position(${[...weakestFirst]}::text[], ${shownOn(today)})) filter (where ${dated})`.as(
        'place',
      ),
      sql`bool_or(c.stopped_on is null) filter (where ${dated})`.as('running'),
      sql`min(c.latest) filter (where c.precision = 'by' and c.happening <> 'stopped')`.as('bound'),
    ])
  return sql`pair as materialized (select * from (${claims}) p where first is not null or bound is not null)`
}

const lastDay = sql`(date '1800-01-01' + (first >> 20)::int)`
const yearOf = sql`extract(year from ${lastDay})::int`

const byRegion = sql`select code, ${lastDay} - ((first >> 3) & 131071)::int as earliest, ${lastDay} as latest,
    (first & 3)::int as precision, coalesce((first >> 2) & 1 = 0, false) as batched, bound, place, running
  from (select region_code as code, min(first) as first, max(place) as place, bool_or(running) as running, min(bound) as bound
    from pair group by region_code) r`

function ofInnovations(most: number) {
  return sql`ranked as (select innovation_id, count(first)::int as dated, (count(*) - count(first))::int as bounds
      from pair group by innovation_id),
    first_ranked as (select i.id, i.code, i.slug, i.name, r.dated, r.bounds from ranked r join innovation i on i.id = r.innovation_id
      order by r.dated desc, i.code limit ${most}),
    told as (select p.innovation_id, jsonb_agg(p.place) filter (where p.place is not null) as strengths,
        jsonb_agg(${yearOf}) filter (where p.first is not null) as years
      from pair p join first_ranked t on t.id = p.innovation_id group by 1),
    top as (select t.code, t.slug, t.name, t.dated, t.bounds, coalesce(o.strengths, '[]') as strengths, coalesce(o.years, '[]') as years
      from first_ranked t join told o on o.innovation_id = t.id)`
}

function claimsByStrength(db: Db, actor: Actor, asked: Asked) {
  return lookedAt(db, actor, asked)
    .select([sql`${shownOn(asked.today)}`.as('strength'), (eb) => eb.fn.countAll().as('n')])
    .groupBy(sql`1`)
}

function regionOf({
  code,
  earliest,
  latest,
  precision,
  batched,
  bound,
  place,
  running,
}: Row['regions'][number]) {
  const first: FirstDate | null =
    earliest && latest
      ? { earliest, latest, precision: precisions[precision! - 1]!, isBatched: batched }
      : null
  return {
    regionCode: code,
    first,
    boundBy: bound,
    strength: place === null ? null : weakestFirst[place - 1]!,
    isRunning: running ?? false,
  }
}

function counted(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

function withoutGaps(counts: Readonly<Record<string, number>>): YearCount[] {
  const years = Object.keys(counts).map(Number)
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => ({
    year: first + i,
    count: counts[first + i] ?? 0,
  }))
}
