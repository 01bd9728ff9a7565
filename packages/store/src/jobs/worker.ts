import { EventEmitter } from 'node:events'
import type pg from 'pg'
import { jobTasks } from '@semai/domain/jobs/job'
import type { JobTask } from '@semai/domain/jobs/job'
import type { Db } from '../db/transaction.ts'
import { findLostJobs, workerLock } from './lost-jobs.ts'

/** One run of a task. `signal` aborts when the process is to end soon. */
export type JobRun = { payload: Record<string, unknown>; now: Date; signal: AbortSignal }
export type JobWork = (run: JobRun) => Promise<void>

/** A failure, for the log: which job, which try, and what was wrong, without personal data. */
export type JobFailure = { job: string; task: string; attempt: number; of: number; says: string }

export type Worker = {
  /** Resolves when the worker ended by itself, with the reason. */
  ended: Promise<string>
  /** Lets running jobs end, for at most five seconds, then gives up what it held. */
  stop(): Promise<void>
}

/**
 * When each recurring task runs, as cron says it, in UTC: in the small hours, before the offices of Papua open. `fill` makes
 * up for a machine that was off at that time.
 */
const timetable = [
  '* * * * * find_lost_jobs',
  '* * * * * refresh_analyses',
  '10 21 * * * warn_of_ending_grants ?fill=1d',
  '25 21 * * * remind_of_due_news ?fill=1d',
  '40 21 * * * warn_of_budget_windows ?fill=1d',
  '50 21 * * * tell_of_new_matches ?fill=1d',
  '55 21 * * * warn_of_deadlines ?fill=1d',
  '15 22 * * * open_pulses ?fill=1d',
  '5 22 * * * ask_for_replies ?fill=1d',
  // On Sunday evening, so that also one made up for reaches everybody on Monday at seven.
  '30 14 * * 0 tell_weekly_duties ?fill=6h',
  '40 18 * * * forget_old_notices ?fill=1d',
  '20 19 * * * clean_files ?fill=1d',
]

/** How often the queue is looked at for what is due; what is due at once is announced by the database. */
const lookEveryMs = 5_000
const atOnce = 2

/**
 * Works off jobs until it is stopped. It holds a lock under its own name while it lives, by which others know that what it
 * has taken is in hands.
 * @param works what each task does; a failure is tried again after 3, 7, 20 … seconds, later after hours.
 */
export async function startWorker(
  { db, pool }: { db: Db; pool: pg.Pool },
  works: Record<Exclude<JobTask, 'find_lost_jobs'>, JobWork>,
  tell: (failure: JobFailure) => void,
): Promise<Worker> {
  const { Logger, run } = await import('graphile-worker')
  await findLostJobs(db, new Date())
  const sign = await signOfLife(pool)
  const events = new EventEmitter()
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => sign.show(workerPool.id))
  events.on('job:error', ({ job, error }: { job: FailedJob; error: Error }) => tell(failureOf(job, error)))
  const runner = await run({
    pgPool: pool,
    concurrency: atOnce,
    pollInterval: lookEveryMs,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined), // what failed is told by the event
    events,
    crontab: timetable.join('\n'),
    taskList: taskList({ ...works, find_lost_jobs: ({ now }) => findLostJobs(db, now) }, sign.isShown),
  })
  const finished = runner.promise.then(
    () => 'the queue ended',
    (problem: unknown) => String(problem),
  )
  const stop = async () => {
    await runner.stop().catch(() => undefined) // it had stopped already
    sign.end()
  }
  return { ended: Promise.race([sign.lost, finished]), stop }
}

/** A connection whose only work is to hold the lock under the worker's name. */
async function signOfLife(pool: pg.Pool) {
  const held = await pool.connect()
  const lost = new Promise<string>((done) => {
    held.once('end', () => done('the connection to the database was lost'))
  })
  let shown: Promise<unknown> = Promise.resolve()
  const show = (name: string) => {
    shown = held.query(`select pg_advisory_lock(${workerLock('$1::text')})`, [name])
    shown.catch(() => undefined) // the first job fails with it
  }
  return { lost, show, isShown: () => shown, end: () => held.release(true) }
}

/** The tasks as the queue's library calls them. */
function taskList(works: Record<JobTask, JobWork>, isShown: () => Promise<unknown>) {
  const runOf =
    (work: JobWork) =>
    async (payload: unknown, { abortSignal: signal }: { abortSignal: AbortSignal }) => {
      await isShown()
      try {
        await work({ payload: payload as JobRun['payload'], now: new Date(), signal })
      } catch (problem) {
        throw new Error(nameless(problem), { cause: problem })
      }
    }
  return Object.fromEntries(jobTasks.map((task) => [task, runOf(works[task])]))
}

/** What is kept of a failure: one line, in which no address can stand. */
function nameless(problem: unknown): string {
  const says = problem instanceof Error ? problem.message : String(problem)
  return says
    .split('\n')[0]!
    .replaceAll(/\S+@\S+/g, '(address)')
    .slice(0, 300)
}

type FailedJob = { id: string; task_identifier: string; attempts: number; max_attempts: number }

function failureOf(job: FailedJob, { message }: Error): JobFailure {
  const { id, task_identifier: task, attempts: attempt, max_attempts: of } = job
  return { job: id, task, attempt, of, says: message }
}
