import { parseArgs } from 'node:util'
import { crossedEffects } from '@semai/analytics/judging/crossed-effects'
import type { CrossedEffects } from '@semai/analytics/judging/crossed-effects'
import type { ExitCode } from '../commands.ts'
import { named, readingOptions, readingsOf, tell } from './readings.ts'
import { analysed } from './table.ts'

/** Entry and judge as crossed random effects, by REML. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...readingOptions,
      covariate: { type: 'string', multiple: true, default: [] },
      ml: { type: 'boolean', default: false },
    },
  })
  const { readings, columns } = await readingsOf(values, values.covariate)
  const fit = analysed(() => crossedEffects(readings, { fixed: columns, method: values.ml ? 'ml' : 'reml' }))
  const rows = fit.entry.names.map((entry, i) => ({
    entry,
    readings: fit.entry.count[i],
    raw_mean: fit.rawMean[i],
    corrected: fit.corrected[i],
    effect: fit.entry.effect[i],
    se: fit.entry.se[i],
  }))
  tell(values, answerOf(fit, readings.length), rows)
  return 0
}

function answerOf(fit: CrossedEffects, readings: number) {
  const { entry, judge, variance, fixed } = fit
  const both = <Value>(of: (effects: CrossedEffects['entry']) => ArrayLike<Value>) => ({
    entry: named(entry.names, of(entry)),
    judge: named(judge.names, of(judge)),
  })
  const parameters = fixed.names.length + 3
  const { entry: onEntry, judge: onJudge, residual } = variance
  return {
    method: fit.method,
    readings,
    entries: entry.names.length,
    judges: judge.names.length,
    variance,
    sd: { entry: Math.sqrt(onEntry), judge: Math.sqrt(onJudge), residual: Math.sqrt(residual) },
    singular: fit.singular,
    remlCriterion: fit.method === 'reml' ? fit.criterion : null,
    deviance: fit.method === 'ml' ? fit.criterion : null,
    logLikelihood: fit.logLikelihood,
    aic: fit.criterion + 2 * parameters,
    bic: fit.criterion + Math.log(readings) * parameters,
    fixed: named(fixed.names, fixed.value),
    fixedSe: named(fixed.names, fixed.se),
    fixedT: named(
      fixed.names,
      fixed.value.map((value, k) => value / fixed.se[k]!),
    ),
    fixedCovariance: fixed.covariance,
    effects: both((effects) => effects.effect),
    se: both((effects) => effects.se),
    conditionalSd: both((effects) => effects.conditionalSd),
    count: both((effects) => effects.count),
    corrected: named(entry.names, fit.corrected),
    rawMean: named(entry.names, fit.rawMean),
    reliability: fit.reliability,
    warnings: fit.warnings,
  }
}
