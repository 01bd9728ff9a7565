import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSource } from '../exchange/ensure-source.ts'
import { rebuildSearch } from '../search/rebuild-search.ts'
import type { LoadedRound } from './rounds.ts'

/**
 * The innovations a round honours have its award on record, with the round as its source. What honours a replica or an organisation is not
 * the award of the innovation and stays with the round.
 */
export async function recordAwards(
  db: Tx,
  { id, name, year }: Pick<LoadedRound, 'id' | 'name' | 'year'>,
): Promise<void> {
  const honoured = await db
    .selectFrom('round_award as w')
    .innerJoin('round_locus as l', 'l.id', 'w.locus_id')
    .innerJoin('round_group as g', 'g.id', 'l.group_id')
    .innerJoin('innovation as i', 'i.id', 'l.innovation_id')
    .select(['i.id', 'i.merged_into as mergedInto', 'g.name_id as group'])
    .where('l.round_id', '=', id)
    .where('w.is_awarded', '=', true)
    .where('g.objects', '=', 'innovation')
    .execute()
  if (honoured.length === 0) return
  const source_id = await ensureSource(db, `${name}: hasil`)
  const rows = honoured.map(({ id, mergedInto, group }) => ({
    id: uuidv7(),
    innovation_id: mergedInto ?? id,
    label: `PKRI ${year}: ${group}`,
    competition: 'PKRI' as const,
    year,
    source_id,
  }))
  await db
    .insertInto('innovation_award')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['innovation_id', 'label']).doNothing())
    .execute()
  await rebuildSearch(db, [...new Set(rows.map((row) => row.innovation_id))])
}
