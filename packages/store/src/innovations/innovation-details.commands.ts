import { currentCategoryScheme } from '@semai/domain/innovations/category'
import { sql } from 'kysely'
import { insertMany } from '../db/bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { SourceIds } from '../exchange/source-ids.ts'
import type { InnovationEntry } from './placed-innovation.ts'

/**
 * Awards, category and hidden words are as the records say. A category that a source stated is not replaced by one
 * that editors chose; awards read elsewhere stay.
 * @returns the records that changed.
 */
export async function saveDetails(
  db: Tx,
  entries: readonly InnovationEntry[],
  sourceId: SourceIds,
): Promise<Set<string>> {
  const changed = new Set<string>()
  await saveAwards(db, { entries, sourceId, changed })
  await saveCategories(db, { entries, changed })
  await saveHiddenWords(db, { entries, changed })
  return changed
}

type Work = { entries: readonly InnovationEntry[]; changed: Set<string> }

async function saveAwards(
  db: Tx,
  { entries, sourceId, changed }: Work & { sourceId: SourceIds },
): Promise<void> {
  const there = await db
    .selectFrom('innovation_award as a')
    .select(['a.id', 'a.innovation_id', 'a.label', 'a.source_id'])
    .where('a.innovation_id', '=', known(entries))
    .execute()
  const byRecord = Map.groupBy(there, (row) => row.innovation_id)
  const insert = []
  const remove: string[] = []
  for (const { id, record } of entries) {
    const source_id = sourceId(record.source)
    const awards = byRecord.get(id) ?? []
    const labels = new Set(record.awards.map((award) => award.label))
    const isSpokenOf = !record.unmentioned.has('awards')
    const gone = awards.filter(
      (award) => isSpokenOf && award.source_id === source_id && !labels.has(award.label),
    )
    const fresh = record.awards.filter((award) => !awards.some((one) => one.label === award.label))
    insert.push(...fresh.map((award) => ({ id: uuidv7(), innovation_id: id, ...award, source_id })))
    remove.push(...gone.map((award) => award.id))
    if (gone.length + fresh.length > 0) changed.add(id)
  }
  if (remove.length > 0)
    await db
      .deleteFrom('innovation_award')
      .where('id', '=', sql<string>`any(${remove}::uuid[])`)
      .execute()
  await insertMany(db, 'innovation_award', insert)
}

async function saveCategories(db: Tx, { entries, changed }: Work): Promise<void> {
  const there = await db
    .selectFrom('innovation_category as c')
    .select(['c.innovation_id', 'c.key', 'c.assigned_by'])
    .where('c.innovation_id', '=', known(entries))
    .where('c.scheme', '=', currentCategoryScheme)
    .execute()
  const byRecord = new Map(there.map((row) => [row.innovation_id, row]))
  const insert = []
  for (const { id, categoryKey } of entries) {
    const before = byRecord.get(id)
    if (categoryKey === null || before?.key === categoryKey || before?.assigned_by === 'source') continue
    insert.push({
      innovation_id: id,
      scheme: currentCategoryScheme,
      key: categoryKey,
      assigned_by: 'editor' as const,
    })
    changed.add(id)
  }
  const ids = insert.map((row) => row.innovation_id)
  if (there.length > 0 && ids.length > 0) {
    await db
      .deleteFrom('innovation_category')
      .where('innovation_id', '=', sql<string>`any(${ids}::uuid[])`)
      .where('scheme', '=', currentCategoryScheme)
      .execute()
  }
  await insertMany(db, 'innovation_category', insert)
}

async function saveHiddenWords(db: Tx, { entries, changed }: Work): Promise<void> {
  const there = await db
    .selectFrom('innovation_hidden_words as h')
    .selectAll()
    .where('h.innovation_id', '=', known(entries))
    .execute()
  const before = new Map(there.map((row) => [row.innovation_id, row.words]))
  const differ = entries.filter(
    ({ id, record }) =>
      !record.unmentioned.has('hiddenWords') && (before.get(id) ?? null) !== record.hiddenWords,
  )
  for (const { id } of differ) changed.add(id)
  const ids = differ.map((one) => one.id).filter((id) => before.has(id))
  if (ids.length > 0) {
    await db
      .deleteFrom('innovation_hidden_words')
      .where('innovation_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
  }
  const rows = differ.flatMap(({ id, record }) =>
    record.hiddenWords === null ? [] : [{ innovation_id: id, words: record.hiddenWords }],
  )
  await insertMany(db, 'innovation_hidden_words', rows)
}

/** The records that may have rows already. */
function known(entries: readonly InnovationEntry[]) {
  const ids = entries.filter((one) => !one.isNew).map((one) => one.id)
  return sql<string>`any(${ids}::uuid[])`
}
