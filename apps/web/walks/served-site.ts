import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { setUpSite, startSite } from '../../../prove/programs.ts'

/** Where the walks find the site, its database and the browser; `model` is the data of a site that was only set up. */
export type ServedSite = { url: string; data: string; browser: string; model: string }

declare module 'vitest' {
  interface ProvidedContext {
    site: ServedSite
  }
}

// The shell is the same browser without windows: Chromium itself draws one for every page, which takes half of a walk.
const shellPath = '/usr/bin/chromium-headless-shell'
const chromiumPath = process.env['CHROMIUM'] ?? (existsSync(shellPath) ? shellPath : '/usr/bin/chromium')

/** A site with the shipped data in a folder of its own. `stop` leaves nothing behind. */
export type OwnSite = {
  url: string
  data: string
  /** The link that `semai serve` prints for the first administrator. */
  firstLink(): Promise<string>
  stop(): Promise<void>
}

/** A folder in the way a site wants it. */
function dataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'semai-walks-'))
  chmodSync(data, 0o755) // run as root, the database's own account must get through
  return data
}

/**
 * `semai serve`, as a person starts it; `asked` is set beside what the walks need. Its data are a copy of the run's
 * model: setting a site up takes ten times as long.
 */
export async function serveSite(
  asked: Record<string, string> = {},
  model: string = inject('site').model,
): Promise<OwnSite> {
  const data = dataFolder()
  execFileSync('cp', ['-a', `${model}/.`, data]) // with their owners, which Node does not copy
  // Walks ask the API more often than a visitor may.
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    SEMAI_DATA: data,
    SEMAI_API_PER_MINUTE: '0',
    // One walker at a time needs one process; that there may be several is walked by itself.
    SEMAI_WEB_PROCESSES: '1',
    ...asked,
  }
  const { program, url } = await startSite(env)
  const stop = async () => {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(data, { recursive: true, force: true })
  }
  const firstLink = async () => (await program.line((line) => line.includes('/undangan/'))).trim()
  return { url, data, firstLink, stop }
}

/** `semai serve` with the shipped data, and one browser, for the whole run; both go with it. */
export default async function servedSite({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(chromiumPath)) {
    throw new Error(`The walks need Chromium at ${chromiumPath} (Debian: apt-get install chromium).`)
  }
  const model = dataFolder()
  await setUpSite({ ...process.env, SEMAI_DATA: model })
  const { url, data, stop } = await serveSite({}, model)
  const browser = await chromium.launchServer({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  provide('site', { url, data, browser: browser.wsEndpoint(), model })
  return async () => {
    await browser.close()
    await stop()
    rmSync(model, { recursive: true, force: true })
  }
}
