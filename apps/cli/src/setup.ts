import { parseArgs } from 'node:util'
import { ensureReady } from '@semai/store/db/ready'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'
import { buildWeb } from './web-build.ts'

/** Everything a start does but serving: database, migrations, shipped data, built site. */
export async function run(argv: string[]): Promise<ExitCode> {
  parseArgs({ args: argv, options: {} })
  const ready = await ensureReady(progress, process.env)
  try {
    await buildWeb(progress)
  } finally {
    await ready.release()
  }
  console.log('Everything is set up. Start with: npm start')
  return 0
}
