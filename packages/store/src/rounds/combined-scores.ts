import { crossedEffects } from '@semai/analytics/judging/crossed-effects'
import type { CrossedEffects } from '@semai/analytics/judging/crossed-effects'
import { rankUncertainty } from '@semai/analytics/judging/rank-uncertainty'
import type { Combining } from '@semai/domain/rounds/round'

/** One assessor's whole score of a locus, from 0 to 100. */
export type Total = { locus: string; assessor: string; total: number }

/** What several scores of a locus make: their mean, the one corrected for strictness, that which counts, and how far they lie apart. */
export type CombinedScore = {
  mean: number
  corrected: number | null
  score: number
  assessors: number
  /** From the lowest to the highest of the assessors. */
  spread: number
  /** The chance to be among the best so many, and an interval of places; null unless corrected. */
  chance: number | null
  places: [best: number, worst: number] | null
}

/** Why scores were not corrected although the round says so. */
export type NotCorrected = 'few' | 'alike'

/**
 * The scores of a group by locus. Corrected as crossed effects of locus and assessor by restricted maximum likelihood, where these can be
 * told apart: otherwise the mean counts, and `notCorrected` says why: too `few` scores to compare assessors by, or loci that are `alike`.
 * @param top of so many places the chance is given.
 * Source: docs/methods/crossed-effects.md, docs/methods/rank-uncertainty.md.
 */
export function combinedScores(
  totals: readonly Total[],
  { combining, top, seed }: { combining: Combining; top: number; seed: string },
): { byLocus: Map<string, CombinedScore>; notCorrected: NotCorrected | null; reliability: number | null } {
  const own = Map.groupBy(totals, ({ locus }) => locus)
  const fitted = combining === 'crossed' ? fit(totals) : null
  const model = fitted !== null && typeof fitted === 'object' ? fitted : null
  const at = new Map(model?.entry.names.map((name, i) => [name, i]))
  const isRanked = model !== null && top < at.size
  const ranks = isRanked ? rankUncertainty(model.posterior, { top, seed, draws: 2_000 }) : null
  const byLocus = new Map(
    [...own].map(([locus, scores]): [string, CombinedScore] => {
      const values = scores.map(({ total }) => total)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const i = at.get(locus)
      const corrected = model === null || i === undefined ? null : model.corrected[i]!
      return [
        locus,
        {
          mean,
          corrected,
          score: corrected ?? mean,
          assessors: values.length,
          spread: Math.max(...values) - Math.min(...values),
          chance: ranks === null || i === undefined ? null : ranks.chance[i]!,
          places: ranks === null || i === undefined ? null : [ranks.low[i]!, ranks.high[i]!],
        },
      ]
    }),
  )
  const notCorrected = typeof fitted === 'string' ? fitted : null
  return { byLocus, notCorrected, reliability: model?.reliability?.corrected ?? null }
}

/** The model, or why there is none. */
function fit(totals: readonly Total[]): CrossedEffects | NotCorrected {
  try {
    const model = crossedEffects(
      totals.map(({ locus, assessor, total }) => ({ entry: locus, judge: assessor, score: total })),
    )
    // Without a variance between loci every corrected score is the same: no order at all.
    return model.variance.entry > 0 ? model : 'alike'
  } catch (problem) {
    if (problem instanceof RangeError) return 'few'
    throw problem
  }
}
