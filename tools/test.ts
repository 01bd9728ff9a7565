import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { installMissing } from './test/machine.ts'
import { skippedSuites } from './test/skipped-suites.ts'
import { summarise } from './test/summary.ts'
import type { Report } from './test/summary.ts'

/**
 * `npm test`: everything. Prepares the machine and the site, runs the checks, then every suite; ends with one line of
 * counts. With CI=true a skipped test is a failure.
 */
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'semai-report-'))
const reportFile = join(folder, 'report.json')

installMissing()
const left = skippedSuites()
await buildWeb((line) => console.log(line))
const checkOk = node(['tools/check.ts']) === 0
const runnerCode = node(
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ],
  {
    SEMAI_TEST_SUITES: ['walks', 'store-15']
      .filter((name) => !left.some((suite) => suite.name === name))
      .join(),
  },
)

const summary = summarise(readReport(), {
  runnerCode,
  checkOk,
  skippedSuites: left,
  strict: process.env['CI'] === 'true',
})
rmSync(folder, { recursive: true, force: true })
for (const { name, says } of left) console.log(`Skipped ${name}: ${says}.`)
console.log(summary.line)
process.exitCode = summary.well ? 0 : 1

function node(args: string[], env: NodeJS.ProcessEnv = {}): number {
  const flags = ['--disable-warning=ExperimentalWarning']
  const options = { cwd: root, stdio: 'inherit' as const, env: { ...testEnvironment(), ...env } }
  return spawnSync(process.execPath, [...flags, ...args], options).status ?? 1
}

/** A person's own database and port must not be what the tests work on. */
function testEnvironment(): NodeJS.ProcessEnv {
  const personal = [
    'DATABASE_URL',
    'SEMAI_DATA',
    'SEMAI_DATABASE',
    'SEMAI_OWNER_DATABASE',
    'PORT',
    'HOST',
    'NODE_ENV',
  ]
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.includes(name)))
}

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  } catch {
    return null // the runner broke; its exit code says so
  }
}
