import type { StopReason } from '@semai/domain/claims/claim'
import { publicActor } from '@semai/domain/people/actor'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** An institution that tried something; `reason` where it agreed that its reason is shown. Days are `YYYY-MM-DD`. */
export type Stopped = { name: string; slug: string; on: string | null; reason: StopReason | null }

/**
 * What became of an innovation elsewhere, in numbers of institutions, each counted once: `kept` have something of it that
 * runs (`verified` of them by dated evidence, `notUpdated` of them only by claims whose validity has passed), `underway`
 * prepare it or carry it out and have nothing that runs, `stopped` have only what has ended. `reasons`: why those stopped
 * that did not agree to be named with their reason, in aggregate. `like`: regions from a list where it runs.
 */
export type Tried = {
  innovationId: string
  kept: number
  verified: number
  notUpdated: number
  underway: number
  stopped: number
  reasons: readonly { reason: StopReason; times: number }[]
  keptBy: readonly { name: string; slug: string }[]
  stoppedBy: readonly Stopped[]
  like: readonly { name: string; slug: string }[]
}

/** The fewest institutions whose reasons are told together: of fewer, one reason would name an agency. */
const fewestStops = 3
/** How many institutions are named. */
const mostNamed = 3

const runs: readonly ReplicationState[] = ['running', 'institutionalised']

type Asked = { innovationIds: readonly string[]; regionCodes: readonly string[]; today: string }

/**
 * What became of these innovations elsewhere, from claims and from replications, as everybody may read it; one that nobody
 * tried has no row. What the origin itself runs is left out. One query.
 */
export async function triedElsewhere(db: Db, asked: Asked): Promise<Map<string, Tried>> {
  const rows = await db
    .with('one', () => ofClaims(db, asked).unionAll(ofReplications(db, asked)))
    .with('by', (db) =>
      db
        .selectFrom('one')
        .select(['innovationId', 'institutionId'])
        .select((eb) => [
          sql<boolean>`bool_or(runs)`.as('runs'),
          sql<boolean>`bool_or(underway)`.as('underway'),
          sql<boolean>`bool_or(runs and is_verified)`.as('isVerified'),
          sql<boolean>`bool_or(runs and not is_lapsed)`.as('isCurrent'),
          eb.fn.max('ended_on').as('endedOn'),
          sql<StopReason | null>`(array_agg(reason order by ended_on desc) filter (where reason is not null))[1]`.as(
            'reason',
          ),
          sql<StopReason | null>`(array_agg(reason order by ended_on desc) filter (where is_reason_public))[1]`.as(
            'shownReason',
          ),
        ])
        .groupBy(['innovationId', 'institutionId']),
    )
    .selectFrom('by as b')
    .innerJoin('organisation as o', 'o.id', 'b.institutionId')
    .select('b.innovationId')
    .select(counts)
    .select(named)
    .select(
      jsonArrayFrom(
        db
          .selectFrom('region as r')
          .select(['r.name', 'r.slug'])
          .where('r.code', '=', sql<string>`any(${[...asked.regionCodes]}::text[])`)
          .where(
            sql<boolean>`exists (select from one k where k."innovationId" = b."innovationId" and k.runs and k.region_code = r.code)`,
          )
          .orderBy('r.name'),
      ).as('like'),
    )
    .groupBy('b.innovationId')
    .execute()
  return new Map(
    rows.map(({ reasons, ...row }) => [
      row.innovationId,
      { ...row, reasons: reasons.length >= fewestStops ? counted(reasons) : [] },
    ]),
  )
}

const isStopped = sql`not b.runs and not b.underway`

const counts = [
  sql<number>`(count(*) filter (where b.runs))::int`.as('kept'),
  sql<number>`(count(*) filter (where b.runs and b."isVerified"))::int`.as('verified'),
  sql<number>`(count(*) filter (where b.runs and not b."isCurrent"))::int`.as('notUpdated'),
  sql<number>`(count(*) filter (where not b.runs and b.underway))::int`.as('underway'),
  sql<number>`(count(*) filter (where ${isStopped}))::int`.as('stopped'),
  // A reason that is told with its agency is no part of the aggregate: what is left would be told by subtraction.
  sql<StopReason[]>`coalesce(array_agg(b.reason order by b.reason)
    filter (where ${isStopped} and b.reason is not null and b."shownReason" is null), '{}')`.as('reasons'),
] as const

