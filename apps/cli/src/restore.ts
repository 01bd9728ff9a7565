import { parseArgs } from 'node:util'
import { checkBackup, restoreBackup } from '@semai/store/backup/restore-backup'
import type { Environment } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'
import { openFiles } from '@semai/store/files/open-files'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** Reads a backup into an empty database: all of it, or nothing. */
export async function run(argv: string[]): Promise<ExitCode> {
  const asked = read(argv, process.env)
  if (typeof asked === 'string') return (console.error(asked), 2)
  const { folder, env } = asked
  const backup = await checkBackup(folder, progress)
  const { pool, close } = await openDatabase(
    { role: 'owner', applicationName: 'semai restore', poolSize: 2 },
    env,
    progress,
  )
  try {
    await restoreBackup(pool, backup, { files: openFiles(env).contents, progress })
  } finally {
    await close()
  }
  console.log(`Restored the backup of ${backup.manifest.takenAt}.`)
  return 0
}

/** The backup's folder and where it goes, or the sentence that says how to ask. */
function read(argv: string[], env: Environment): { folder: string; env: Environment } | string {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { into: { type: 'string' } },
  })
  const [folder, ...rest] = positionals
  if (folder === undefined || rest.length > 0) return 'Name one folder that holds a backup.'
  if (values.into === undefined) return { folder, env }
  if (env['DATABASE_URL']) {
    return '--into names a data folder and DATABASE_URL a server. Unset one of them, so that it is clear where to.'
  }
  return { folder, env: { ...env, SEMAI_DATA: values.into } }
}
