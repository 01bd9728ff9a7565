import { createReadStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Progress } from '../db/environment.ts'
import { migrateWithin, readMigrations } from '../db/migrate.ts'
import type { Migration } from '../db/migrate.ts'
import { bringUpToDate, lockSetup } from '../db/ready.ts'
import { Trouble } from '../db/trouble.ts'
import { loosenTables, tightenTables } from './loosened-tables.ts'
import { UNCHANGED, readManifest } from './manifest.ts'
import type { Manifest, TablePart } from './manifest.ts'
import { checkPart } from './part.ts'
import { refuseFiles, restoreFiles } from './restore-files.ts'
import type { RestoredTo } from './restore-files.ts'
import { COPY_SETTINGS, copiedTables, inPublic } from './tables.ts'
import type { TableColumns } from './tables.ts'

/** A backup whose every part was read and found as it was written, and whose migrations this version knows. */
export type CheckedBackup = { folder: string; manifest: Manifest; migrations: Migration[] }

/**
 * Reads the whole backup once, before anything is made.
 * @throws Trouble when a part is missing or altered, or the backup is of a newer or another Semai.
 */
export async function checkBackup(folder: string, progress: Progress): Promise<CheckedBackup> {
  const manifest = await readManifest(resolve(folder))
  const migrations = knownMigrations(manifest, await readMigrations())
  progress(`Checking the backup of ${manifest.takenAt}`)
  for (const part of [...manifest.tables, ...manifest.files]) await checkPart(resolve(folder), part)
  return { folder: resolve(folder), manifest, migrations }
}

/** The migrations the backup was made with, which must be the beginning of those `shipped`. */
function knownMigrations({ migrations, product }: Manifest, shipped: Migration[]): Migration[] {
  const newest = shipped.at(-1)?.number ?? 0
  const last = migrations.at(-1)!
  if (last.number > newest) {
    throw new Trouble(
      `The backup is at migration ${last.name}, newer than this Semai, which knows ${newest}. ` +
        `Restore it with the Semai that made it (${product}) or a newer one. ${UNCHANGED}`,
    )
  }
  return migrations.map(({ name, sha256 }, index) => {
    const known = shipped[index]
    if (known?.name === name && known.sha256 === sha256) return known
    throw new Trouble(
      `The backup was made with another migration ${name} than this Semai has. ` +
        `Restore it with the Semai that made it (${product}). ${UNCHANGED}`,
    )
  })
}

/**
 * An empty database holds what the backup holds, at this version's migration, with statistics; its files are in
 * `files`. All of it arrives in one transaction: whoever interrupts it leaves the database empty.
 * @throws Trouble when the database or the folder of files is not empty; nothing is then changed.
 */
export async function restoreBackup(
  owner: pg.Pool,
  backup: CheckedBackup,
  { files, progress }: { files: RestoredTo; progress: Progress },
): Promise<void> {
  const db = await owner.connect()
  try {
    await lockSetup(db, progress)
    await refuseUsed(db)
    await refuseFiles(files)
    await db.query('begin')
    await db.query(COPY_SETTINGS)
    await restoreTables(db, backup, progress)
    const takeBack = await restoreFiles(backup, files, progress)
    await db.query('commit').catch(takeBack)
    await bringUpToDate(db, owner, progress)
    await db.query('analyze')
  } finally {
    db.release(true) // ends the connection: what was not committed is undone, and the lock is free
  }
}

async function refuseUsed(db: pg.ClientBase): Promise<void> {
  const { rowCount } = await db.query(
    `select 1 from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`,
  )
  if (rowCount === 0) return
  throw new Trouble(
    'The database is not empty, and a restore never overwrites. Name an empty data folder with --into, ' +
      `or an empty database with DATABASE_URL. ${UNCHANGED}`,
  )
}

async function restoreTables(
  db: pg.ClientBase,
  { folder, manifest, migrations }: CheckedBackup,
  progress: Progress,
): Promise<void> {
  progress(`Making the tables of migration ${migrations.at(-1)!.name}`)
  await migrateWithin(db, migrations)
  for (const { number, appliedAt } of manifest.migrations) {
    await db.query('update schema_migration set applied_at = $2 where number = $1', [number, appliedAt])
  }
  refuseOtherTables(manifest, await copiedTables(db))
  const names = manifest.tables.map(({ name }) => name)
  const loosened = await loosenTables(db, names)
  for (const [index, table] of manifest.tables.entries()) {
    progress(`Restoring ${table.name} (${index + 1} of ${names.length})`)
    await fillTable(db, folder, table)
  }
  for (const { name, lastValue } of manifest.sequences) {
    await db.query('select setval($1::regclass, $2::bigint)', [inPublic(name), lastValue])
  }
  progress('Checking that rows refer to rows that are there')
  await tightenTables(db, loosened)
}

/** Tables of an operator's own are in the backup but not among what migrations make. */
function refuseOtherTables({ tables }: Manifest, made: TableColumns[]): void {
  const described = (list: TableColumns[]) =>
    list.map(({ name, columns }) => `${name} (${[...columns].sort().join(', ')})`)
  const other =
    described(tables).find((table) => !described(made).includes(table)) ??
    described(made).find((table) => !described(tables).includes(table))
  if (other === undefined) return
  throw new Trouble(
    `The backup and the migrations of this Semai disagree on the table ${other}. ${UNCHANGED}`,
  )
}

async function fillTable(
  db: pg.ClientBase,
  folder: string,
  { path, name, columns, rows }: TablePart,
): Promise<void> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const into = db.query(
    copyFrom(`copy ${inPublic(name)} (${list}) from stdin (format text, encoding 'UTF8')`),
  )
  await pipeline(createReadStream(join(folder, path)), createGunzip(), into)
  if (into.rowCount === rows) return
  throw new Trouble(
    `The backup says ${name} has ${rows} rows, but its part holds ${into.rowCount}. ${UNCHANGED}`,
  )
}
