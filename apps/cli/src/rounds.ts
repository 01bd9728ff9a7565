import { parseArgs } from 'node:util'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import { resultCsv } from '@semai/store/rounds/result.queries'
import { roundList } from '@semai/store/rounds/round.queries'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** The published rounds, or the result of one as CSV. What is not published stays with those it concerns, on the site. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: {} })
  if (positionals.length > 1) {
    console.error('Usage: semai rounds [CODE]')
    return 2
  }
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    const [code] = positionals
    console.log(code === undefined ? await listed(db) : await resultCsv(db, commandLineActor, code))
    return 0
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    console.error(problem.message)
    return 1
  } finally {
    await close()
  }
}

async function listed(db: Db): Promise<string> {
  const rounds = await roundList(db, commandLineActor)
  if (rounds.length === 0) return 'No round is published.'
  const width = Math.max(...rounds.map(({ code }) => code.length))
  return rounds
    .map(
      ({ code, year, name, loci, answered }) =>
        `${code.padEnd(width)}  ${year}  ${answered} of ${loci} answered  ${name}`,
    )
    .join('\n')
}
