import { expect, test } from 'vitest'
import { pastStates } from './past-states.ts'

const run = {
  kind: 'state' as const,
  firstSeen: '2023-05-01',
  lastSeen: '2023-05-01',
  validUntil: '2024-03-31',
  stoppedOn: null as string | null,
  unansweredSince: null as string | null,
}
const years = (...runs: (Omit<typeof run, 'kind'> & { kind: 'state' | 'event' })[]) =>
  pastStates(runs, '2026-06-01').map(({ day, states }) => [
    day.slice(0, 4),
    states.running,
    states.not_updated,
    states.unanswered,
    states.opened,
    states.stopped,
  ])

test('a running runs while its word holds, is then not updated, and runs again when somebody says so', () => {
  expect(years(run)).toEqual([
    ['2023', 1, 0, 0, 0, 0],
    ['2024', 0, 1, 0, 0, 0],
    ['2025', 0, 1, 0, 0, 0],
    ['2026', 0, 1, 0, 0, 0],
  ])
  expect(years({ ...run, lastSeen: '2025-08-01', validUntil: '2026-03-31' })).toEqual([
    ['2023', 1, 0, 0, 0, 0],
    ['2024', 1, 0, 0, 0, 0],
    ['2025', 1, 0, 0, 0, 0],
    ['2026', 0, 1, 0, 0, 0],
  ])
})

test('one that stopped ran until then; an opening says nothing of what came after', () => {
  expect(years({ ...run, stoppedOn: '2025-02-01' })).toEqual([
    ['2023', 1, 0, 0, 0, 0],
    ['2024', 1, 0, 0, 0, 0],
    ['2025', 0, 0, 0, 0, 1],
    ['2026', 0, 0, 0, 0, 1],
  ])
  expect(years({ ...run, kind: 'event', firstSeen: '2025-02-01' })).toEqual([
    ['2025', 0, 0, 0, 1, 0],
    ['2026', 0, 0, 0, 1, 0],
  ])
})

test('one that was asked after and not heard of is silent from that day on', () => {
  expect(years({ ...run, unansweredSince: '2025-04-01' })).toEqual([
    ['2023', 1, 0, 0, 0, 0],
    ['2024', 0, 1, 0, 0, 0],
    ['2025', 0, 0, 1, 0, 0],
    ['2026', 0, 0, 1, 0, 0],
  ])
})

test('without runnings there is today alone', () => {
  expect(years()).toEqual([['2026', 0, 0, 0, 0, 0]])
})
