import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { Environment } from '@semai/store/db/environment'

const ROOT = join(import.meta.dirname, '..')
const FLAGS = ['--disable-warning=ExperimentalWarning']

/** A program of ours that runs beside this one. */
export type Program = {
  pid: number
  /** Lines of standard output so far, and on. */
  lines: string[]
  /** Resolves with the first line that fits. Rejects, with what it said, when the program ends before. */
  line(fits: (line: string) => boolean): Promise<string>
  /** Resolves when it ended and its output was read to the end. */
  ended: Promise<number | null>
  child: ChildProcess
}

/** Starts a file of this repository with the pinned Node. Lines of both outputs can be waited for. */
export function startProgram(file: string, args: string[], env: Environment): Program {
  const child = spawn(process.execPath, [...FLAGS, join(ROOT, file), ...args], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const said: string[] = []
  const waiting = new Set<(line: string) => void>()
  const hear = (list: string[]) => (line: string) => {
    list.push(line)
    for (const tell of waiting) tell(line)
  }
  createInterface(child.stdout).on('line', hear(lines))
  createInterface(child.stderr).on('line', hear(said))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const line = (fits: (line: string) => boolean) =>
    new Promise<string>((found, failed) => {
      const already = [...lines, ...said].find(fits)
      if (already !== undefined) return found(already)
      const tell = (line: string) => {
        if (!fits(line)) return
        waiting.delete(tell)
        found(line)
      }
      waiting.add(tell)
      void ended.then((code) => failed(new Error(`${file} ended with ${code}: ${said.slice(-3).join(' ')}`)))
    })
  return { pid: child.pid!, lines, line, ended, child }
}

/** The `semai` command. */
export function startSemai(argv: string[], env: Environment): Program {
  return startProgram('apps/cli/src/main.ts', argv, env)
}

/** `semai serve`, on a free port unless PORT says otherwise; resolves once it answers. */
export async function startSite(env: Environment): Promise<{ program: Program; url: string }> {
  const program = startSemai(['serve'], { PORT: '0', ...env })
  const says = await program.line((line) => line.startsWith('Semai answers at '))
  return { program, url: says.slice('Semai answers at '.length) }
}

/** `semai setup`: everything is there afterwards that a site needs. */
export async function setUpSite(env: Environment): Promise<void> {
  const program = startSemai(['setup'], env)
  if ((await program.ended) !== 0) throw new Error(`semai setup failed: ${program.lines.slice(-3).join(' ')}`)
}
