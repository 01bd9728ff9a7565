import { backTest } from '@semai/analytics/adopters/back-test'
import type { BackTest, Contest } from '@semai/analytics/adopters/back-test'
import { adopterMeasures, adopterNeeds } from '@semai/domain/analyses/next-adopters'
import type {
  AdopterContest,
  AdopterLookBack,
  AdopterMeasureName,
  AdopterRanking,
} from '@semai/domain/analyses/next-adopters'
import { dayAt } from './adopter-diffusion.ts'
import type { AdopterInput } from './adopter-diffusion.ts'

const { horizonMonths: horizon, most, first: k, replicates } = adopterNeeds

/** What is learnt from and ranked: innovations with at least so many adopters at the time. */
export const watched = (least: number) => ({ horizon, least, most })

/**
 * What the ranking would have been worth in the last years, each learnt from what came before it; fewer years where the
 * first ones had nothing to learn from, and null where none had.
 */
export function lookBack({ diffusion, end }: AdopterInput, least: number): AdopterLookBack | null {
  const years = Array.from({ length: adopterNeeds.splits }, (_, i) => adopterNeeds.splits - i)
  for (let splits = years.map((year) => end - year * horizon); splits.length > 0; splits = splits.slice(1)) {
    try {
      return shownTest(backTest(diffusion, { ...watched(least), splits, k, replicates, seed: 1 }))
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem
    }
  }
  return null
}

function shownTest({ splits, contests, rows, adopters, resampled, ...test }: BackTest): AdopterLookBack {
  return {
    splits: splits.map(({ at, periods, rows, adopters, rankings }) => ({
      day: dayAt(at),
      periods,
      rows,
      adopters,
      rankings: rankings.map(({ ranking, ...values }) => ({
        ranking: ranking as AdopterRanking,
        ...each((name) => (Number.isFinite(values[name]) ? values[name] : null)),
      })),
    })),
    contests: contests.map(shownContest),
    rows,
    adopters,
    resampled,
    beatsAll: test.modelBeatsAll,
    use: test.use,
  }
}

function shownContest({ ranking, calibration, lead, ...measured }: Contest): AdopterContest {
  const { table, line, expected, observed } = calibration
  return {
    ranking: ranking as AdopterRanking,
    ...each((name) => measured[name]),
    lead,
    expected,
    observed,
    tenths: table,
    line: line && { intercept: line.intercept, slope: line.slope, slopeSe: line.slopeSe },
  }
}

function each<Value>(of: (name: AdopterMeasureName) => Value): Record<AdopterMeasureName, Value> {
  return Object.fromEntries(adopterMeasures.map((name) => [name, of(name)])) as Record<
    AdopterMeasureName,
    Value
  >
}
