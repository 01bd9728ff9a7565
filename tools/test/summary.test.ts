import { expect, test } from 'vitest'
import { skippedSuites } from './skipped-suites.ts'
import { summarise } from './summary.ts'
import type { Report } from './summary.ts'

const report: Report = {
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
}
const run = { runnerCode: 0, checkOk: true, skippedSuites: [], strict: true }

test('the check counts as one test beside those of the runner', () => {
  expect(summarise(report, run)).toMatchObject({ line: '11 passed, 0 failed', well: true })
  expect(summarise(report, { ...run, checkOk: false })).toMatchObject({
    line: '10 passed, 1 failed',
    well: false,
  })
})

test('a file that broke before its first test is a failure', () => {
  const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(summarise(broken, { ...run, runnerCode: 1 })).toMatchObject({
    line: '11 passed, 1 failed',
    well: false,
  })
})

test('a runner that ended badly without a word is a failure', () => {
  expect(summarise(report, { ...run, runnerCode: 1 })).toMatchObject({
    line: '11 passed, 1 failed',
    well: false,
  })
  expect(summarise(null, run)).toMatchObject({ line: '1 passed, 0 failed', well: false })
})

test('a suite left out by name is well at home and a failure in CI', () => {
  const left = skippedSuites((path) => !path.includes('chromium'))
  expect(left.map(({ name }) => name)).toEqual(['walks'])
  const line = '11 passed, 0 failed, 1 skipped'
  expect(summarise(report, { ...run, skippedSuites: left })).toMatchObject({ line, well: false })
  expect(summarise(report, { ...run, skippedSuites: left, strict: false })).toMatchObject({
    line,
    well: true,
  })
})
