import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Progress } from '../db/environment.ts'
import { makeFolder } from '../db/make-folder.ts'
import { Trouble } from '../db/trouble.ts'
import type { FileStore } from '../files/file-store.ts'
import { writeManifest } from './manifest.ts'
import type { Manifest, Part, TablePart } from './manifest.ts'
import { syncFolder, writePart } from './part.ts'
import { COPY_SETTINGS, LEDGER, copiedTables, inPublic, sequencePositions } from './tables.ts'
import type { TableColumns } from './tables.ts'

/** `files` is where uploaded files are: the data folder's folder, which need not exist, or a bucket. */
export type BackupRequest = { folder: string; files: Pick<FileStore, 'list' | 'get'>; progress: Progress }

/**
 * A new folder holds every table as of one moment, the sequences, the files and a manifest. Writers go on
 * meanwhile; only a migration waits. The folder appears whole or not at all; memory stays constant.
 * Files are copied after the moment of the tables, so every file a row names is among them.
 * @throws Trouble when the folder is in use or can not be written, or the database is empty; nothing is left then.
 */
export async function writeBackup(owner: pg.Pool, request: BackupRequest): Promise<Manifest> {
  const folder = resolve(request.folder)
  const unfinished = await newFolder(folder)
  try {
    const snapshot = await inSnapshot(owner, (db, tables) =>
      copySnapshot(db, tables, { ...request, unfinished }),
    )
    const files = await copyFiles(unfinished, request)
    const manifest = await writeManifest(unfinished, { ...snapshot, files })
    await syncFolder(unfinished)
    await rename(unfinished, folder)
    await syncFolder(dirname(folder))
    return manifest
  } catch (problem) {
    await rm(unfinished, { recursive: true, force: true })
    throw problem
  }
}

async function newFolder(folder: string): Promise<string> {
  try {
    if ((await readdir(folder).catch(nothingThere)).length > 0) {
      throw new Trouble(`${folder} is not empty. Name a new folder for the backup.`)
    }
    makeFolder(dirname(folder))
    return await mkdtemp(join(dirname(folder), `${basename(folder)}.unfinished-`))
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === undefined || code === 'ENOSPC') throw problem
    throw new Trouble(`The folder ${folder} can not be made (${code}). Name another one.`, problem)
  }
}

function nothingThere(problem: NodeJS.ErrnoException): string[] {
  if (problem.code === 'ENOENT') return []
  throw problem
}

type Snapshot = Omit<Manifest, 'format' | 'product' | 'files'>

/** The tables are locked against changes of their form before the moment is taken, as PostgreSQL's manual advises. */
async function inSnapshot<Result>(
  owner: pg.Pool,
  work: (db: pg.ClientBase, tables: TableColumns[]) => Promise<Result>,
): Promise<Result> {
  const db = await owner.connect()
  try {
    const found = await copiedTables(db)
    if (found.length === 0) throw new Trouble('The database is empty: there is nothing to back up yet.')
    const names = [LEDGER, ...found.map(({ name }) => name)].map(inPublic)
    await db.query('begin isolation level repeatable read, read only')
    await db.query(`lock table ${names.join(', ')} in access share mode`)
    await db.query(COPY_SETTINGS)
    const tables = await copiedTables(db)
    if (JSON.stringify(tables) !== JSON.stringify(found)) {
      throw new Trouble('The database was being migrated when the backup began. Start the backup again.')
    }
    return await work(db, tables)
  } finally {
    db.release(true) // ends the connection, and with it the transaction that only read
  }
}

async function copySnapshot(
  db: pg.ClientBase,
  tables: TableColumns[],
  { unfinished, progress }: BackupRequest & { unfinished: string },
): Promise<Snapshot> {
  const { rows: about } = await db.query<{ postgres: string; takenAt: Date }>(
    `select current_setting('server_version') as postgres, statement_timestamp() as "takenAt"`,
  )
  const { rows: migrations } = await db.query<Snapshot['migrations'][number]>(
    `select number, name, sha256, applied_at::text as "appliedAt" from ${inPublic(LEDGER)} order by number`,
  )
  const copied: TablePart[] = []
  for (const [index, table] of tables.entries()) {
    progress(`Copying ${table.name} (${index + 1} of ${tables.length})`)
    copied.push(await copyTable(db, unfinished, table))
  }
  const sequences = await sequencePositions(db) // after the rows: never behind a number that a row has
  const { postgres, takenAt } = about[0]!
  return { postgres, takenAt: takenAt.toISOString(), migrations, tables: copied, sequences }
}

async function copyTable(
  db: pg.ClientBase,
  folder: string,
  { name, columns }: TableColumns,
): Promise<TablePart> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const rows = db.query(copyTo(`copy ${inPublic(name)} (${list}) to stdout (format text, encoding 'UTF8')`))
  const part = await writePart(folder, `tables/${name}.copy.gz`, { bytes: rows, compressed: true })
  return { name, columns, rows: rows.rowCount, ...part }
}

/** What was taken away between listing and reading was used by nothing at the moment of the tables. */
async function copyFiles(folder: string, { files, progress }: BackupRequest): Promise<Part[]> {
  const parts: Part[] = []
  for await (const { key } of files.list()) {
    const bytes = await files.get(key)
    if (bytes === null) continue
    if (parts.length % 1_000 === 0) progress(`Copying files (${parts.length} so far)`)
    parts.push(await writePart(folder, `files/${key}`, { bytes, compressed: false }))
  }
  return parts
}
