import { bassShare } from '@semai/analytics/curves/bass-search'
import { bassBands, fitBass } from '@semai/analytics/curves/bass'
import type { FirstDate } from '@semai/domain/claims/region-spread'
import { expect, test } from 'vitest'
import { lastWholeYear, lookBack, lookBackYears, spreadModel } from './spread-model.ts'

/** So many first dates in each year from 2016 on. */
const dated = (...counts: number[]): FirstDate[] =>
  counts.flatMap((count, i) =>
    Array.from({ length: count }, (): FirstDate => {
      const day = `${2016 + i}-05-17`
      return { earliest: day, latest: day, precision: 'day', isBatched: false }
    }),
  )
const modelOf = (counts: number[], ceiling: number) => {
  const found = spreadModel(dated(...counts), { ceiling, until: 2015 + counts.length })
  if ('refused' in found) throw new Error(found.refused)
  return found.model
}
const grown = Array.from({ length: 10 }, (_, i) =>
  Math.round(500 * (bassShare(i + 1, 0.01, 0.6) - bassShare(i, 0.01, 0.6))),
)

test('a curve that was followed is found again, with its ceiling held', () => {
  const model = modelOf(grown, 500)
  expect([model.p.toFixed(2), model.q.toFixed(1)]).toEqual(['0.01', '0.6'])
  expect([model.ceiling, model.isIdentified, model.isWithoutImitation]).toEqual([500, true, false])
  expect(Math.round(model.freeCeiling!)).toBeGreaterThan(480)
  expect(model.curve.at(-1)!.time).toBe(2029)
  expect(model.curve.filter(({ time }) => Number.isInteger(time)).length).toBe(14)
})

test('years ahead are the library’s, and those by their end go on from what was reached', () => {
  const model = modelOf(grown, 500)
  const fit = fitBass(grown, { ceiling: { fixed: 500 } })
  const { mean, predictionLower, predictionUpper } = bassBands(fit, [10, 11, 12], [11, 12, 13])
  expect(model.ahead.map((one) => [one.year, one.mean, one.lower, one.upper])).toEqual(
    [2026, 2027, 2028].map((year, i) => [year, mean[i], predictionLower[i], predictionUpper[i]]),
  )
  const [first, , last] = model.ahead
  expect(first!.total.mean).toBeCloseTo(model.reached + mean[0]!, 9)
  expect(last!.total.mean).toBeCloseTo(model.reached + mean[0]! + mean[1]! + mean[2]!, 9)
  // One year alone: the band of the sum is the library's for that year.
  expect(first!.total.upper).toBeCloseTo(Math.min(500, model.reached + predictionUpper[0]!), 9)
  for (const { total } of model.ahead) {
    expect(total.lower).toBeGreaterThanOrEqual(model.reached)
    expect(total.upper).toBeLessThanOrEqual(500)
  }
})

test('what has not grown enough to tell is said not to be identified', () => {
  expect(modelOf([1, 1, 0, 1, 1], 509).isIdentified).toBe(false)
  expect(modelOf(grown.slice(0, 5), 500).isBeforePeak).toBe(true)
})

test('too short a series is refused, and so is one with hardly any adoption', () => {
  expect(spreadModel([], { ceiling: 9, until: 2020 })).toEqual({ refused: 'none' })
  expect(spreadModel(dated(1, 2, 3, 4), { ceiling: 99, until: 2019 })).toEqual({ refused: 'few-years' })
  expect(spreadModel(dated(11, 0, 0, 0, 3), { ceiling: 99, until: 2020 })).toEqual({ refused: 'few-filled' })
})

test('a look back knows nothing of what came later', () => {
  const early = [4, 6, 9, 12, 20]
  const asked = { madeFrom: 2020, until: 2022, ceiling: 300 }
  const one = lookBack(dated(...early, 30, 40), asked)!
  const other = lookBack(dated(...early, 0, 2), asked)!
  const said = ({ years }: typeof one) =>
    years.map(({ year, mean, lower, upper }) => [year, mean, lower, upper])
  expect(said(one)).toEqual(said(other))
  expect([one.came, other.came, one.asLastYear]).toEqual([70, 2, 40])
  expect(one.error.asLastYear).toBe(15)
  for (const { count, lower, upper, isWithin } of [...one.years, ...other.years])
    expect(isWithin).toBe(count >= lower && count <= upper)
  expect(one.error.model).toBeCloseTo(
    (Math.abs(one.years[0]!.mean - 30) + Math.abs(one.years[1]!.mean - 40)) / 2,
    9,
  )
})

test('a look back is offered from the fifth year on, while a whole year follows', () => {
  expect(lookBackYears(dated(1, 2, 3, 4, 5, 6, 7), 2022)).toEqual([2021, 2020])
  expect(lookBackYears(dated(1, 2, 3, 4), 2019)).toEqual([])
  expect(lookBackYears([], 2022)).toEqual([])
  expect(lookBack(dated(1, 2, 3, 4, 5), { madeFrom: 2020, until: 2020, ceiling: 99 })).toBe(null)
})

test('the data end with the last year that is over and has a date', () => {
  expect(lastWholeYear(dated(1, 2, 3), '2018-07-01')).toBe(2017)
  expect(lastWholeYear(dated(1, 2, 3), '2026-03-02')).toBe(2018)
  expect(lastWholeYear(dated(3), '2016-12-31')).toBe(null)
})
