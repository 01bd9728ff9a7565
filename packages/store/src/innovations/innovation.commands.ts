import { currentCategoryScheme } from '@semai/domain/innovations/category'
import { freeSlug } from '@semai/domain/text/slug'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { audit } from '../db/audit.ts'
import type { AuditActor } from '../db/audit.ts'
import { insertMany, updateMany } from '../db/bulk.ts'
import type { Schema } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { Conflict, Outcome } from '../exchange/outcome.ts'
import { changedColumns } from '../exchange/rows-diff.ts'
import type { SourceIds } from '../exchange/source-ids.ts'
import { saveDetails } from './innovation-details.commands.ts'
import { planFacts, writeFacts } from './innovation-facts.commands.ts'
import type { FactsPlan } from './innovation-facts.commands.ts'
import type { InnovationEntry, PlacedInnovation } from './placed-innovation.ts'
import { shownColumns } from './shown-columns.ts'

type Known = Selectable<Schema['innovation']>
type Saved = Pick<Outcome, 'created' | 'updated' | 'conflicts' | 'touched'>
type Work = { placed: readonly PlacedInnovation[]; sourceId: SourceIds; actor: AuditActor; now: Date }

/**
 * Innovations are as the records say, found by code: new ones are added, others changed where they differ, with
 * their facts, awards, category and hidden words. Slugs never change; one audit event for each changed record.
 */
export async function saveInnovations(db: Tx, { placed, sourceId, actor, now }: Work): Promise<Saved> {
  const known = await knownInnovations(db, placed)
  const entries = placed.map((one): InnovationEntry => {
    const before = known.get(one.record.code)
    return { ...one, id: before?.id ?? uuidv7(), isNew: before === undefined }
  })
  const facts = await planFacts(db, entries, sourceId)
  const fresh = entries.filter((one) => one.isNew)
  await insertFresh(db, { fresh, facts, now })
  await writeFacts(db, facts)
  const detailed = await saveDetails(db, entries, sourceId)
  const changed = new Map<string, string[]>()
  const updates = entries
    .filter((one) => !one.isNew)
    .flatMap((one) => {
      const before = known.get(one.record.code)!
      const shown = shownColumns(one, { before, values: facts.values.get(one.id)! })
      const fields = changedColumns(before, shown)
      if (facts.changed.has(one.id)) fields.push('facts')
      if (detailed.has(one.id)) fields.push('details')
      if (fields.length === 0) return []
      changed.set(one.id, fields)
      return [{ id: one.id, ...shown, updated_at: now }]
    })
  await updateMany(db, 'innovation', { rows: updates, by: ['id'] })
  await showCategories(db, [...detailed])
  for (const [id, fields] of changed) {
    await audit(db, actor, { what: 'innovation.update', subjectId: id, at: now, detail: { fields } })
  }
  const touched = [...fresh.map((one) => one.id), ...changed.keys()]
  return { created: fresh.length, updated: changed.size, conflicts: conflictsOf(entries, facts), touched }
}

async function knownInnovations(db: Tx, placed: readonly PlacedInnovation[]): Promise<Map<string, Known>> {
  const codes = placed.map(({ record }) => record.code)
  const rows = await db
    .selectFrom('innovation')
    .selectAll()
    .where('code', '=', sql<string>`any(${codes}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}

async function insertFresh(
  db: Tx,
  { fresh, facts, now }: { fresh: readonly InnovationEntry[]; facts: FactsPlan; now: Date },
): Promise<void> {
  if (fresh.length === 0) return
  const taken = new Set((await db.selectFrom('innovation').select('slug').execute()).map((row) => row.slug))
  const rows = fresh.map((one) => {
    const shown = shownColumns(one, { before: undefined, values: facts.values.get(one.id)! })
    const { code, kind } = one.record
    const slug = freeSlug(shown.name, code, taken)
    return {
      id: one.id,
      code,
      slug,
      kind,
      ...shown,
      category_key: one.categoryKey,
      replicas: 0,
      batched: false,
      recorded_at: now,
      updated_at: now,
    }
  })
  await insertMany(db, 'innovation', rows)
}

/** The category shown is the one kept for the current edition. */
export async function showCategories(db: Tx, ids: readonly string[]): Promise<void> {
  await sql`update innovation i set category_key = c.key from innovation_category c
    where c.innovation_id = i.id and c.scheme = ${currentCategoryScheme} and i.id = any(${ids}::uuid[])
      and i.category_key is distinct from c.key`.execute(db)
}

/** Fields for which sources give different values, oldest first. */
function conflictsOf(entries: readonly InnovationEntry[], { values }: FactsPlan): Conflict[] {
  return entries.flatMap(({ id, number, record }) => {
    const fields = Map.groupBy(values.get(id)!, (value) => value.field)
    return [...fields].flatMap(([field, stated]) => {
      const distinct = [...new Set(stated.map((value) => value.value))]
      return distinct.length < 2 ? [] : [{ row: number, subject: record.code, field, values: distinct }]
    })
  })
}
