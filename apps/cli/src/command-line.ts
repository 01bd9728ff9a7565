import { constants } from 'node:os'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { explain } from '@semai/store/db/trouble'
import { refusalOf } from './command-rules.ts'
import { commands, findCommand, helpText, usageOf } from './commands.ts'
import type { Command, ExitCode } from './commands.ts'
import { fileProblem } from './file-problem.ts'

/** Runs one command of `semai` and says how it ended; every failure is a sentence on standard error. */
export async function commandLine([name, ...argv]: string[]): Promise<ExitCode> {
  process.stdout.on('error', leaveWhenNobodyReads)
  if (name === undefined) return wrongUsage(helpText())
  if (['--help', '-h', 'help'].includes(name)) return answer(helpText())
  const command = findCommand(name)
  if (!command) {
    const names = commands.map(({ name }) => name).join(', ')
    return wrongUsage(`semai has no command "${name}". It has: ${names}.`)
  }
  if (argv.includes('--help') || argv.includes('-h')) return answer(await helpOn(command, argv))
  if (command.name !== 'serve') leaveCleanlyWhenAsked()
  try {
    const refusal = refusalOf(command.name, commandLineActor)
    if (refusal) throw new Refusal('forbidden', refusal)
    const { run } = await command.load()
    return await run(argv)
  } catch (problem) {
    return await explainFailure(problem, () => helpOn(command, argv))
  }
}

/** `analyse` has a help of its own for each of its methods. */
async function helpOn(command: Command, argv: string[]): Promise<string> {
  if (command.name !== 'analyse') return usageOf(command)
  const { findMethod, methodsText } = await import('./analyse/methods.ts')
  const method = findMethod(argv[0])
  if (method) return usageOf({ ...method, name: `analyse ${method.name}` })
  return `${await usageOf(command)}\n\n${methodsText()}`
}

/**
 * Ctrl-C in the middle of an import: what was not committed is undone, the database we started is stopped. The code of the
 * database is loaded with the commands that use it, and not before.
 */
function leaveCleanlyWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void import('@semai/store/db/cluster')
        .then(({ releaseHeldClusters }) => releaseHeldClusters())
        .finally(() => process.exit(128 + constants.signals[signal]))
    })
  }
}

async function explainFailure(problem: unknown, help: () => Promise<string>): Promise<ExitCode> {
  const code = (problem as NodeJS.ErrnoException).code
  if (code?.startsWith('ERR_PARSE_ARGS_')) {
    return wrongUsage(`${(problem as Error).message}\n${await help()}`)
  }
  const sentence = problem instanceof Refusal ? problem.message : (explain(problem) ?? fileProblem(problem))
  console.error(sentence ?? problem)
  return 1
}

function answer(text: string): ExitCode {
  console.log(text)
  return 0
}

function wrongUsage(text: string): ExitCode {
  console.error(text)
  return 2
}

/** `semai export … | head` closes our output early; that is the reader's choice, not a failure. */
function leaveWhenNobodyReads(problem: NodeJS.ErrnoException): void {
  if (problem.code === 'EPIPE') process.exit(0)
  console.error(explain(problem) ?? problem)
  process.exit(1)
}
