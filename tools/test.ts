import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { installMissing } from './test/machine.ts'
import { skippedSuites } from './test/skipped-suites.ts'
import { summarise } from './test/summary.ts'
import type { Report } from './test/summary.ts'

/**
 * `npm test`: everything. Prepares the machine and the site, runs the checks and every suite beside each other; ends with one
 * line of counts. With CI=true a skipped test is a failure.
 */
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'semai-report-'))
const reportFile = join(folder, 'report.json')

installMissing()
const left = skippedSuites()
await buildWeb((line) => console.log(line))
const checked = checkMeanwhile()
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
  checkOk: await checked,
  skippedSuites: left,
  strict: process.env['CI'] === 'true',
})
rmSync(folder, { recursive: true, force: true })
for (const { name, says } of left) console.log(`Skipped ${name}: ${says}.`)
console.log(summary.line)
process.exitCode = summary.well ? 0 : 1

/** The checks, on what the suites leave of the processors: walks wait for the browser much of the time. Told at the end. */
function checkMeanwhile(): Promise<boolean> {
  const file = join(folder, 'check.txt')
  const out = openSync(file, 'w')
  const argv = ['--disable-warning=ExperimentalWarning', 'tools/check.ts']
  const child = spawn(process.execPath, argv, {
    cwd: root,
    stdio: ['ignore', out, out],
    env: testEnvironment(),
  })
  setPriority(child.pid!, 10)
  return once(child, 'exit').then(([code]) => {
    console.log(readFileSync(file, 'utf8'))
    return code === 0
  })
}

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
