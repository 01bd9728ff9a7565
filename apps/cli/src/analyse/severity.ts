import { parseArgs } from 'node:util'
import { additiveEffects } from '@semai/analytics/judging/additive-effects'
import type { AdditiveEffects, LevelEffects } from '@semai/analytics/judging/additive-effects'
import { connectedParts } from '@semai/analytics/judging/connected-parts'
import { codedReadings } from '@semai/analytics/judging/readings'
import type { Reading } from '@semai/analytics/judging/readings'
import type { ExitCode } from '../commands.ts'
import { named, readingOptions, readingsOf, tell } from './readings.ts'
import { analysed } from './table.ts'

/** Effects of entries, judges and criteria that add up, by least squares. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { ...readingOptions, apart: { type: 'boolean', default: false } },
  })
  const { readings } = await readingsOf(values)
  const lots = values.apart ? partsOf(readings) : [readings]
  const fits = lots.map((lot) => ({ fit: analysed(() => additiveEffects(lot)), readings: lot.length }))
  const rows = fits.flatMap(({ fit }, part) =>
    rowsOf(fit).map((row) => (values.apart ? { part: part + 1, ...row } : row)),
  )
  const answers = fits.map(({ fit, readings }) => answerOf(fit, readings))
  tell(values, values.apart ? { parts: answers } : answers[0]!, rows)
  return 0
}

/** The readings of each part, to be fitted on its own; nothing is compared across them. */
function partsOf(readings: readonly Reading[]): Reading[][] {
  const parts = analysed(() => connectedParts(codedReadings(readings, 'additiveEffects')))
  const place = new Map(parts.flatMap(({ entries }, part) => entries.map((entry) => [entry, part])))
  return parts.map((_, part) => readings.filter(({ entry }) => place.get(entry) === part))
}

function rowsOf({ entry, corrected, rawMean }: AdditiveEffects) {
  return entry.names.map((name, i) => ({
    entry: name,
    readings: entry.count[i],
    raw_mean: rawMean[i],
    corrected: corrected[i],
    effect: entry.effect[i],
    se: entry.se[i],
  }))
}

function answerOf(fit: AdditiveEffects, readings: number) {
  const { entry, judge, criterion } = fit
  const all = <Value>(of: (levels: LevelEffects) => ArrayLike<Value>) => ({
    entry: named(entry.names, of(entry)),
    judge: named(judge.names, of(judge)),
    criterion: named(criterion.names, of(criterion)),
  })
  return {
    readings,
    intercept: fit.intercept,
    effects: all((levels) => levels.effect),
    se: all((levels) => levels.se),
    count: all((levels) => levels.count),
    severity: named(
      judge.names,
      judge.effect.map((effect) => -effect),
    ),
    corrected: named(entry.names, fit.corrected),
    rawMean: named(entry.names, fit.rawMean),
    residualVariance: fit.residualVariance,
    residualSd: Math.sqrt(fit.residualVariance),
    residualSumOfSquares: fit.residualSumOfSquares,
    residualDf: fit.residualDf,
    judgeTest: fit.judgeTest,
  }
}
