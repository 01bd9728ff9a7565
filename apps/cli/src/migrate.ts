import { parseArgs } from 'node:util'
import { openReady } from '@semai/store/db/ready'
import { migrationNumber } from '@semai/store/db/migrate'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** Brings the database up to date and says where it stands. */
export async function run(argv: string[]): Promise<ExitCode> {
  parseArgs({ args: argv, options: {} })
  const { pool, close } = await openReady({ role: 'owner' }, process.env, progress)
  try {
    console.log(`The database is at migration ${await migrationNumber(pool)}.`)
  } finally {
    await close()
  }
  return 0
}
