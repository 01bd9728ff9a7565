import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { problemText } from '@semai/domain/exchange/sheet'
import type { Sheet } from '@semai/domain/exchange/sheet'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Progress } from '../db/environment.ts'
import type { Schema } from '../db/schema.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { readerOf } from './import.ts'
import type { ImportKind } from './import.ts'
import { readSheetFile } from './read-sheet.ts'
import { rebuildSearch } from '../search/search-index.commands.ts'
import { applyHistory, applyHubs } from './shipped-regions.commands.ts'
import {
  applyBatched,
  applyCategories,
  applyFacts,
  applyFigures,
  applyLinks,
  applyParties,
  applyProgrammeEvents,
  applyScalingProgrammes,
} from './shipped-catalogue.commands.ts'
import { joinPoints, programmesAsInnovations } from './shipped-sheets.ts'
import { productFolder } from '../db/product-folder.ts'

const DATA = join(productFolder(), 'data')
const setUp = { personId: null, label: 'setup' }

/** Every shipped file, in the order in which each finds what it refers to. */
const files = {
  regions: 'regions/regions.csv',
  points: 'regions/points.csv',
  attributes: 'regions/attributes.csv',
  underdeveloped: 'regions/underdeveloped.csv',
  history: 'regions/history.csv',
  hubs: 'regions/hubs.csv',
  organisations: 'organisations/organisations.csv',
  categories: 'catalogue/categories.csv',
  innovations: 'catalogue/innovations.csv',
  programmes: 'catalogue/programmes.csv',
  facts: 'catalogue/facts.csv',
  links: 'catalogue/links.csv',
  parties: 'catalogue/parties.csv',
  figures: 'catalogue/published-figures.csv',
  events: 'catalogue/programme-events.csv',
  scaling: 'catalogue/scaling-programmes.csv',
  mpp: 'catalogue/mpp-adoptions.csv',
  knownBy: 'catalogue/mpp-known-by.csv',
  mppDigital: 'catalogue/mpp-digital-adoptions.csv',
  smartCity: 'catalogue/smartcity100-adoptions.csv',
  call112: 'catalogue/call112-adoptions.csv',
} as const

/**
 * The shipped data is in the database: regions, organisations, innovations, programmes, claims, figures. Loaded in
 * one transaction, once for each version of the files; does nothing when the last load was of the same files.
 * @throws RangeError when a shipped file does not hold what it should: a mistake of the author.
 */
export async function loadShippedData(owner: Kysely<Schema>, progress: Progress): Promise<void> {
  const version = await shippedVersion()
  const last = await owner
    .selectFrom('import_run')
    .select('sha256')
    .where('kind', '=', 'shipped')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.sha256 === version) return
  progress('Loading the shipped data')
  await inTransaction(owner, async (db) => {
    const now = new Date()
    const totals = await loadAll(db, now, progress)
    const id = uuidv7()
    await db
      .insertInto('import_run')
      .values({ id, kind: 'shipped', file_name: 'data', sha256: version, ...totals, finished_at: now })
      .execute()
    await audit(db, setUp, {
      what: 'import.finish',
      subjectId: id,
      at: now,
      detail: { kind: 'shipped', ...totals },
    })
  })
  await sql`analyze`.execute(owner)
}

type Totals = { rows_read: number; created: number; updated: number; unchanged: number }

async function loadAll(db: Tx, now: Date, progress: Progress): Promise<Totals> {
  const totals: Totals = { rows_read: 0, created: 0, updated: 0, unchanged: 0 }
  const load = async (kind: ImportKind, file: string, sheet?: Sheet) => {
    const rows = sheet ?? (await shippedSheet(file))
    const outcome = await readerOf(rows, { kind, file, actor: setUp, now, progress }).save(db)
    if (outcome.problems.length > 0)
      throw new RangeError(`${file}: ${outcome.problems.map(problemText).join('; ')}`)
    totals.rows_read += rows.rows.length
    totals.created += outcome.created
    totals.updated += outcome.updated
    totals.unchanged += outcome.unchanged
  }
  const records = async (file: string) => recordsOf(await shippedSheet(file))
  await load(
    'regions',
    files.regions,
    joinPoints(await shippedSheet(files.regions), await shippedSheet(files.points)),
  )
  await load('attributes', files.attributes)
  await load('attributes', files.underdeveloped)
  await applyHistory(db, await records(files.history))
  await applyHubs(db, await records(files.hubs))
  await load('agencies', files.organisations)
  await applyCategories(db, await records(files.categories))
  progress('Loading the catalogue')
  await load('innovations', files.innovations)
  await load('innovations', files.programmes, programmesAsInnovations(await records(files.programmes)))
  await applyBatched(db, await records(files.programmes))
  await applyFacts(db, await records(files.facts))
  await applyLinks(db, await records(files.links))
  await applyParties(db, await records(files.parties))
  await applyFigures(db, await records(files.figures))
  await applyProgrammeEvents(db, await records(files.events))
  await applyScalingProgrammes(db, await records(files.scaling), now)
  for (const file of [files.mpp, files.knownBy, files.mppDigital, files.smartCity, files.call112])
    await load('claims', file)
  progress('Indexing for search')
  await rebuildSearch(db, 'all')
  return totals
}

async function shippedSheet(file: string): Promise<Sheet> {
  const { sheet, problem } = await readSheetFile(join(DATA, file))
  if (problem !== null) throw new RangeError(`${basename(file)}: ${problemText(problem)}`)
  return sheet
}

/** A row of a shipped file by column name. Columns that a file lacks read as empty. */
export type ShippedRecord = Readonly<Record<string, string>>

function recordsOf({ header, rows }: Sheet): ShippedRecord[] {
  return rows.map(({ cells }) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}

/** Fingerprint of all shipped files together. */
async function shippedVersion(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of Object.values(files)) hash.update(file).update(await readFile(join(DATA, file)))
  return hash.digest('hex')
}
