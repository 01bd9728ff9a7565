// The process that works off jobs: mail, reminders, tidying up. It knows the application's account only, never the
// owner's, and ends with the `semai serve` that started it, however that ends.
import { mailState } from '@semai/domain/notices/mail-settings'
import { explain, Trouble } from '@semai/store/db/trouble'
import { openDatabase } from '@semai/store/db/open'
import { openFiles } from '@semai/store/files/open-files'
import { startWorker } from '@semai/store/jobs/worker'
import type { JobFailure } from '@semai/store/jobs/worker'
import { smtpPost } from './jobs/smtp-post.ts'
import { works } from './jobs/works.ts'

const ending = new Promise<null>((done) => {
  for (const asked of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(asked, () => done(null))
})

await workUntilAsked().catch(giveUp)
if (process.connected) process.disconnect()

async function workUntilAsked(): Promise<void> {
  const opened = await openDatabase({ role: 'app', applicationName: 'semai jobs', poolSize: 6 }, process.env)
  try {
    const mail = mailState(process.env)
    const settings = mail.state === 'on' ? mail.settings : null
    const box = { post: settings && smtpPost(settings), siteUrl: settings?.siteUrl ?? '' }
    const worker = await startWorker(opened, works(opened.db, openFiles(process.env), box), logFailure)
    process.send?.('working')
    const lost = await Promise.race([ending, worker.ended])
    await worker.stop()
    if (lost !== null) throw new Trouble(lost)
  } finally {
    await opened.close()
  }
}

/** The parent starts another one. */
function giveUp(problem: unknown): void {
  const says = explain(problem) ?? String(problem)
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'warn', jobs: says }))
  process.exitCode = 1
}

/** One line for the log; a job that will not be tried again is an error. */
function logFailure(failure: JobFailure): void {
  const level = failure.attempt < failure.of ? 'warn' : 'error'
  console.error(JSON.stringify({ at: new Date().toISOString(), level, ...failure }))
}
