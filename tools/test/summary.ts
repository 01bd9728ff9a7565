import type { SkippedSuite } from './skipped-suites.ts'

/** What vitest's JSON report says that a summary needs. */
export type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** A finished run: how many of each, and whether it may be called well. */
export type Summary = { passed: number; failed: number; skipped: number; well: boolean; line: string }

/**
 * Adds up a run. A file that broke before its first test counts as one failure, as does a check that failed, or a
 * runner that ended badly without naming a test. `strict`: whatever was skipped is a failure.
 */
export function summarise(
  report: Report | null,
  run: { runnerCode: number; checkOk: boolean; skippedSuites: SkippedSuite[]; strict: boolean },
): Summary {
  const broken =
    report?.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length ?? 0
  const named = (report?.numFailedTests ?? 0) + broken
  const unnamed = run.runnerCode !== 0 && named === 0 ? 1 : 0
  const failed = named + unnamed + (run.checkOk ? 0 : 1)
  const passed = (report?.numPassedTests ?? 0) + (run.checkOk ? 1 : 0)
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0) + run.skippedSuites.length
  const counts = `${passed} passed, ${failed} failed`
  return {
    passed,
    failed,
    skipped,
    well: failed === 0 && passed > 1 && !(run.strict && skipped > 0),
    line: skipped > 0 ? `${counts}, ${skipped} skipped` : counts,
  }
}
