import { isReplyTimeOver, mayReply } from '@semai/domain/replies/right-of-reply'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { ownedColumns } from '../organisations/owner-path.ts'

/**
 * What an agency is about to be told of in public, for those who may reply for it; locked where it will be changed.
 * @throws Refusal not-found, also for everybody else until it is public.
 */
export async function loadReplyRight(
  db: Db,
  actor: Actor,
  { id, lock }: { id: string; lock: 'for update' | 'no lock' },
) {
  const row = isUuid(id)
    ? await db
        .selectFrom('reply_right as x')
        .innerJoin('claim as c', 'c.id', 'x.claim_id')
        .innerJoin('organisation as o', 'o.id', 'x.organisation_id')
        .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
        .innerJoin('region as r', 'r.code', 'c.region_code')
        .select(['x.id', 'x.claim_id as claimId', 'x.stopped_on as stoppedOn', 'x.shown_from as shownFrom'])
        .select(['x.reply', 'o.name as organisation', 'i.name as innovation', 'i.slug as innovationSlug'])
        .select(['r.name as region', 'r.slug as regionSlug', ...ownedColumns])
        .where('x.id', '=', id)
        .$if(lock === 'for update', (query) => query.forUpdate('x'))
        .executeTakeFirst()
    : undefined
  if (!row || !mayReply.allows(actor, row)) {
    const { id: own, en } = only(mayReply)
    throw new Refusal('not-found', {
      id: `Tidak ada yang menunggu jawaban di alamat ini. ${own}`,
      en: `Nothing waits for a reply at this address. ${en}`,
    })
  }
  return row
}

/** A stop as citizens read it: with the reply of the agency, and why only where it agreed to that being known. */
export type ShownStop = {
  id: string
  stoppedOn: string
  reason: string | null
  innovation: string
  innovationSlug: string
  region: string
  organisation: string
  source: string
  sourceUrl: string | null
  reply: string | null
}

/**
 * What stopped in a region (of a province: in all of it), newest first, at most 100, as far as whoever stopped it replied or
 * had its time; and whether more waits for that. One query.
 */
export async function stopsShownIn(
  db: Db,
  { regionCode, today }: { regionCode: string; today: string },
): Promise<{ stops: ShownStop[]; hasWaiting: boolean }> {
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .innerJoin('source as s', 's.id', 'c.source_id')
    .leftJoin('reply_right as x', (join) =>
      join.onRef('x.claim_id', '=', 'c.id').onRef('x.stopped_on', '=', 'c.stopped_on'),
    )
    .select(['c.id', sql<string>`c.stopped_on`.as('stoppedOn'), 'i.name as innovation'])
    .select(sql<string | null>`case when c.stop_reason_public then c.stop_reason end`.as('reason'))
    .select(['i.slug as innovationSlug', 'r.name as region', 'o.name as organisation'])
    .select(['s.name as source', 's.url as sourceUrl', 'x.reply', 'x.shown_from as shownFrom'])
    .where('c.stopped_on', 'is not', null)
    .where('c.withdrawn_at', 'is', null)
    .where(regionCode.length === 2 ? 'r.province_code' : 'r.code', '=', regionCode)
    .orderBy('c.stopped_on', 'desc')
    .orderBy('c.id')
    .limit(100)
    .execute()
  const stops = rows.flatMap(({ shownFrom, ...row }) =>
    shownFrom !== null && isReplyTimeOver({ shownFrom, reply: row.reply }, today) ? [row] : [],
  )
  return { stops, hasWaiting: stops.length < rows.length }
}
