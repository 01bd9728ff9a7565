import { seededRandom } from '@semai/analytics/numbers/random'
import { expect, test } from 'vitest'
import { followedRuns, stoppingFactors } from './stopping-factors.ts'
import type { FollowedRun } from './stopping-factors.ts'

type Group = { place: string; runs: number; yearly: number; category?: string }

/** Runnings followed from the beginning for six years at most, that stop at a yearly rate. */
function simulated(groups: readonly Group[], innovations = 40): FollowedRun[] {
  const random = seededRandom(7)
  return groups.flatMap(({ place, runs, yearly, category = 'health' }) =>
    Array.from({ length: runs }, (_, i) => {
      const age = -Math.log(1 - random.uniform()) / yearly
      return {
        run: { entry: 0, exit: Math.min(age, 6), stopped: age < 6 },
        levels: { place, form: 'adoption', category },
        earlier: i % 4,
        innovation: String(i % innovations),
      }
    }),
  )
}

test('groups that stop twice as often are found so, against the largest group', () => {
  const runs = simulated([
    { place: 'regency', runs: 1500, yearly: 0.1 },
    { place: 'underdeveloped', runs: 800, yearly: 0.2 },
    { place: 'city', runs: 700, yearly: 0.1 },
  ])
  const found = stoppingFactors(runs)!
  const of = (level: string | null) => found.factors.find((one) => one.level === level)!
  expect(found.against).toEqual({ place: 'regency', form: 'adoption', category: 'health' })
  expect(found.factors.map(({ factor, level }) => [factor, level])).toEqual([
    ['place', 'underdeveloped'],
    ['place', 'city'],
    ['earlier', null],
  ])
  expect(of('underdeveloped').lower).toBeGreaterThan(1.5)
  expect(of('underdeveloped').upper).toBeLessThan(2.5)
  expect(of('city').lower).toBeLessThan(1)
  expect(of('city').upper).toBeGreaterThan(1)
  expect([found.runs, found.leftOut, found.innovations]).toEqual([3000, 0, 40])
})

test('small groups are joined; where even that is too small they are left out; few innovations are not clustered', () => {
  const large = { place: 'regency', runs: 300, yearly: 0.3 }
  const small = { place: 'regency', runs: 12, yearly: 0.5 }
  const joined = stoppingFactors(
    simulated([large, { ...small, category: 'tax' }, { ...small, category: 'roads' }], 5),
  )!
  expect(joined.factors.map(({ level, runs }) => [level, runs])).toEqual([
    ['other', 24],
    [null, 324],
  ])
  const out = stoppingFactors(simulated([large, { ...small, category: 'tax' }], 5))!
  expect([out.factors.map(({ level }) => level), out.leftOut, out.innovations]).toEqual([[null], 12, null])
})

test('nothing is said from fewer than ten stops a column', () => {
  const steady = { place: 'regency', runs: 100, yearly: 0.005 }
  expect(stoppingFactors(simulated([steady]))).toBeNull()
  expect(stoppingFactors([])).toBeNull()
})

test('a running knows how many of the same innovation began before it, those that were not followed too', () => {
  const row = (latest: string, innovation: string) => ({
    innovation,
    latest,
    earliest: latest,
    firstSeen: latest,
    lastSeen: latest,
    precision: 'day' as const,
    kind: 'state' as const,
    place: 'city' as const,
    isUnderdeveloped: false,
    form: null,
    category: null,
    validUntil: null,
    stoppedOn: null,
    stopReason: null,
    unansweredSince: null,
  })
  const run = { entry: 0, exit: 1, stopped: false }
  const told = [
    { row: row('2022-01-01', 'a'), run },
    { row: row('2020-01-01', 'a'), run: 'never followed' },
    { row: row('2021-01-01', 'b'), run },
  ]
  expect(followedRuns(told).map(({ innovation, earlier, levels }) => [innovation, earlier, levels])).toEqual([
    ['b', 0, { place: 'city', form: 'unknown', category: 'unknown' }],
    ['a', 1, { place: 'city', form: 'unknown', category: 'unknown' }],
  ])
})
