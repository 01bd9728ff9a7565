// npm run prove:next-adopters [-- SEEDS]: the back-test of next adopters on diffusion with a known hazard (20 seeds), with the
// network given and with the network to be inferred; then on the shipped openings of MPP and 112.
import { backTest } from '@semai/analytics/adopters/back-test'
import type { BackTest, Measured } from '@semai/analytics/adopters/back-test'
import { judgedSeed, simple } from './next-adopters/judged-seed.ts'
import { shippedAdoptions } from './next-adopters/shipped-adoptions.ts'

const BAR = 0.9
const seeds = Number(process.argv[2] ?? 20)
const figure = (value: number) => value.toFixed(3)
const measured = ({ value, lower, upper }: Measured) =>
  `${figure(value)} [${figure(lower)}, ${figure(upper)}]`
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

for (const network of ['given', 'inferred'] as const) {
  console.log(
    `\nKnown hazard, network ${network}; AUC within innovations (limits: 200 resamples of innovations)`,
  )
  const judged = Array.from({ length: seeds }, (_, i) => {
    const one = judgedSeed(i + 1, network)
    const { contest, within, all, aboveAll } = one
    console.log(
      `seed ${i + 1}: model ${measured(contest('model').auc)}, truth ${figure(contest('truth').auc.value)}, excess ${figure(within)} (all rows ${figure(all)}), ` +
        simple.map((ranking) => `${ranking} ${measured(contest(ranking).auc)}`).join(', ') +
        (aboveAll ? '' : '  NOT ABOVE ALL'),
    )
    return one
  })
  const within = mean(judged.map((one) => one.within))
  const all = mean(judged.map((one) => one.all))
  const above = judged.filter((one) => one.aboveAll).length
  const slopes = judged.flatMap(({ contest }) => contest('model').calibration.line?.slope ?? [])
  const met = judged.filter((one) => one.within >= BAR).length
  console.log(
    `mean over ${seeds} seeds: model ${figure(mean(judged.map(({ contest }) => contest('model').auc.value)))}, truth ${figure(mean(judged.map(({ contest }) => contest('truth').auc.value)))}, ` +
      `share of the truth's excess ${figure(within)} within innovations (at least ${BAR} in ${met} seeds), ${figure(all)} of all rows; ` +
      `above every simple ranking's limits in ${above} of ${seeds}; calibration slope ${figure(mean(slopes))}`,
  )
  const short = [
    ...(within < BAR ? [`the share of the excess is short of ${BAR} by ${figure(BAR - within)}`] : []),
    ...(above < seeds ? [`${seeds - above} seeds are not above every simple ranking`] : []),
  ]
  console.log(short.length === 0 ? 'The bar is met.' : `THE BAR IS NOT MET: ${short.join('; ')}.`)
  // Whom places look up to can hardly be learnt from so few adoptions: that part is shown, and judges nothing.
  if (network === 'given' && short.length > 0) process.exitCode = 1
}

for (const [title, programmes, splits] of [
  ['MPP', ['mpp'], [2019, 2020, 2021, 2022, 2023, 2024, 2025]],
  ['112', ['call112'], [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]],
  ['MPP and 112 together', ['mpp', 'call112'], [2019, 2020, 2021, 2022, 2023, 2024, 2025]],
] as const) {
  const test = backTest(await shippedAdoptions(programmes), { horizon: 1, splits, replicates: 1000 })
  report(`${title}, who opens within a year, asked on 1 January of ${splits.join(', ')}`, test)
}

function report(title: string, test: BackTest): void {
  console.log(`\n${title}: ${test.adopters} adopters in ${test.rows} rows, ${test.resampled} resampled`)
  for (const { ranking, calibration, ...contest } of test.contests) {
    const { line, expected, observed } = calibration
    const slope = line
      ? `${figure(line.slope)} (se ${figure(line.slopeSe)}), intercept ${figure(line.intercept)}`
      : 'none'
    console.log(
      `  ${ranking.padEnd(10)} AUC ${measured(contest.auc)}, precision@10 ${measured(contest.precision)}, MRR ${measured(contest.reciprocalRank)}, log-loss ${measured(contest.logLoss)}, Brier ${figure(contest.brier.value)}, ` +
        `expected ${expected.toFixed(0)} of ${observed}, calibration slope ${slope}, model's lead ${measured(contest.lead)}`,
    )
  }
  console.log(
    `  ranking to use: ${test.use}${test.modelBeatsAll ? '' : ' (the model does not beat all simple rankings)'}`,
  )
}
