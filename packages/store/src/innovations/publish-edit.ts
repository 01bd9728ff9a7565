import { currentCategoryScheme } from '@semai/domain/innovations/category'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { Actor } from '@semai/domain/people/actor'
import { freeSlug } from '@semai/domain/text/slug'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { insertMany } from '../db/bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSource } from '../exchange/ensure-source.ts'
import { rebuildSearch } from '../search/rebuild-search.ts'
import { filesIntoInnovation } from './carry-files.ts'
import { publishedColumns, statedFacts, statementOf } from './published-text.ts'

type Publication = {
  edit: {
    id: string
    innovationId: string | null
    organisationId: string
    provinceCode: string | null
    content: InnovationContent
  }
  now: Date
}

/**
 * The text is a new, immutable version of its innovation, which is made where it was new; the catalogue and search
 * show it, and each fact names the agency as its source. Facts from other sources stay beside it.
 */
export async function publishEdit(db: Tx, actor: Actor, { edit, now }: Publication) {
  const day = dayIn(now)
  const columns = { ...publishedColumns(edit.content), last_confirmed_on: day, updated_at: now }
  const known =
    edit.innovationId === null
      ? await insertInnovation(db, edit, columns, now)
      : await lockedInnovation(db, edit.innovationId)
  const version = (known.version ?? 0) + 1
  await db
    .updateTable('innovation')
    .set({ ...columns, version })
    .where('id', '=', known.id)
    .execute()
  await db
    .insertInto('innovation_version')
    .values({
      innovation_id: known.id,
      number: version,
      content: JSON.stringify(edit.content),
      edit_id: null,
      published_by: actor.personId,
      published_at: now,
    })
    .execute()
  await writeFacts(db, { ...edit, id: known.id, day })
  await writeCategory(db, known.id, edit.content)
  await filesIntoInnovation(db, { editId: edit.id, innovationId: known.id })
  await rebuildSearch(db, [known.id])
  return { innovationId: known.id, slug: known.slug, version }
}

type Known = { id: string; slug: string; version: number | null }

function lockedInnovation(db: Tx, id: string): Promise<Known> {
  return db
    .selectFrom('innovation')
    .select(['id', 'slug', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function insertInnovation(
  db: Tx,
  { organisationId, provinceCode, content }: Publication['edit'],
  columns: ReturnType<typeof publishedColumns>,
  now: Date,
): Promise<Known> {
  const { rows } = await sql<{
    n: number
    region: string | null
  }>`select nextval('innovation_code')::int as n,
    (select above.region_code from organisation_above a join organisation above on above.id = a.above_id
      where a.organisation_id = ${organisationId} and above.region_code is not null order by a.depth limit 1) as region`.execute(
    db,
  )
  const code = `INV-S${String(rows[0]!.n).padStart(4, '0')}`
  const taken = await db
    .selectFrom('innovation')
    .select('slug')
    .where('slug', 'like', `${slugStart(content)}%`)
    .execute()
  const id = uuidv7()
  const slug = freeSlug(content.name!, code, new Set(taken.map((row) => row.slug)))
  const region_code = rows[0]!.region
  const fixed = { code, slug, kind: 'innovation' as const, organisation_id: organisationId, stage: null }
  await db
    .insertInto('innovation')
    .values({
      id,
      ...fixed,
      ...columns,
      region_code,
      province_code: provinceCode,
      last_confirmed_on: null,
      recorded_at: now,
      updated_at: now,
    })
    .execute()
  return { id, slug, version: null }
}

function slugStart({ name }: InnovationContent): string {
  return freeSlug(name!, '', new Set())
}

type Facts = { id: string; organisationId: string; content: InnovationContent; day: string }

/** What the agency says replaces what it said before; its statement is the source. */
async function writeFacts(db: Tx, { id, organisationId, content, day }: Facts): Promise<void> {
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const sourceId = await ensureSource(db, statementOf(name))
  await db
    .deleteFrom('innovation_fact')
    .where('innovation_id', '=', id)
    .where('source_id', '=', sourceId)
    .execute()
  const facts = statedFacts(content).map(({ field, value }) => ({
    id: uuidv7(),
    innovation_id: id,
    field,
    value,
    basis: 'source' as const,
    confidence: 'high' as const,
    source_id: sourceId,
    stated_on: day,
    note: null,
  }))
  await insertMany(db, 'innovation_fact', facts)
}

async function writeCategory(db: Tx, id: string, { category, goals }: InnovationContent): Promise<void> {
  await db
    .deleteFrom('innovation_category')
    .where('innovation_id', '=', id)
    .where('scheme', '=', currentCategoryScheme)
    .execute()
  if (category) {
    await db
      .insertInto('innovation_category')
      .values({ innovation_id: id, scheme: currentCategoryScheme, key: category, assigned_by: 'source' })
      .execute()
  }
  await db.deleteFrom('innovation_sdg').where('innovation_id', '=', id).execute()
  await insertMany(
    db,
    'innovation_sdg',
    goals.map((goal) => ({ innovation_id: id, goal, source_id: null })),
  )
}
