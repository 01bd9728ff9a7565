import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { bradleyTerry } from './bradley-terry.ts'
import type { Contest } from './bradley-terry.ts'
import { strongParts } from './strong-parts.ts'

function league(seed: number, advantage = 0): { contests: Contest[]; truth: number[] } {
  const random = seededRandom(seed)
  const truth = Array.from({ length: 6 }, () => random.normal())
  const contests = truth.flatMap((a, i) =>
    truth.flatMap((b, j) => {
      if (i === j) return []
      const chance = 1 / (1 + Math.exp(b - a - advantage))
      const wins1 = Array.from({ length: 40 }, () => random.uniform() < chance).filter(Boolean).length
      return [{ first: `p${i}`, second: `p${j}`, wins1, wins2: 40 - wins1 }]
    }),
  )
  return { contests, truth }
}

test('two players: the logarithm of the ratio of wins, and its textbook error', () => {
  const found = bradleyTerry([{ first: 'a', second: 'b', wins1: 30, wins2: 10 }], { reference: 'b' })
  expect(found.ability[0]).toBeCloseTo(Math.log(3), 12)
  expect(found.se[0]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10), 12)
  expect(found.deviance).toBeCloseTo(0, 10)
  expect(found.df).toBe(0)
})

test('each player is expected to win as often as it did', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { contests } = league(seed)
    const { players, ability, wins } = bradleyTerry(contests)
    const expected = new Float64Array(players.length)
    for (const { first, second, wins1, wins2 } of contests) {
      const [i, j] = [players.indexOf(first), players.indexOf(second)]
      const chance = 1 / (1 + Math.exp(ability[j]! - ability[i]!))
      expected[i]! += (wins1 + wins2) * chance
      expected[j]! += (wins1 + wins2) * (1 - chance)
    }
    expected.forEach((value, i) => expect(value).toBeCloseTo(wins[i]!, 8))
  }
})

test('another reference moves all abilities alike, and merging rows changes only the deviance', () => {
  const { contests } = league(4)
  const [a, b] = [bradleyTerry(contests), bradleyTerry(contests, { reference: 'p3' })]
  a.ability.forEach((value, i) => expect(b.ability[i]).toBeCloseTo(value - a.ability[3]!, 9))
  expect(b.se[3]).toBe(0)
  const [n, spread] = [6, (i: number, j: number) => a.covariance[i * 6 + j]!]
  expect(b.covariance[1 * n + 2]).toBeCloseTo(spread(1, 2) - spread(1, 3) - spread(2, 3) + spread(3, 3), 9)
  const once = contests.flatMap(({ first, second, wins1, wins2 }) => [
    { first, second, wins1, wins2: 0 },
    { first, second, wins1: 0, wins2 },
  ])
  const split = bradleyTerry(once)
  split.ability.forEach((value, i) => expect(value).toBeCloseTo(a.ability[i]!, 9))
  expect(split.deviance).toBeGreaterThan(a.deviance)
})

test('known abilities and a known advantage are found within four errors', () => {
  const { contests, truth } = league(7, 0.5)
  const { ability, se, advantage } = bradleyTerry(contests, { advantage: true })
  ability.forEach((value, i) =>
    expect(Math.abs(value - (truth[i]! - truth[0]!))).toBeLessThanOrEqual(4 * se[i]!),
  )
  expect(Math.abs(advantage!.value - 0.5)).toBeLessThan(4 * advantage!.se)
})

test('a tie is half a win for both', () => {
  const tied = bradleyTerry([{ first: 'a', second: 'b', wins1: 3, wins2: 1, ties: 2 }])
  const halves = bradleyTerry([{ first: 'a', second: 'b', wins1: 4, wins2: 2 }])
  expect(tied.ability).toEqual(halves.ability)
})

test('a chain of one-sided wins closed by a single upset has finite abilities', () => {
  const { ability } = bradleyTerry([
    { first: 'a', second: 'b', wins1: 500, wins2: 0 },
    { first: 'b', second: 'c', wins1: 500, wins2: 0 },
    { first: 'c', second: 'a', wins1: 1, wins2: 0 },
  ])
  expect(ability.every(Number.isFinite)).toBe(true)
  expect(ability[0]! > ability[1]! && ability[1]! > ability[2]!).toBe(true)
})

test.each([
  [[{ first: 'a', second: 'b', wins1: 3, wins2: 0 }], /no finite abilities: .* 2 groups .*: \{b\}, \{a\}/],
  [
    [
      { first: 'a', second: 'b', wins1: 3, wins2: 1 },
      { first: 'c', second: 'd', wins1: 3, wins2: 1 },
    ],
    /2 groups/,
  ],
  [[{ first: 'a', second: 'a', wins1: 3, wins2: 1 }], /a against a: nobody meets themselves/],
  [[{ first: 'a', second: 'b', wins1: -3, wins2: 1 }], /counts must be finite and not below 0/],
  [[], /needs at least two players/],
])('refuses %j', (contests, says) => {
  expect(() => bradleyTerry(contests)).toThrow(says)
})

test('refuses a reference that does not play', () => {
  expect(() => bradleyTerry([{ first: 'a', second: 'b', wins1: 1, wins2: 1 }], { reference: 'z' })).toThrow(
    'the reference z meets nobody',
  )
})

test('strong parts are those of mutual reachability', () => {
  const random = seededRandom(2)
  for (let turn = 0; turn < 100; turn++) {
    const n = 7
    const next = Array.from({ length: n }, () =>
      Array.from({ length: random.below(3) }, () => random.below(n)),
    )
    const reach = next.map((_, i) => {
      const seen = new Set([i])
      for (const node of seen) for (const to of next[node]!) seen.add(to)
      return seen
    })
    const wanted = new Set(
      next.map((_, i) => next.flatMap((_, j) => (reach[i]!.has(j) && reach[j]!.has(i) ? [j] : [])).join()),
    )
    const found = strongParts(next).map((part) => part.toSorted((a, b) => a - b).join())
    expect(new Set(found)).toEqual(wanted)
    expect(found).toHaveLength(wanted.size)
  }
})
