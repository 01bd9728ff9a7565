import type { SpotCheckRecord } from '@semai/domain/exchange/spot-check-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { sampleResult } from '../pulse/sample-record.ts'

/**
 * Spot checks as open records in order of their ids: seed, frame and what was drawn at once, what was found once it is published.
 * `after` is the id after which to go on. One query.
 */
export async function spotCheckRecords(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; record: SpotCheckRecord }[]> {
  const rows = await db
    .selectFrom('pulse_sample as s')
    .leftJoin('organisation as h', 'h.id', 's.hub_id')
    .select(['s.id', 's.title', 'h.name as hub', 's.from_on', 's.to_on', 's.is_stratified', 's.seed'])
    .select(['s.seed_source', 's.method', 's.frame_hash', 's.frame_size', 's.drawn_at', 's.published_at'])
    .select(drawnOf.as('drawn'))
    .$if(after !== null, (query) => query.where('s.id', '>', after!))
    .orderBy('s.id')
    .limit(limit)
    .execute()
  return rows.map(({ frame_hash, frame_size, drawn, drawn_at, published_at, ...row }) => {
    const share = published_at && sampleResult(drawn.map(({ result }) => result)).confirmedShare
    const unsaid = { result: null, checked_on: null }
    return {
      id: row.id,
      record: {
        schema_version: schemaVersion,
        ...row,
        frame: { size: frame_size, sha256: frame_hash },
        drawn_at: drawn_at.toISOString(),
        published_at: published_at && published_at.toISOString(),
        drawn: published_at ? drawn : drawn.map((one) => ({ ...one, ...unsaid })),
        confirmed_share: share && { share: share.share, lower: share.lower, upper: share.upper },
      },
    }
  })
}

/** What was drawn, in its order, for a query over `pulse_sample s`; who checked it and what they noted stays inside. */
const drawnOf = sql<
  SpotCheckRecord['drawn']
>`coalesce((select jsonb_agg(jsonb_build_object('replication', r.code,
    'result', n.result, 'checked_on', n.checked_on) order by n.position)
  from pulse_sample_unit n join pulse u on u.id = n.pulse_id join replication r on r.id = u.replication_id
  where n.sample_id = s.id), '[]')`
