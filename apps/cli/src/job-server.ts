import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Environment } from '@semai/store/db/environment'
import { progress } from './progress.ts'

/** Jobs that are worked off beside the site. */
export type JobServer = {
  /** Lets the running job end, then ends the process. */
  stop(): Promise<void>
}

const PATIENCE_MS = 10_000
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Jobs are worked off in a process of their own until `stop`. One that ends by itself is started again, after a pause that
 * grows while it keeps ending: the site goes on meanwhile, and what waits is kept in the database.
 */
export function startJobs(env: Environment): JobServer {
  const stopped = new AbortController()
  let child: ChildProcess | null = null
  const ended = keepRunning(stopped.signal, () => {
    child = fork(join(import.meta.dirname, 'jobs-process.ts'), [], {
      env: { ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2, 'ipc'],
    })
    return child
  })
  return {
    stop: async () => {
      stopped.abort()
      child?.kill('SIGTERM')
      const lost = setTimeout(() => child?.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(lost)
    },
  }
}

async function keepRunning(stopped: AbortSignal, start: () => ChildProcess): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS
  for (;;) {
    const child = start()
    child.once('message', () => (pauseMs = FIRST_PAUSE_MS)) // it works
    await new Promise((done) => child.once('exit', done).once('error', done))
    if (stopped.aborted) return
    progress('The process of jobs ended; starting it again')
    await wait(pauseMs, null, { signal: stopped }).catch(() => undefined)
    if (stopped.aborted) return
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
}
