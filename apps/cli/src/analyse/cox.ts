import { parseArgs } from 'node:util'
import { cox } from '@semai/analytics/survival/cox'
import type { CoxFit } from '@semai/analytics/survival/cox'
import type { Ties } from '@semai/analytics/survival/cox-likelihood'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf, printJson, printTable } from './answer.ts'
import {
  byName,
  errorsAnswer,
  estimatesAnswer,
  fitWarnings,
  printEstimates,
  warn,
} from './estimates-answer.ts'
import { modelFrame } from './model-frame.ts'
import { survivalFormula, survivalOptions, survivalRows } from './survival-input.ts'
import { analysed, readTable } from './table.ts'

const ties: readonly Ties[] = ['efron', 'breslow']

/** Cox regression on (start, stop] rows. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...survivalOptions,
      columns: { type: 'string' },
      ties: { type: 'string', default: 'efron' },
      cluster: { type: 'string' },
      collinear: { type: 'string', default: 'drop' },
      epsilon: { type: 'string', default: '1e-9' },
      baseline: { type: 'boolean', default: false },
    },
  })
  const table = await readTable(needed('input', values.input))
  const frame = modelFrame(table, survivalFormula(values, values.columns), { ...values, always: true })
  const { rows, notes } = survivalRows(table, frame)
  const options = {
    ties: onlyOf('ties', values.ties, ties),
    strata: frame.strata,
    cluster: frame.cluster,
    collinear: onlyOf('collinear', values.collinear, ['drop', 'refuse'] as const),
    confidence: numberOption('confidence', values.confidence),
    epsilon: numberOption('epsilon', values.epsilon, { min: 0 }),
  }
  const fit = analysed(() => cox(rows, frame.columns, options))
  const instead = 'The likelihood rises for ever: leave the column out or join its levels.'
  const warnings = [...notes, ...fitWarnings(fit, { omitted: frame.omitted, instead })]
  warn(warnings)
  if (values.json) printJson({ ...answer(fit, frame.omitted, values.baseline), warnings })
  else print(fit, values.baseline)
  return 0
}

function answer(fit: CoxFit, omitted: number, baseline: boolean) {
  const { names, coef, robust } = fit
  return {
    ties: fit.ties,
    n: fit.rows,
    nevent: fit.events,
    omitted,
    strata: fit.strata,
    ...estimatesAnswer(fit),
    hazardRatio: byName(names, coef.map(Math.exp)),
    loglik_null: fit.nullLogLik,
    loglik: fit.logLik,
    aic: fit.aic,
    likelihoodRatio: fit.likelihoodRatio,
    wald: fit.wald,
    score: fit.score,
    concordance: fit.concordance,
    iterations: fit.turns,
    converged: fit.converged,
    dropped: fit.dropped,
    separation: fit.separation,
    clusterRobust: robust && {
      nClusters: robust.clusters,
      ...errorsAnswer(robust.estimates),
      wald: robust.wald,
    },
    ...(baseline && { baseline: baselineRows(fit), means: byName(names, fit.baseline.means) }),
  }
}

/** The baseline at the means of the columns, and at 0 of all of them. */
function baselineRows({ baseline, coef }: CoxFit) {
  const toZero = Math.exp(-coef.reduce((sum, value, j) => sum + value * baseline.means[j]!, 0))
  return baseline.time.map((time, i) => ({
    stratum: baseline.stratum[i]!,
    time,
    hazard: baseline.hazard[i]!,
    cumulativeHazard: baseline.cumulative[i]!,
    survival: Math.exp(-baseline.cumulative[i]!),
    cumulativeHazardAtZero: baseline.cumulative[i]! * toZero,
  }))
}

function print(fit: CoxFit, baseline: boolean): void {
  const { robust, likelihoodRatio, wald, score, concordance } = fit
  printEstimates(robust?.estimates ?? fit, 'hazard ratio')
  if (robust) console.log(`Errors by ${robust.clusters} clusters.`)
  const strata = fit.strata > 1 ? `, ${fit.strata} strata` : ''
  console.log(`${fit.rows} rows, ${fit.events} events${strata}; ties: ${fit.ties}`)
  console.log(
    `log-likelihood ${fit.logLik.toFixed(4)} (null ${fit.nullLogLik.toFixed(4)}); ` +
      `concordance ${concordance.concordance.toFixed(4)} (se ${concordance.se.toFixed(4)})`,
  )
  const tests = { 'likelihood ratio': likelihoodRatio, Wald: robust?.wald ?? wald, score }
  printTable(Object.entries(tests).map(([test, result]) => ({ test, ...result })))
  if (baseline) printTable(baselineRows(fit))
}
