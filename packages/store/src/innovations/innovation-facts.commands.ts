import { factFields } from '@semai/domain/innovations/record'
import type { InnovationRecord, StatedFact } from '@semai/domain/innovations/record'
import { generalKnowledge } from '@semai/domain/innovations/citation'
import { sql } from 'kysely'
import { insertMany, updateMany } from '../db/bulk.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { diffRows } from '../exchange/rows-diff.ts'
import type { SourceIds } from '../exchange/source-ids.ts'
import type { InnovationEntry } from './placed-innovation.ts'

/** A value stated for a field of a record. */
export type StatedValue = { field: string; value: string; basis: 'source' | 'general_knowledge' }

type FactRow = {
  id: string
  innovation_id: string
  field: string
  value: string
  basis: 'source' | 'general_knowledge'
  confidence: string | null
  source_id: string
}

/** What changes among the facts of some records, and every value stated for each afterwards, oldest first. */
export type FactsPlan = {
  values: Map<string, StatedValue[]>
  changed: Set<string>
  insert: FactRow[]
  update: FactRow[]
  remove: string[]
}

/** Compares the facts of these records with those known of their source. Facts of other sources stay. */
export async function planFacts(
  db: Db,
  entries: readonly InnovationEntry[],
  sourceId: SourceIds,
): Promise<FactsPlan> {
  const known = await knownFacts(db, entries)
  const plan: FactsPlan = { values: new Map(), changed: new Set(), insert: [], update: [], remove: [] }
  for (const { id, record } of entries) {
    const stated = known.get(id) ?? []
    const sources = new Set([record.source, generalKnowledge].map((name) => named(sourceId, name)))
    const own = stated.filter((fact) => sources.has(fact.source_id) && isSpokenOf(record, fact.field))
    const wanted = record.facts.map((fact) => rowOf(id, fact, sourceId(fact.source)))
    const diff = diffRows(own, wanted, { key: (fact) => `${fact.field} ${fact.source_id}`, same: isSameFact })
    const updated = new Map(diff.update.map(({ there, wanted }) => [there.id, { ...wanted, id: there.id }]))
    const removed = new Set(diff.remove.map((fact) => fact.id))
    plan.insert.push(...diff.insert)
    plan.update.push(...updated.values())
    plan.remove.push(...removed)
    if (diff.insert.length + updated.size + removed.size > 0) plan.changed.add(id)
    const kept = stated.filter((fact) => !removed.has(fact.id)).map((fact) => updated.get(fact.id) ?? fact)
    plan.values.set(id, [...kept, ...diff.insert])
  }
  return plan
}

/** Writes what `planFacts` found; the records themselves must be there. */
export async function writeFacts(db: Tx, { insert, update, remove }: FactsPlan): Promise<void> {
  if (remove.length > 0) {
    await db
      .deleteFrom('innovation_fact')
      .where('id', '=', sql<string>`any(${remove}::uuid[])`)
      .execute()
  }
  await updateMany(db, 'innovation_fact', { rows: update as never, by: ['id'] })
  await insertMany(db, 'innovation_fact', insert as never)
}

function rowOf(
  innovationId: string,
  { field, value, basis, confidence }: StatedFact,
  source_id: string,
): FactRow {
  return { id: uuidv7(), innovation_id: innovationId, field, value, basis, confidence, source_id }
}

function isSameFact(a: FactRow, b: FactRow): boolean {
  return a.value === b.value && a.basis === b.basis && a.confidence === b.confidence
}

/** Whether the file says what this field is, also by leaving it empty. */
function isSpokenOf({ unmentioned }: InnovationRecord, field: string): boolean {
  return factFields.some((name) => name === field && !unmentioned.has(name))
}

/** The id of a source, or `undefined` where nothing in this file rests on it. */
function named(sourceId: SourceIds, name: string): string | undefined {
  try {
    return sourceId(name)
  } catch {
    return undefined
  }
}

async function knownFacts(db: Db, entries: readonly InnovationEntry[]): Promise<Map<string, FactRow[]>> {
  const ids = entries.filter((one) => !one.isNew).map((one) => one.id)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('innovation_fact')
    .select(['id', 'innovation_id', 'field', 'value', 'basis', 'confidence', 'source_id'])
    .where('innovation_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.innovation_id)
}
