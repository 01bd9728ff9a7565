import { parseArgs } from 'node:util'
import { formBytes } from '@semai/domain/files/file-limits'
import { mailState } from '@semai/domain/notices/mail-settings'
import { commandLineActor } from '@semai/domain/people/actor'
import { connectionString } from '@semai/store/db/connections'
import { ensureReady } from '@semai/store/db/ready'
import type { Ready } from '@semai/store/db/ready'
import { dataFolder } from '@semai/store/db/data-folder'
import type { Environment } from '@semai/store/db/environment'
import { openPool } from '@semai/store/db/open'
import { openFiles } from '@semai/store/files/open-files'
import { inviteFirstAdministrator } from '@semai/store/people/invitation.commands'
import { Trouble } from '@semai/store/db/trouble'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'
import { startJobs } from './job-server.ts'
import { buildWeb } from './web-build.ts'
import { addressFrom, refuseTakenPort, startWebServer } from './web-server.ts'

/** Prepares everything, serves the site and returns once it was asked to stop. */
export async function run(argv: string[]): Promise<ExitCode> {
  parseArgs({ args: argv, options: {} })
  const asked = stopAsked()
  const address = addressFrom(process.env)
  await refuseTakenPort(address)
  refuseBrokenMail()
  let ready = await ensureReady(progress, process.env)
  try {
    await claimFolder(ready)
    await buildWeb(progress)
    const web = await startWebServer(address, appEnvironment(ready))
    const jobs = startJobs({ SEMAI_URL: web.url, ...appEnvironment(ready) })
    console.log(`Semai answers at ${web.url}`)
    await sayFirstAdministrator(ready, siteUrl(process.env) ?? web.url)
    const stopped = asked.then(() => null)
    try {
      for (;;) {
        const event = await Promise.race([stopped, web.ended, ready.lost.then(() => 'lost' as const)])
        if (event === 'lost') {
          ready = await recover()
          continue
        }
        if (event !== null) throw new Trouble(event)
        progress('Stopping')
        return 0
      }
    } finally {
      await Promise.all([web.stop(), jobs.stop()])
    }
  } finally {
    await ready.release()
  }
}

/** Resolves at the first Ctrl-C or polite request to end, or when the launcher that started us is gone. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    if (process.connected) {
      process.once('disconnect', () => resolve())
      process.channel?.unref()
    }
  })
}

/** While nobody administers the platform, a link of one use is printed that makes the first who does. */
async function sayFirstAdministrator(ready: Ready, url: string): Promise<void> {
  const { db, close } = await openPool(ready, { role: 'app', applicationName: 'semai serve', poolSize: 1 })
  try {
    const token = await inviteFirstAdministrator(db, commandLineActor, new Date())
    if (token === null) return
    console.log(
      `Nobody administers this site yet. Who opens this link first does:\n  ${url}/undangan/${token}`,
    )
  } finally {
    await close()
  }
}

/** @throws Trouble when mail is set halfway: better now than with the first notice. */
function refuseBrokenMail(): void {
  const mail = mailState(process.env)
  if (mail.state === 'broken') throw new Trouble(mail.says)
}

/** The address readers know the site by, where the operator states it. */
function siteUrl({ SEMAI_URL: stated }: Environment): string | null {
  return stated ? stated.replace(/\/+$/, '') : null
}

async function claimFolder(ready: Ready): Promise<void> {
  if (await ready.claimServing()) return
  throw new Trouble(
    `Another "semai serve" runs on the data folder ${dataFolder(process.env)}. ` +
      'Stop it first, or give this one a folder of its own with SEMAI_DATA.',
  )
}

/** The database was killed under us: what was confirmed is on disk, so it is started again. */
async function recover(): Promise<Ready> {
  progress('The database went away; starting it again')
  const ready = await ensureReady(progress, process.env)
  await claimFolder(ready)
  return ready
}

/**
 * Site and jobs get the application's account of an embedded database and nothing of the owner's, and the data folder
 * for files. The site takes requests as large as the largest file; smaller limits are each route's own.
 */
function appEnvironment(ready: Ready): Environment {
  const { limits } = openFiles(process.env)
  const files = {
    SEMAI_DATA: dataFolder(process.env),
    BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? String(formBytes(limits)),
  }
  if (ready.kind !== 'embedded') return { ...process.env, ...files }
  return { ...process.env, ...files, SEMAI_DATABASE: connectionString(ready.as('app')) }
}
