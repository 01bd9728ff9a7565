import { parseArgs } from 'node:util'
import { discreteHazard } from '@semai/analytics/hazards/discrete-hazard'
import type { HazardFit } from '@semai/analytics/hazards/discrete-hazard'
import { chiSquareTest } from '@semai/analytics/hazards/estimates'
import type { Link } from '@semai/analytics/hazards/links'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf, printJson } from './answer.ts'
import {
  byName,
  errorsAnswer,
  estimatesAnswer,
  fitWarnings,
  printEstimates,
  warn,
} from './estimates-answer.ts'
import { modelFrame } from './model-frame.ts'
import type { ModelFrame } from './model-frame.ts'
import { plusTerms, quoted, rowRefusal } from './survival-input.ts'
import { analysed, readTable } from './table.ts'
import type { Table } from './table.ts'

const links: readonly Link[] = ['logit', 'cloglog']

const options = {
  input: { type: 'string' },
  formula: { type: 'string' },
  event: { type: 'string' },
  columns: { type: 'string' },
  link: { type: 'string', default: 'logit' },
  cluster: { type: 'string' },
  'small-sample': { type: 'boolean', default: false },
  firth: { type: 'boolean', default: false },
  collinear: { type: 'string', default: 'drop' },
  confidence: { type: 'string', default: '0.95' },
  epsilon: { type: 'string', default: '1e-8' },
  json: { type: 'boolean', default: false },
} as const

/** Pooled discrete-time hazards on rows of unit and period. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  const table = await readTable(needed('input', values.input))
  const formula =
    values.formula ?? `${quoted(needed('formula, or --event', values.event))} ~ ${plusTerms(values.columns)}`
  const frame = modelFrame(table, formula, { cluster: values.cluster })
  if (frame.strata) throw new Refusal('invalid', 'logit has no strata: use factor(column) as a term.')
  const asked = {
    link: onlyOf('link', values.link, links),
    intercept: frame.intercept,
    cluster: frame.cluster,
    firth: values.firth,
    collinear: onlyOf('collinear', values.collinear, ['drop', 'refuse'] as const),
    confidence: numberOption('confidence', values.confidence),
    epsilon: numberOption('epsilon', values.epsilon, { min: 0 }),
  }
  const event = eventsOf(table, frame)
  const fit = analysed(() => discreteHazard({ event, columns: frame.columns }, asked))
  const instead = asked.link === 'logit' ? 'Try --firth.' : 'The logit link has --firth for this.'
  const warnings = fitWarnings(fit, { omitted: frame.omitted, instead })
  warn(warnings)
  if (values.json) printJson({ ...answer(fit, frame, values['small-sample']), warnings })
  else print(fit, values['small-sample'])
  return 0
}

/** 0 and 1, TRUE and FALSE, or two texts of which the later in the alphabet is the event. */
function eventsOf(table: Table, frame: ModelFrame): ArrayLike<number> {
  const [event] = frame.response
  if (frame.survival || !event) throw new Refusal('invalid', 'The response must be one column of 0 and 1.')
  if (event.kind === 'levels') {
    if (event.levels.length === 2) return event.codes
    throw new Refusal(
      'invalid',
      `${table.file}: the response has ${event.levels.length} different texts, not two.`,
    )
  }
  const odd = event.numbers.findIndex((value) => value !== 0 && value !== 1)
  if (odd >= 0)
    throw rowRefusal(table, frame, odd, `the response must be 0 or 1, found ${event.numbers[odd]}`)
  return event.numbers
}

function answer(fit: HazardFit, frame: ModelFrame, smallSample: boolean) {
  const { names, link, rows, events, robust, firth } = fit
  const nullSize = frame.intercept ? 1 : 0
  return {
    link,
    n: rows,
    events,
    omitted: frame.omitted,
    ...estimatesAnswer(fit),
    ratio: byName(names, fit.coef.map(Math.exp)),
    logLik: fit.logLik,
    deviance: fit.deviance,
    nullDeviance: fit.nullDeviance,
    dfResidual: rows - names.length,
    dfNull: rows - nullSize,
    likelihoodRatio: chiSquareTest(fit.nullDeviance - fit.deviance, names.length - nullSize),
    aic: fit.aic,
    bic: fit.bic,
    iterations: fit.turns + 1,
    converged: fit.converged,
    dropped: fit.dropped,
    separation: fit.separation,
    clusterRobust: robust && {
      nClusters: robust.clusters,
      ...errorsAnswer(smallSample ? robust.smallSample : robust.plain),
      adjustment: smallSample ? 'G/(G-1)' : 'none',
      se_none: byName(names, robust.plain.se),
      se_G_over_Gminus1: byName(names, robust.smallSample.se),
    },
    firth: firth && {
      penalisedLogLik: firth.penalisedLogLik,
      chiSquare: byName(names, firth.chiSquare),
      p: byName(names, firth.p),
      lower: byName(names, firth.lower),
      upper: byName(names, firth.upper),
    },
  }
}

function print(fit: HazardFit, smallSample: boolean): void {
  const { robust, firth } = fit
  const errors = robust ? (smallSample ? robust.smallSample : robust.plain) : fit
  printEstimates({ ...errors, ...(firth && { p: firth.p, lower: firth.lower, upper: firth.upper }) }, 'ratio')
  const notes = [
    robust && `Errors by ${robust.clusters} clusters${smallSample ? ', times √(G/(G-1))' : ''}.`,
    firth && "Firth's penalised likelihood: p and limits by its profile.",
  ]
  for (const note of notes) if (note) console.log(note)
  console.log(
    `${fit.rows} rows, ${fit.events} events; ${fit.link}; log-likelihood ${fit.logLik.toFixed(4)}, ` +
      `deviance ${fit.deviance.toFixed(4)} (null ${fit.nullDeviance.toFixed(4)}), AIC ${fit.aic.toFixed(4)}`,
  )
}
