import { parseArgs } from 'node:util'
import { backTest } from '@semai/analytics/adopters/back-test'
import type { BackTest } from '@semai/analytics/adopters/back-test'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { backTestAnswer, learningOf, learningOptions, splitsBefore } from './adopter-answer.ts'
import { endOf, shownTime, timeOption } from './adoption-clock.ts'
import { adoptionOptions, readAdoptions } from './adoption-input.ts'
import { numberOption, printJson, printTable, seedOf } from './answer.ts'
import { listOption } from './column-choice.ts'
import { analysed } from './table.ts'

/** How well next adopters would have been told from what came before, beside rankings that anybody could make. */
export async function run(argv: string[]): Promise<ExitCode> {
  const options = { ...adoptionOptions, ...learningOptions, split: { type: 'string' } } as const
  const { values } = parseArgs({ args: argv, options })
  const input = await readAdoptions(values)
  const learning = learningOf(values, input.clock)
  const end =
    values.until === undefined
      ? endOf(input.diffusion.cascades.time, input.clock)
      : timeOption('until', values.until, input.clock)
  const count = numberOption('splits', values.splits, { min: 1, whole: true })
  const splits =
    values.split === undefined
      ? splitsBefore(end, learning.horizon, count)
      : listOption(values.split).map((text) => timeOption('split', text, input.clock))
  const late = splits.find((at) => at + learning.horizon > end + 1e-9 * Math.abs(end))
  if (late !== undefined) {
    throw new Refusal(
      'invalid',
      `--split ${shownTime(late, input.clock)}: its horizon ends after the last event, so that not all who came are known. --until says how far the events reach.`,
    )
  }
  const test = analysed(() =>
    backTest(input.diffusion, {
      ...learning,
      splits,
      k: numberOption('k', values.k, { min: 1, whole: true }),
      replicates: numberOption('bootstrap', values.bootstrap, { min: 0, max: 100_000, whole: true }),
      seed: seedOf(values.seed),
    }),
  )
  if (values.json) printJson({ horizon: learning.horizon, ...backTestAnswer(test, input) })
  else printReadable(test)
  return 0
}

function printReadable({ contests, adopters, rows, use, modelBeatsAll }: BackTest): void {
  printTable(
    contests.map(
      ({ ranking, auc, precision, reciprocalRank, aucOfAll, logLoss, brier, calibration, lead }) => ({
        ranking,
        auc: auc.value,
        from: auc.lower,
        to: auc.upper,
        precision: precision.value,
        mrr: reciprocalRank.value,
        auc_of_all: aucOfAll.value,
        log_loss: logLoss.value,
        brier: brier.value,
        slope: calibration.line?.slope,
        lead_from: lead.lower,
        lead_to: lead.upper,
      }),
    ),
  )
  const why = modelBeatsAll ? 'it beats all others' : 'the model does not beat all others'
  console.log(`${adopters} adopters in ${rows} rows. Rank by ${use}: ${why}.`)
}
