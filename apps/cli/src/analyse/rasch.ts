import { parseArgs } from 'node:util'
import { rasch } from '@semai/analytics/judging/rasch'
import type { Rasch, RaschMeasures } from '@semai/analytics/judging/rasch'
import type { ExitCode } from '../commands.ts'
import { onlyOf } from './answer.ts'
import { named, readingOptions, readingsOf, tell } from './readings.ts'
import { analysed } from './table.ts'

/** Many-facet Rasch rating scale model. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { ...readingOptions, method: { type: 'string', default: 'joint' } },
  })
  const method = onlyOf('method', values.method, ['joint', 'marginal'] as const)
  const { readings } = await readingsOf(values)
  const fit = analysed(() => rasch(readings, { method }))
  const { entry } = fit
  const rows = entry.names.map((name, i) => ({
    entry: name,
    readings: entry.count[i],
    raw_mean: fit.rawMean[i],
    fair: fit.fair[i],
    measure: entry.measure[i],
    se: entry.se[i],
    infit: entry.infit[i],
    outfit: entry.outfit[i],
    extreme: entry.extreme[i],
  }))
  tell(values, answerOf(fit, readings.length), rows)
  return 0
}

function answerOf(fit: Rasch, readings: number) {
  const { method, entry, judge, criterion, values, thresholds } = fit
  const all = <Value>(of: (measures: RaschMeasures) => ArrayLike<Value>) => ({
    entry: named(entry.names, of(entry)),
    judge: named(judge.names, of(judge)),
    criterion: named(criterion.names, of(criterion)),
  })
  return {
    method,
    readings,
    values,
    measures: all((own) => own.measure),
    se: all((own) => own.se),
    conditionalSe: all((own) => own.conditionalSe),
    infit: all((own) => own.infit),
    outfit: all((own) => own.outfit),
    extreme: all((own) => own.extreme),
    score: all((own) => own.score),
    count: all((own) => own.count),
    thresholds: thresholds.value,
    thresholdSe: thresholds.se,
    fair: named(entry.names, fit.fair),
    rawMean: named(entry.names, fit.rawMean),
    logLikelihood: fit.logLikelihood,
    iterations: fit.iterations,
    population: fit.population,
    reliability: fit.reliability,
    warnings: fit.warnings,
  }
}
