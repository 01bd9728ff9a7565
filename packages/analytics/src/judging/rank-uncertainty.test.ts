import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { normalCdf } from '../numbers/tails.ts'
import { additiveEffects } from './additive-effects.ts'
import { crossedEffects } from './crossed-effects.ts'
import { drawEntries } from './entry-posterior.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import { rankUncertainty } from './rank-uncertainty.ts'
import { rasch } from './rasch.ts'
import type { Reading } from './readings.ts'
import { withoutEachJudge } from './without-each-judge.ts'

/** Sixty entries, each read by three of twelve judges whose bias is larger than the differences between entries. */
function contest(seed: number, { own = false } = {}) {
  const random = seededRandom(seed)
  const bias = Array.from({ length: 12 }, () => 2 * random.normal())
  const quality = Array.from({ length: 60 }, () => random.normal())
  const readings: Reading[] = quality.flatMap((value, i) =>
    random
      .shuffle(bias.map((_, j) => j))
      .slice(0, own ? 1 : 3)
      .map((j) => ({ entry: `e${i}`, judge: `j${j}`, score: 70 + value + bias[j]! + 0.5 * random.normal() })),
  )
  return { readings, quality }
}

const top = (values: Iterable<number>, size: number) => {
  const list = [...values]
  return list
    .map((_, i) => i)
    .sort((a, b) => list[b]! - list[a]! || a - b)
    .slice(0, size)
}

test('corrected orders find more of the truly best ten than plain means do', () => {
  let [raw, additive, crossed] = [0, 0, 0]
  for (let seed = 1; seed <= 20; seed++) {
    const { readings, quality } = contest(seed)
    const best = new Set(top(quality, 10))
    const hits = (values: Iterable<number>) => top(values, 10).filter((i) => best.has(i)).length
    const found = additiveEffects(readings)
    raw += hits(found.rawMean)
    additive += hits(found.corrected)
    crossed += hits(crossedEffects(readings).corrected)
  }
  expect(raw / 200).toBeLessThan(0.65)
  expect(additive / 200).toBeGreaterThan(0.8)
  expect(crossed / 200).toBeGreaterThan(0.8)
})

test('readings that do not overlap are not corrected: it says that nothing is gained', () => {
  const { readings } = contest(1, { own: true })
  expect(() => additiveEffects(readings)).toThrow(/fall into 12 parts .* nothing is gained over plain means/)
  expect(() => rasch(readings.map((r) => ({ ...r, score: Math.round(r.score) })))).toThrow(
    /nothing is gained over plain means/,
  )
})

test('chances are as good as their word: of entries given a chance of p, a share of p belongs', () => {
  const bins = [0, 1, 2, 3].map(() => ({ sum: 0, hits: 0, count: 0 }))
  for (let seed = 1; seed <= 40; seed++) {
    const { readings, quality } = contest(seed)
    const best = new Set(top(quality, 10))
    const { chance } = rankUncertainty(crossedEffects(readings).posterior, { top: 10, draws: 400, seed })
    chance.forEach((p, i) => {
      const bin = bins[Math.min(3, Math.floor(4 * p))]!
      bin.sum += p
      bin.hits += best.has(i) ? 1 : 0
      bin.count++
    })
  }
  for (const { sum, hits, count } of bins) {
    const sd = Math.sqrt(Math.max(sum / count, 0.01) * (1 - sum / count) * count)
    expect(Math.abs(hits - sum)).toBeLessThan(4 * sd)
  }
})

test('two entries: the chance is that of a normal difference', () => {
  const posterior = { centre: Float64Array.of(1, 0), own: Float64Array.of(0.6, 0.8), shared: null }
  const { chance, rank, meanRank } = rankUncertainty(posterior, { top: 1, draws: 40_000 })
  expect(Math.abs(chance[0]! - normalCdf(1))).toBeLessThan(0.01)
  expect(chance[0]! + chance[1]!).toBeCloseTo(1, 9)
  expect(meanRank[0]! + meanRank[1]!).toBeCloseTo(3, 9)
  expect(Array.from(rank)).toEqual([1, 2])
})

