import { parseArgs } from 'node:util'
import { commandLineActor } from '@semai/domain/people/actor'
import { writeBackup } from '@semai/store/backup/write-backup'
import { openDatabase } from '@semai/store/db/open'
import { audit } from '@semai/store/db/audit'
import { inTransaction } from '@semai/store/db/transaction'
import type { Db } from '@semai/store/db/transaction'
import { openFiles } from '@semai/store/files/open-files'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** Writes a backup and prints the folder it is in. Does not migrate: the backup is of what is there. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { out: { type: 'string' } } })
  const folder = values.out ?? `semai-backup-${timestamp(new Date())}`
  const { db, pool, close } = await openDatabase(
    { role: 'owner', applicationName: 'semai backup', poolSize: 1 },
    process.env,
    progress,
  )
  try {
    const { tables, files } = await writeBackup(pool, {
      folder,
      files: openFiles(process.env).contents,
      progress,
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    await noteBackup(db, { tables: tables.length, rows, files: files.length })
    progress(`${rows} rows of ${tables.length} tables, ${files.length} files`)
  } finally {
    await close()
  }
  console.log(folder)
  return 0
}

/** The site's page of health says when this was; the event itself is in the next backup. */
async function noteBackup(db: Db, detail: Record<string, number>): Promise<void> {
  const at = new Date()
  await inTransaction(db, (db) =>
    audit(db, commandLineActor, { what: 'backup.finish', subjectId: 'backup', at, detail }),
  )
}

/** @example timestamp(new Date('2026-03-02T03:04:05Z')) // '20260302T030405Z' */
function timestamp(now: Date): string {
  return `${now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`
}
