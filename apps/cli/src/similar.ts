import { parseArgs } from 'node:util'
import { commandLineActor } from '@semai/domain/people/actor'
import { openReady } from '@semai/store/db/ready'
import { similarInnovations } from '@semai/store/search/similar.queries'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'
import { asTable, scores } from './result-table.ts'

/** Finds the innovations that are most like one, in what they do. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { limit: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } },
  })
  const [code, ...more] = positionals
  const limit = Number(values.limit)
  if (code === undefined || more.length > 0 || !Number.isInteger(limit) || limit < 1 || limit > 1_000) {
    console.error('Give the code of one innovation: semai similar INV-0014.')
    return 2
  }
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    const results = await similarInnovations(db, commandLineActor, { code: code.toUpperCase(), limit })
    if (values.json) console.log(JSON.stringify(scores(results)))
    else console.log(results.length === 0 ? `Nothing in the catalogue is like ${code}.` : asTable(results))
  } finally {
    await close()
  }
  return 0
}