test('entries that nothing tells apart share the chance', () => {
  const posterior = { centre: new Float64Array(5), own: new Float64Array(5), shared: null }
  const { chance, meanRank } = rankUncertainty(posterior, { top: 2, draws: 20_000 })
  for (const p of chance) expect(Math.abs(p - 2 / 5)).toBeLessThan(0.015)
  for (const rank of meanRank) expect(Math.abs(rank - 3)).toBeLessThan(0.05)
})

/** Mean squared spread of each entry less the mean of all, over many draws. */
function spreads(posterior: EntryPosterior, draws = 20_000): Float64Array {
  const n = posterior.centre.length
  const [into, sums] = [new Float64Array(n), new Float64Array(n)]
  const random = seededRandom(3)
  for (let draw = 0; draw < draws; draw++) {
    drawEntries(posterior, random, into)
    const rest = into.map((value, i) => value - posterior.centre[i]!)
    const mean = rest.reduce((sum, x) => sum + x, 0) / n
    rest.forEach((x, i) => (sums[i]! += (x - mean) ** 2 / draws))
  }
  return sums
}

test('draws spread as the standard errors of each model say', () => {
  const { readings } = contest(2)
  const few = readings.filter(({ entry }) => Number(entry.slice(1)) < 15)
  const additive = additiveEffects(few)
  spreads(additive.posterior).forEach((square, i) =>
    expect(Math.abs(square / additive.entry.se[i]! ** 2 - 1)).toBeLessThan(0.06),
  )
  // more judges than entries, so that entries are the factor that is kept; the other way round by exchanging names
  const turned = few.map(({ entry, judge, score }) => ({ entry: judge, judge: entry, score }))
  for (const list of [few, turned, contest(3).readings]) {
    const { posterior, reliability, variance, entry } = crossedEffects(list)
    const n = entry.names.length
    const mean = spreads(posterior).reduce((sum, x) => sum + x / (n - 1), 0)
    expect(Math.abs(1 - mean / variance.entry - reliability!.corrected)).toBeLessThan(0.03)
  }
})

test('the same seed draws the same answer, another seed another', () => {
  const { posterior } = crossedEffects(contest(1).readings)
  const chances = (seed: number) => rankUncertainty(posterior, { top: 10, draws: 50, seed }).chance
  expect(chances(4)).toEqual(chances(4))
  expect(chances(4)).not.toEqual(chances(5))
})

test('without each judge: who comes in for whom, and for which judge it can not be said', () => {
  const scores = [
    ['a', 'x', 9],
    ['a', 'y', 5],
    ['b', 'x', 6],
    ['b', 'y', 7],
    ['c', 'x', 1],
    ['c', 'y', 2],
    ['c', 'z', 3],
  ] as const
  const readings = scores.map(([entry, judge, score]) => ({ entry, judge, score }))
  const mean = (list: readonly Reading[]) => {
    const by = [...Map.groupBy(list, ({ entry }) => entry)]
    if (by.length === 0) throw new RangeError('mean: nothing')
    return {
      names: by.map(([name]) => name),
      values: Float64Array.from(by, ([, own]) => own.reduce((s, r) => s + r.score / own.length, 0)),
    }
  }
  expect(withoutEachJudge(readings, 1, mean)).toEqual([
    { judge: 'x', enters: ['b'], leaves: ['a'], problem: null },
    { judge: 'y', enters: [], leaves: [], problem: null },
    { judge: 'z', enters: [], leaves: [], problem: null },
  ])
  const alone = readings.slice(0, 1)
  expect(withoutEachJudge(alone, 1, mean)).toEqual([
    { judge: 'x', enters: [], leaves: [], problem: 'mean: nothing' },
  ])
})

test.each([
  [{ top: 0 }, 'the cut must be a whole number from 1 to 1, got 0'],
  [{ top: 2 }, 'the cut must be a whole number from 1 to 1, got 2'],
  [{ top: 1, draws: 0 }, 'draws must be a whole number from 1, got 0'],
  [{ top: 1, level: 1 }, 'the level must lie between 0 and 1, got 1'],
])('refuses %j', (options, says) => {
  const posterior = { centre: Float64Array.of(1, 0), own: Float64Array.of(1, 1), shared: null }
  expect(() => rankUncertainty(posterior, options)).toThrow(`rankUncertainty: ${says}`)
})
