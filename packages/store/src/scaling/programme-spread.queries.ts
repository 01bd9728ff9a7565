import type { Actor } from '@semai/domain/people/actor'
import type { Precision } from '@semai/domain/claims/claim'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import type { SideOfProgramme, SpreadKind } from '@semai/domain/scaling/scaling-programme'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import { filledSides, sideOf } from './programme-side.ts'
import type { SideCounts } from './programme-side.ts'

/** What of a programme decides on which side something lies. */
export type OfProgramme = { id: string; ownerId: string }
export type { SideCounts }

/** The ministry in charge, or a part of it, recommended replication `r`. */
const byItsMinistry = ({ ownerId }: OfProgramme) =>
  sql<boolean>`(r.recommended_by is not null and ${isWithin('r.recommended_by', [ownerId])})`

function claimsOf(db: Db, actor: Actor, programme: OfProgramme) {
  const isRecommended = sql<boolean>`exists (select from replication r where r.claim_id = c.id and ${byItsMinistry(programme)})`
  return visibleClaims(db, actor)
    .innerJoin('scaling_programme_innovation as x', 'x.innovation_id', 'c.innovation_id')
    .where('x.programme_id', '=', programme.id)
    .select(['c.id', 'c.region_code', 'c.organisation_id', 'c.latest', 'c.precision', 'c.stopped_on'])
    .select(sideOf('c.region_code', isRecommended).as('side'))
}

function replicationsOf(db: Db, actor: Actor, programme: OfProgramme) {
  return visibleReplications(db, actor)
    .innerJoin('scaling_programme_innovation as x', 'x.innovation_id', 'r.innovation_id')
    .where('x.programme_id', '=', programme.id)
    .select(['r.id', 'r.code', 'r.state', 'r.moved_at', 'a.name as adopter'])
    .select(sideOf('r.region_code', byItsMinistry(programme)).as('side'))
}

/** How many claims and replications of a programme lie inside and outside of it. One query. */
export async function programmeSides(
  db: Db,
  actor: Actor,
  programme: OfProgramme,
): Promise<Record<SpreadKind, SideCounts>> {
  const counted = (of: ReturnType<typeof claimsOf> | ReturnType<typeof replicationsOf>) =>
    sql<Partial<SideCounts>>`coalesce((select jsonb_object_agg(side, n) from
      (select side, count(*)::int as n from ${of as never} as q group by side) as s), '{}')`
  const row = await db
    .selectNoFrom([
      counted(claimsOf(db, actor, programme)).as('claims'),
      counted(replicationsOf(db, actor, programme)).as('replications'),
    ])
    .executeTakeFirstOrThrow()
  return { claims: filledSides(row.claims), replications: filledSides(row.replications) }
}

type Asked = { side: SideOfProgramme | null; after?: string | null; limit?: number }

/** Claims of a programme on one side or all, newest on record first, by keyset. One query. */
export async function programmeClaims(
  db: Db,
  actor: Actor,
  programme: OfProgramme,
  { side, after = null, limit = 50 }: Asked,
) {
  const rows = await db
    .selectFrom(claimsOf(db, actor, programme).as('q'))
    .innerJoin('region as g', 'g.code', 'q.region_code')
    .innerJoin('organisation as o', 'o.id', 'q.organisation_id')
    .select(['q.id', 'q.side', 'q.latest', 'q.stopped_on as stoppedOn', 'g.name as region', 'o.name as who'])
    .select(sql<Precision>`q.precision`.as('precision'))
    .$if(side !== null, (query) => query.where('q.side', '=', side!))
    .$if(after !== null, (query) => query.where('q.id', '<', after!))
    .orderBy('q.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

/** Replications of a programme on one side or all, begun last first, by keyset. One query. */
export async function programmeReplications(
  db: Db,
  actor: Actor,
  programme: OfProgramme,
  { side, after = null, limit = 50 }: Asked,
) {
  const rows = await db
    .selectFrom(replicationsOf(db, actor, programme).as('q'))
    .select(['q.id', 'q.side', 'q.code', 'q.adopter as who', 'q.moved_at as movedAt'])
    .select(sql<ReplicationState>`q.state`.as('state'))
    .$if(side !== null, (query) => query.where('q.side', '=', side!))
    .$if(after !== null, (query) => query.where('q.id', '<', after!))
    .orderBy('q.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

function pageOf<Row extends { id: string }>(rows: Row[], limit: number) {
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}
