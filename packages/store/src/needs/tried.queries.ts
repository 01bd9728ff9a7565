import type { StopReason } from '@semai/domain/claims/claim'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/**
 * Who tried an innovation, in numbers of organisations: `tried` those with any claim, `stopped` those whose claim has ended, and why in
 * aggregate. `like`: regions from a list where something of it is claimed and has not stopped.
 */
export type Tried = {
  innovationId: string
  tried: number
  stopped: number
  reasons: readonly { reason: StopReason; times: number }[]
  like: readonly { name: string; slug: string }[]
}

/** The fewest stops of one innovation whose reasons are told: of fewer, one reason would name an agency. */
const fewestStops = 3

/** What became of these innovations elsewhere; one without claims has no row. One query. */
export async function triedElsewhere(
  db: Db,
  actor: Actor,
  { innovationIds, regionCodes }: { innovationIds: readonly string[]; regionCodes: readonly string[] },
): Promise<Map<string, Tried>> {
  const stopped = sql<boolean>`(c.stopped_on is not null or c.happening = 'stopped')`
  const some = visibleClaims(db, actor).where(
    'c.innovation_id',
    '=',
    sql<string>`any(${[...innovationIds]}::uuid[])`,
  )
  const rows = await some
    .select(['c.innovation_id as innovationId'])
    .select([
      sql<number>`count(distinct c.organisation_id)::int`.as('tried'),
      sql<number>`count(distinct c.organisation_id) filter (where ${stopped})::int`.as('stopped'),
      sql<
        StopReason[]
      >`coalesce(array_agg(c.stop_reason order by c.stop_reason) filter (where ${stopped} and c.stop_reason is not null), '{}')`.as(
        'reasons',
      ),
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('region as r')
          .select(['r.name', 'r.slug'])
          .where('r.code', '=', sql<string>`any(${[...regionCodes]}::text[])`)
          .where(
            sql<boolean>`exists (select from claim k where k.innovation_id = c.innovation_id and k.region_code = r.code
              and k.withdrawn_at is null and k.stopped_on is null and k.happening <> 'stopped')`,
          )
          .orderBy('r.name'),
      ).as('like'),
    )
    .groupBy('c.innovation_id')
    .execute()
  return new Map(
    rows.map(({ reasons, ...row }) => [
      row.innovationId,
      { ...row, reasons: row.stopped >= fewestStops ? counted(reasons) : [] },
    ]),
  )
}

function counted(reasons: readonly StopReason[]): { reason: StopReason; times: number }[] {
  const times = new Map<StopReason, number>()
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1)
  return [...times].map(([reason, count]) => ({ reason, times: count })).sort((a, b) => b.times - a.times)
}
