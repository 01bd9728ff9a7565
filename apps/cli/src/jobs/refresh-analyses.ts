import { Worker } from 'node:worker_threads'
import { join } from 'node:path'
import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { SpreadInput } from '@semai/domain/analyses/adoption'
import type { SpreadBackTest } from '@semai/domain/analyses/next-adopters'
import { refreshAnalyses } from '@semai/store/analyses/analysis.commands'
import type { Db } from '@semai/store/db/transaction'
import { dataVersion } from '@semai/store/exchange/data-version.queries'
import type { JobWork } from '@semai/store/jobs/worker'

/** What the thread of an analysis tells: how far it is, or what came out. */
export type ThreadMessage = { done: number } | { answer: unknown }

/** After a computation the next waits at least so long, so that a busy day of writing does not keep a processor busy. */
const restMs = 10 * 60_000

/**
 * Analyses are computed anew where the data changed since last time, each in a thread of its own: mail goes on meanwhile. The
 * first look after a start is at once.
 */
export function refreshing(db: Db): JobWork {
  let seen: string | null = null
  let restUntil = 0
  let running: Promise<unknown> | null = null
  return async ({ signal }) => {
    if (running !== null || performance.now() < restUntil) return
    const { tag } = await dataVersion(db)
    if (tag === seen) return
    running = refreshAnalyses(db, {
      run: (name, input, tell, backTest) => inThread({ name, input, backTest }, { tell, signal }),
    })
    try {
      await running
      seen = tag
    } finally {
      running = null
      restUntil = performance.now() + restMs
    }
  }
}

function inThread(
  workerData: { name: AnalysisName; input: SpreadInput; backTest: SpreadBackTest | undefined },
  { tell, signal }: { tell: (done: number) => void; signal: AbortSignal },
): Promise<unknown> {
  const thread = new Worker(join(import.meta.dirname, 'analysis-thread.ts'), { workerData })
  const stop = () => void thread.terminate()
  signal.addEventListener('abort', stop, { once: true })
  return new Promise<unknown>((done, fail) => {
    thread.on('message', (message: ThreadMessage) => {
      if ('answer' in message) done(message.answer)
      else tell(message.done)
    })
    thread.once('error', fail)
    thread.once('exit', () =>
      fail(new Error(`The analysis "${workerData.name}" was stopped before it was done.`)),
    )
  }).finally(() => signal.removeEventListener('abort', stop))
}
