import { parseArgs } from 'node:util'
import { commandLineActor } from '@semai/domain/people/actor'
import { openReady } from '@semai/store/db/ready'
import { cleanFiles } from '@semai/store/files/clean-files'
import type { CleanReport } from '@semai/store/files/clean-files'
import { openFiles } from '@semai/store/files/open-files'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** Uploaded files: `clean` counts what nobody uses, or with --apply takes it away. 1 when bytes are missing. */
export async function run([verb, ...argv]: string[]): Promise<ExitCode> {
  if (verb !== 'clean') {
    console.error('Say what to do: semai files clean.')
    return 2
  }
  const { values } = parseArgs({
    args: argv,
    options: {
      apply: { type: 'boolean', default: false },
      'grace-hours': { type: 'string', default: '24' },
      json: { type: 'boolean', default: false },
    },
  })
  const hours = Number(values['grace-hours'])
  if (!Number.isInteger(hours) || hours < 1 || hours > 8_760) {
    console.error(`--grace-hours takes a whole number from 1 to 8760; found "${values['grace-hours']}".`)
    return 2
  }
  const files = openFiles(process.env)
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    const clean = { now: new Date(), graceMs: hours * 3_600_000, isDryRun: !values.apply }
    const report = await cleanFiles(db, commandLineActor, files, clean)
    console.log(values.json ? JSON.stringify(report) : inWords(report, values.apply))
    return report.missing.length === 0 ? 0 : 1
  } finally {
    await close()
  }
}

function inWords({ uploads, files, contents, strays, missing }: CleanReport, isApplied: boolean): string {
  const megabytes = ((contents.bytes + strays.bytes) / 1_000_000).toFixed(1)
  const lines = [
    `${uploads} unfinished uploads whose time is over`,
    `${files} files that nothing names`,
    `${contents.count} contents that no file has, ${strays.count} that no row knows (${megabytes} MB)`,
  ].map((line) => (isApplied ? `taken away: ${line}` : `would be taken away: ${line}`))
  if (missing.length > 0) {
    const shown = missing.slice(0, 10).join('\n  ')
    lines.push(
      `${missing.length} contents are missing from the store; look for them in a backup:\n  ${shown}`,
    )
  }
  if (!isApplied) lines.push('Nothing was changed. Add --apply to do it.')
  return lines.join('\n')
}
