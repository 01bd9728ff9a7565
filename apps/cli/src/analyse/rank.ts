import { parseArgs } from 'node:util'
import { additiveEffects } from '@semai/analytics/judging/additive-effects'
import { crossedEffects } from '@semai/analytics/judging/crossed-effects'
import type { EntryPosterior } from '@semai/analytics/judging/entry-posterior'
import { rankUncertainty } from '@semai/analytics/judging/rank-uncertainty'
import type { RankUncertainty } from '@semai/analytics/judging/rank-uncertainty'
import { rasch } from '@semai/analytics/judging/rasch'
import type { Reading } from '@semai/analytics/judging/readings'
import { withoutEachJudge } from '@semai/analytics/judging/without-each-judge'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf } from './answer.ts'
import { named, readingOptions, readingsOf, tell } from './readings.ts'
import { analysed } from './table.ts'

type Model = 'mixed' | 'additive' | 'rasch' | 'rasch-marginal'
type Fit = {
  names: string[]
  values: Float64Array
  rawMean: Float64Array
  posterior: EntryPosterior
  warnings: string[]
  reliability: unknown
}

const options = {
  ...readingOptions,
  top: { type: 'string' },
  model: { type: 'string', default: 'mixed' },
  draws: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  level: { type: 'string', default: '0.95' },
  'leave-out': { type: 'boolean', default: false },
} as const

/** How sure it is that each entry belongs to the best. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  const top = numberOption('top', needed('top', values.top), { min: 1, whole: true })
  const draws = numberOption('draws', values.draws, { min: 1, max: 1e6, whole: true })
  const level = numberOption('level', values.level)
  const model = onlyOf('model', values.model, ['mixed', 'additive', 'rasch', 'rasch-marginal'] as const)
  const { readings } = await readingsOf(values)
  const fit = analysed(() => fitted(readings, model))
  const { names, posterior, rawMean, warnings, reliability } = fit
  const ranks = analysed(() => rankUncertainty(posterior, { top, draws, level, seed: values.seed }))
  const result = {
    model,
    top,
    draws,
    level,
    seed: values.seed,
    reliability,
    chance: named(names, ranks.chance),
    rank: named(names, ranks.rank),
    meanRank: named(names, ranks.meanRank),
    low: named(names, ranks.low),
    high: named(names, ranks.high),
    value: named(names, fit.values),
    rawMean: named(names, rawMean),
    doubtful: ranks.doubtful.map((i) => names[i]),
    ...(values['leave-out'] && {
      withoutJudge: withoutEachJudge(readings, top, (rest) => fitted(rest, model)),
    }),
    warnings,
  }
  tell(values, result, rowsOf(fit, ranks))
  return 0
}

function rowsOf({ names, values, rawMean }: Fit, ranks: RankUncertainty) {
  return names
    .map((entry, i) => ({
      entry,
      rank: ranks.rank[i]!,
      value: values[i],
      raw_mean: rawMean[i],
      chance: ranks.chance[i],
      mean_rank: ranks.meanRank[i],
      low: ranks.low[i],
      high: ranks.high[i],
    }))
    .sort((a, b) => a.rank - b.rank)
}

function fitted(readings: readonly Reading[], model: Model): Fit {
  if (model === 'additive') {
    const fit = additiveEffects(readings)
    const warnings =
      fit.residualDf > 0 ? [] : ['no degree of freedom is left, so that the chances know no uncertainty']
    const { corrected, rawMean, posterior } = fit
    return { names: fit.entry.names, values: corrected, rawMean, posterior, warnings, reliability: null }
  }
  if (model === 'mixed') {
    const { entry, corrected, rawMean, posterior, warnings, reliability } = crossedEffects(readings)
    return { names: entry.names, values: corrected, rawMean, posterior, warnings, reliability }
  }
  const fit = rasch(readings, { method: model === 'rasch' ? 'joint' : 'marginal' })
  const { entry, rawMean, posterior, warnings, reliability } = fit
  return { names: entry.names, values: entry.measure, rawMean, posterior, warnings, reliability }
}
