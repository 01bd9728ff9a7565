import { dateInterval } from '@semai/domain/claims/claim'
import { currentCategoryScheme } from '@semai/domain/innovations/category'
import { fold } from '@semai/domain/text/near-miss'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { showCategories } from '../innovations/innovation.commands.ts'
import { knownOrganisations } from '../organisations/known-organisations.ts'
import { storeProgrammeEvents } from '../programme-events/programme-event.commands.ts'
import { storeProgrammes } from '../scaling/store-programmes.ts'
import { ensureSources } from './source-ids.ts'
import type { ShippedRecord } from './shipped-data.ts'

/** The categories of each edition, with their names in both languages, are as the file says. */
export async function applyCategories(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const values = rows.map((row) => ({
    scheme: row['scheme']!,
    key: row['key']!,
    name_id: row['name_id']!,
    name_en: row['name_en']!,
    position: Number(row['position']),
  }))
  await db
    .insertInto('category')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['scheme', 'key']).doUpdateSet((eb) => ({
        name_id: eb.ref('excluded.name_id'),
        name_en: eb.ref('excluded.name_en'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute()
}

/** Programmes whose dates come in ceremonial batches are marked so. */
export async function applyBatched(db: Tx, programmes: readonly ShippedRecord[]): Promise<void> {
  const codes = programmes.filter((row) => row['batched'] === 'yes').map((row) => row['id']!)
  await sql`update innovation set batched = true where code = any(${codes}::text[]) and not batched`.execute(
    db,
  )
}

/**
 * Values that sources state besides those of the catalogue: conflicting ones stand beside it, a category replaces
 * the editors' choice, aliases are added. Rows already there stay.
 */
export async function applyFacts(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const ids = await innovationIds(db)
  const sourceId = await ensureSources(
    db,
    rows.map((row) => ({ name: row['source']!, url: row['source_url'] || null })),
  )
  for (const row of rows) {
    const innovation_id = ids(row['innovation']!)
    const source_id = sourceId(row['source']!, row['source_url'] || null)
    if (row['field'] === 'alias') await addAlias(db, { innovation_id, name: row['value']!, source_id })
    else await addFact(db, { ...row, innovation_id, source_id })
    if (row['field'] === 'category') await stateCategory(db, innovation_id, row['value']!)
  }
}

async function addAlias(
  db: Tx,
  alias: { innovation_id: string; name: string; source_id: string },
): Promise<void> {
  await db
    .insertInto('innovation_alias')
    .values(alias)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function addFact(db: Tx, row: ShippedRecord): Promise<void> {
  await db
    .insertInto('innovation_fact')
    .values({
      id: uuidv7(),
      innovation_id: row['innovation_id']!,
      field: row['field']!,
      value: row['value']!,
      basis: row['basis'] as 'source',
      confidence: row['confidence'] as 'high',
      source_id: row['source_id']!,
      note: row['note'] || null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function stateCategory(db: Tx, innovationId: string, name: string): Promise<void> {
  const categories = await db
    .selectFrom('category')
    .select(['key', 'name_id'])
    .where('scheme', '=', currentCategoryScheme)
    .execute()
  const { key } = categories.find((category) => fold(category.name_id) === fold(name))!
  await db
    .insertInto('innovation_category')
    .values({ innovation_id: innovationId, scheme: currentCategoryScheme, key, assigned_by: 'source' })
    .onConflict((conflict) =>
      conflict.columns(['innovation_id', 'scheme']).doUpdateSet({ key, assigned_by: 'source' }),
    )
    .execute()
  await showCategories(db, [innovationId])
}

/** Links between records are known. Rows already there stay. */
export async function applyLinks(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const ids = await innovationIds(db)
  const links = rows.map((row) => ({
    from_id: ids(row['from']!),
    to_id: ids(row['to']!),
    kind: row['kind'] as 'instance_of' | 'related',
  }))
  await db
    .insertInto('innovation_link')
    .values(links)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Proposers, sector ministries and partners are known. Rows already there stay. */
export async function applyParties(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const ids = await innovationIds(db)
  const organisations = await knownOrganisations(db)
  const sourceId = await ensureSources(
    db,
    rows.map((row) => ({ name: row['source']!, url: row['source_url'] || null })),
  )
  const parties = rows.map((row) => ({
    innovation_id: ids(row['innovation']!),
    role: row['role'] as 'partner',
    organisation_id: organisations.withKey(row['organisation']!)!,
    source_id: sourceId(row['source']!, row['source_url'] || null),
  }))
  await db
    .insertInto('innovation_party')
    .values(parties)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Published totals are known, each with its source and date. Rows already there stay. */
export async function applyFigures(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const sourceId = await ensureSources(
    db,
    rows.map((row) => ({ name: row['source']!, url: row['source_url'] || null })),
  )
  const figures = rows.map((row) => {
    const { latest, precision } = dateInterval(row['as_of']!)
    return {
      id: uuidv7(),
      subject: row['subject']!,
      measure: row['measure']!,
      value: Number(row['value']),
      unit: row['unit']!,
      as_of: latest,
      precision: precision as 'day' | 'month' | 'year',
      source_id: sourceId(row['source']!, row['source_url'] || null),
      note: row['note'] || null,
    }
  })
  await db
    .insertInto('published_figure')
    .values(figures)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Scaling-up programmes are known, each with its ministry; what somebody has written since stays. */
export async function applyScalingProgrammes(
  db: Tx,
  rows: readonly ShippedRecord[],
  now: Date,
): Promise<void> {
  const organisations = await knownOrganisations(db)
  const sourced = rows.filter((row) => row['source'])
  const source = await ensureSources(
    db,
    sourced.map((row) => ({ name: row['source']!, url: row['source_url'] || null })),
  )
  const innovation = await innovationIds(db)
  const known = { innovation, organisation: (key: string) => organisations.withKey(key), source }
  await storeProgrammes(db, rows, { known, now })
}

/** What the programme itself did is known, each act with its source. */
export async function applyProgrammeEvents(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const organisations = await knownOrganisations(db)
  const source = await ensureSources(
    db,
    rows.map((row) => ({ name: row['source']!, url: row['source_url'] || null })),
  )
  await storeProgrammeEvents(db, rows, {
    innovation: await innovationIds(db),
    organisation: (key) => organisations.withKey(key),
    source,
  })
}

async function innovationIds(db: Tx): Promise<(code: string) => string> {
  const rows = await db.selectFrom('innovation').select(['id', 'code']).execute()
  const ids = new Map(rows.map((row) => [row.code, row.id]))
  return (code) => {
    const id = ids.get(code)
    if (id === undefined) throw new RangeError(`innovationIds: no record has the code ${code}`)
    return id
  }
}