const named = [
  sql<
    { name: string; slug: string }[]
  >`to_jsonb(coalesce((array_agg(jsonb_build_object('name', o.name, 'slug', o.slug)
    order by b."isVerified" desc, b."isCurrent" desc, o.name) filter (where b.runs))[1:${sql.lit(mostNamed)}], '{}'))`.as(
    'keptBy',
  ),
  sql<
    Stopped[]
  >`to_jsonb(coalesce((array_agg(jsonb_build_object('name', o.name, 'slug', o.slug, 'on', b."endedOn",
      'reason', b."shownReason")
    order by b."shownReason" is null, b."endedOn" desc nulls last, o.name) filter (where ${isStopped}))[1:${sql.lit(mostNamed)}], '{}'))`.as(
    'stoppedBy',
  ),
] as const

/** The institution that an innovation belongs to: the nearest one above its unit. */
const originInstitution = sql`(select x.above_id from organisation_above x join organisation above on above.id = x.above_id
  where x.organisation_id = i.organisation_id and above.kind <> 'unit' order by x.depth limit 1)`

function ofClaims(db: Db, { innovationIds, today }: Asked) {
  const ended = sql<boolean>`(c.stopped_on is not null or c.happening = 'stopped')`
  const isMeant = sql<boolean>`c.happening in ('selected', 'signed')`
  return visibleClaims(db, publicActor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .select(['c.innovation_id as innovationId', 'c.organisation_id as institutionId'])
    .select(sql<string | null>`c.region_code`.as('region_code'))
    .select([
      sql<boolean>`not ${ended} and not ${isMeant}`.as('runs'),
      sql<boolean>`not ${ended} and ${isMeant}`.as('underway'),
      sql<boolean>`c.strength = 'verified' and coalesce(c.valid_until >= ${today}::date, true)`.as(
        'is_verified',
      ),
      sql<boolean>`c.kind = 'state' and coalesce(c.valid_until < ${today}::date, false)`.as('is_lapsed'),
      sql<string | null>`c.stopped_on`.as('ended_on'),
      sql<StopReason | null>`case when ${ended} then c.stop_reason end`.as('reason'),
      sql<boolean>`${ended} and c.stop_reason_public`.as('is_reason_public'),
    ])
    .where('c.innovation_id', '=', sql<string>`any(${[...innovationIds]}::uuid[])`)
    .where(sql<boolean>`c.organisation_id is distinct from ${originInstitution}`)
}

/** Replications as everybody sees them; that one runs is told by its claim, which also says when it is doubted. */
function ofReplications(db: Db, { innovationIds }: Asked) {
  const stop = sql`(select t.reason_code from replication_step t where t.replication_id = r.id and t.step = 'stop'
    order by t.at desc, t.ordinal desc limit 1)`
  const day = sql`(select t.day from replication_step t where t.replication_id = r.id and t.step = 'stop'
    order by t.at desc, t.ordinal desc limit 1)`
  const isStopped = sql`r.state = 'stopped'`
  return visibleReplications(db, publicActor)
    .select(['r.innovation_id as innovationId', 'r.institution_id as institutionId'])
    .select(sql<string | null>`r.region_code`.as('region_code'))
    .select([
      sql<boolean>`r.state = any(${[...runs]}::text[])`.as('runs'),
      sql<boolean>`r.state in ('preparing', 'implementing')`.as('underway'),
      sql<boolean>`false`.as('is_verified'),
      sql<boolean>`false`.as('is_lapsed'),
      sql<string | null>`case when ${isStopped} then ${day} end`.as('ended_on'),
      sql<StopReason | null>`case when ${isStopped} then ${stop} end`.as('reason'),
      sql<boolean>`false`.as('is_reason_public'),
    ])
    .where('r.innovation_id', '=', sql<string>`any(${[...innovationIds]}::uuid[])`)
    .where((eb) => eb.or([eb('r.state', 'not in', runs), eb('r.claim_id', 'is', null)]))
}

function counted(reasons: readonly StopReason[]): { reason: StopReason; times: number }[] {
  const times = new Map<StopReason, number>()
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1)
  return [...times].map(([reason, count]) => ({ reason, times: count })).sort((a, b) => b.times - a.times)
}
