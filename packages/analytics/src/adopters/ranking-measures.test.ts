import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankedRows, rankingMeasures } from './ranking-measures.ts'

const measure = (group: number[], score: number[], adopted: number[], k: number) =>
  rankingMeasures(rankedRows(group, Float64Array.from(score)), adopted, { k })

test('one group without ties: pairs in order, adopters among the first, rank of the first adopter', () => {
  const { auc, precision, reciprocalRank } = measure([0, 0, 0, 0, 0], [5, 4, 3, 2, 1], [0, 1, 0, 1, 0], 2)
  expect(auc).toBe(3 / 6) // adopters at ranks 2 and 4 are ahead of 2 and 1 of the 3 others
  expect(precision).toBe(1 / 2)
  expect(reciprocalRank).toBe(1 / 2)
})

test('all scores equal: one half, and what a random order would give on average', () => {
  const { auc, precision, reciprocalRank } = measure([0, 0, 0, 0], [1, 1, 1, 1], [1, 0, 0, 0], 2)
  expect(auc).toBe(0.5)
  expect(precision).toBe(1 / 4)
  expect(reciprocalRank).toBeCloseTo((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4, 12)
})

test('groups weigh in by their pairs for the auc, and equally for the rest; one without an adopter not at all', () => {
  const { auc, precision, reciprocalRank } = measure(
    [0, 0, 1, 1, 1, 2, 2],
    [2, 1, 3, 2, 1, 2, 1],
    [1, 0, 0, 0, 1, 0, 0],
    1,
  )
  expect(auc).toBe(1 / 3)
  expect(precision).toBe(1 / 2)
  expect(reciprocalRank).toBeCloseTo((1 + 1 / 3) / 2, 12)
})

/** Every order of tied rows, one after the other. */
function orders(list: number[]): number[][] {
  if (list.length <= 1) return [list]
  return list.flatMap((one, i) => orders(list.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

test('with ties, measures are means over all orders that the scores allow', () => {
  const row = fc.record({ score: fc.integer({ min: 0, max: 2 }), adopted: fc.integer({ min: 0, max: 1 }) })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (rows, k) => {
      const yes = rows.filter(({ adopted }) => adopted).length
      fc.pre(yes > 0 && yes < rows.length)
      const allowed = orders([...rows.keys()]).filter((order) =>
        order.every((a, i) => i === 0 || rows[order[i - 1]!]!.score >= rows[a]!.score),
      )
      const mean = (of: (order: number[]) => number) =>
        allowed.reduce((sum, order) => sum + of(order), 0) / allowed.length
      const found = measure(
        rows.map(() => 0),
        rows.map(({ score }) => score),
        rows.map(({ adopted }) => adopted),
        k,
      )
      const first = (order: number[]) => order.findIndex((a) => rows[a]!.adopted)
      const hits = (order: number[]) => order.slice(0, k).filter((a) => rows[a]!.adopted).length
      const ahead = (order: number[]) =>
        order.reduce(
          (sum, a, i) =>
            rows[a]!.adopted ? sum + order.slice(i).filter((b) => !rows[b]!.adopted).length : sum,
          0,
        )
      expect(found.auc).toBeCloseTo(mean(ahead) / (yes * (rows.length - yes)), 12)
      expect(found.precision).toBeCloseTo(mean(hits) / Math.min(k, rows.length), 12)
      expect(found.reciprocalRank).toBeCloseTo(
        mean((order) => 1 / (first(order) + 1)),
        12,
      )
    }),
    { numRuns: 200, seed: 5 },
  )
})

test('a row that stands there twice counts as two equal rows, a group that does as two groups', () => {
  const [group, score, adopted] = [
    [0, 0, 0, 1, 1],
    [3, 2, 1, 2, 1],
    [0, 1, 0, 0, 1],
  ] as const
  const twice = [1, 2, 1, 1, 2]
  const copies = twice.flatMap((times, row) => Array.from({ length: times }, () => row))
  const of = <Value>(list: readonly Value[]) => copies.map((row) => list[row]!)
  const ranked = rankedRows(group, Float64Array.from(score))
  const counted = rankingMeasures(ranked, adopted, { k: 2, times: twice })
  expect(counted).toEqual(measure(of(group), of(score), of(adopted), 2))
  const weighed = rankingMeasures(ranked, adopted, { k: 2, weight: [2, 2, 2, 1, 1] })
  expect(weighed).toEqual(
    measure([0, 0, 0, 2, 2, 2, 1, 1], [3, 2, 1, 3, 2, 1, 2, 1], [0, 1, 0, 0, 1, 0, 0, 1], 2),
  )
})
