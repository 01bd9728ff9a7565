import { statfsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { healthFindings as siteInWords } from '@semai/domain/health/site-health'
import { mailState } from '@semai/domain/notices/mail-settings'
import { dataFolder, makeDataFolder } from '@semai/store/db/data-folder'
import { databaseHealth } from '@semai/store/db/health'
import type { DatabaseHealth } from '@semai/store/db/health'
import { migrationNumber, readMigrations } from '@semai/store/db/migrate'
import { productVersion } from '@semai/store/db/product-folder'
import type { Db } from '@semai/store/db/transaction'
import { measuredSite } from '@semai/store/health/site-health.queries'
import { openDatabase } from '@semai/store/db/open'
import { explain } from '@semai/store/db/trouble'
import { signOnFrom } from '@semai/domain/people/sign-on-settings'
import { providerOf } from '@semai/store/people/sign-on-provider'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

type Finding = { what: string; ok: boolean; says: string }

const LEAST_FREE_MB = 500

/** Looks at machine, data folder and database without changing either; 1 when something needs attention. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' } } })
  const findings = [
    nodeVersion(),
    ...folderFindings(),
    mailFinding(),
    ...(await databaseFindings()),
    await signOnFinding(),
  ]
  console.log(values.json ? JSON.stringify(findings, null, 2) : findings.map(line).join('\n'))
  return findings.every(({ ok }) => ok) ? 0 : 1
}

function line({ what, ok, says }: Finding): string {
  return `${ok ? 'ok' : '!!'}  ${what.padEnd(20)} ${says}`
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return { what: 'Node', ok: major === 24 && minor >= 7, says: process.version }
}

/** Mail that is off is a choice; mail set halfway, or without the site's address, needs somebody. */
function mailFinding(): Finding {
  const what = 'mail'
  const mail = mailState(process.env)
  if (mail.state === 'off')
    return { what, ok: true, says: 'off; notices are shown on the site only. To send: SEMAI_SMTP_URL' }
  if (mail.state === 'broken') return { what, ok: false, says: mail.says }
  const { smtpUrl, from } = mail.settings
  const says = mail.advice ?? `from ${from} by ${new URL(smtpUrl).host}`
  return { what, ok: mail.advice === null, says }
}

function folderFindings(): Finding[] {
  const what = 'data folder'
  try {
    const folder = makeDataFolder(process.env)
    const { bavail, bsize } = statfsSync(folder)
    const freeMb = Math.floor((bavail * bsize) / 1024 / 1024)
    return [
      { what, ok: true, says: `${folder} can be written to` },
      { what: 'free disk', ok: freeMb >= LEAST_FREE_MB, says: `${freeMb} MB` },
    ]
  } catch (problem) {
    return [{ what, ok: false, says: explain(problem) ?? `${dataFolder(process.env)}: ${String(problem)}` }]
  }
}

async function databaseFindings(): Promise<Finding[]> {
  try {
    const opened = await openDatabase({ role: 'app', applicationName: 'semai doctor' }, process.env, progress)
    try {
      const newest = (await readMigrations()).at(-1)!
      const at = await migrationNumber(opened.pool)
      const migration = { what: 'migration', ok: at === newest.number, says: `${at} of ${newest.number}` }
      if (at === 0) return [{ ...migration, says: 'none yet; run: semai migrate' }]
      return [migration, ...healthFindings(await databaseHealth(opened)), ...(await siteFindings(opened.db))]
    } finally {
      await opened.close()
    }
  } catch (problem) {
    return [{ what: 'database', ok: false, says: explain(problem) ?? String(problem) }]
  }
}

/** What the page of health says, in the same words; only what has to be acted on fails. */
async function siteFindings(db: Db): Promise<Finding[]> {
  const now = new Date()
  const asked = { env: process.env, product: productVersion(), now }
  const findings = siteInWords(await measuredSite(db, asked), now)
  return findings.map(({ what, state, says }) => ({
    what: what.en.toLowerCase(),
    ok: state !== 'act',
    says: says.en,
  }))
}

/** Whether people may sign in with a provider of OpenID Connect, and whether it answers. */
async function signOnFinding(): Promise<Finding> {
  const what = 'sign-on'
  const found = signOnFrom(process.env)
  if (found.kind === 'off') return { what, ok: true, says: 'no provider; SEMAI_OIDC_ISSUER is not set' }
  if (found.kind === 'broken') return { what, ok: false, says: found.says }
  const { issuer, name } = found.settings
  try {
    await providerOf(found.settings, new Date())
    return { what, ok: true, says: `${name} answers at ${issuer}` }
  } catch (problem) {
    const { cause } = problem as Error
    return { what, ok: false, says: `${name} does not answer at ${issuer}: ${whyOf(cause)}` }
  }
}

/** The innermost reason: a connection refused stands two errors deep. */
function whyOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem)
  return problem.cause instanceof Error ? whyOf(problem.cause) : problem.message || problem.name
}

function healthFindings({
  version,
  role,
  mayChangeTables,
  durability,
  sizeBytes,
  rows,
}: DatabaseHealth): Finding[] {
  const kind = process.env['DATABASE_URL'] ? 'server' : 'embedded'
  return [
    {
      what: 'database',
      ok: true,
      says: `PostgreSQL ${version} (${kind}), ${Math.ceil(sizeBytes / 1_000_000)} MB`,
    },
    ...Object.entries(durability).map(([what, says]) => ({ what, ok: says !== 'off', says })),
    {
      what: 'application role',
      ok: !mayChangeTables,
      says: mayChangeTables ? `${role}, which may change tables: let an administrator make semai_app` : role,
    },
    ...Object.entries(rows).map(([what, count]) => ({ what, ok: true, says: `${count} rows` })),
  ]
}
