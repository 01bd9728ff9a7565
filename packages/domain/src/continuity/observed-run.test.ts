import { expect, test } from 'vitest'
import { observedRun } from './observed-run.ts'
import type { RunOnRecord } from './observed-run.ts'

const run: RunOnRecord = {
  earliest: '2020-01-01',
  latest: '2020-01-01',
  precision: 'day',
  firstSeen: '2020-01-01',
  lastSeen: '2024-01-01',
  stoppedOn: null,
}
const seen = (given: Partial<RunOnRecord>) => {
  const told = observedRun({ ...run, ...given })
  return typeof told === 'string' ? told : [told.entry.toFixed(2), told.exit.toFixed(2), told.stopped]
}

test.each([
  ['followed from the beginning, still running when last seen', {}, ['0.00', '4.00', false]],
  ['written down two years late', { firstSeen: '2022-01-01' }, ['2.00', '4.00', false]],
  ['stopped', { stoppedOn: '2023-01-01' }, ['0.00', '3.00', true]],
  ['known to a year: its middle', { latest: '2020-12-31', precision: 'year' }, ['0.00', '3.50', false]],
  ['written down before it began', { firstSeen: '2019-06-01' }, ['0.00', '4.00', false]],
  ['told of only once, when it opened', { lastSeen: '2020-01-01' }, 'never followed'],
  [
    'first told of when it had stopped',
    { firstSeen: '2023-01-01', stoppedOn: '2023-01-01' },
    'never followed',
  ],
  ['begun nobody knows when', { earliest: null, precision: 'by' }, 'no start'],
] as const)('a running %s', (_, given, told) => {
  expect(seen(given)).toEqual(told)
})
