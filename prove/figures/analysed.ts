import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `semai analyse` with this method says of a CSV, as JSON. @throws Error with what it says where it fails. */
export function analysed<Answer>(method: string, csv: string, options: readonly string[]): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'semai-analysed-'))
  try {
    const input = join(folder, 'rows.csv')
    writeFileSync(input, csv)
    const program = join(import.meta.dirname, '../../apps/cli/src/main.ts')
    const argv = [
      '--disable-warning=ExperimentalWarning',
      program,
      'analyse',
      method,
      '--input',
      input,
      ...options,
    ]
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    if (status !== 0) throw new Error(`semai analyse ${method} ended with ${status}: ${stderr}`)
    return JSON.parse(stdout) as Answer
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
