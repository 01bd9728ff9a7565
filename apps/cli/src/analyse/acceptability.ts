import { checkedWeights } from '@semai/analytics/decision/criteria'
import { rankAcceptability } from '@semai/analytics/decision/rank-acceptability'
import { seededRandom } from '@semai/analytics/numbers/random'
import type { ExitCode } from '../commands.ts'
import { numberOption, printJson, printTable } from './answer.ts'
import { decisionAnswer, readMethod } from './scoring.ts'
import { analysed } from './table.ts'

/** How often each alternative gets each rank over drawn weights. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { method, decision, scores, values } = await readMethod(argv)
  const { alternatives, criteria } = decision
  const within =
    values.within === undefined ? null : numberOption('within', values.within, { min: 0, max: 1 })
  const draws = numberOption('draws', values.draws, { min: 1, max: 1e7, whole: true })
  const around = within === null ? {} : { around: { weights: checkedWeights(method, decision), within } }
  const random = seededRandom(values.seed)
  const found = analysed(() =>
    rankAcceptability(scores.scoreAt, criteria.length, { draws, random, ...around }),
  )
  const rows = (flat: Float64Array, width: number) =>
    alternatives.map((_, i) => Array.from(flat.subarray(i * width, (i + 1) * width)))
  const shares = rows(found.shares, alternatives.length)
  const firstShare = shares.map((own) => own[0])
  const central = rows(found.centralWeights, criteria.length)
  if (values.json) {
    printJson({
      ...decisionAnswer(method, decision),
      draws,
      seed: values.seed,
      within,
      rank_shares: shares,
      first_share: firstShare,
      mean_rank: found.meanRank,
      central_weights: central.map((own) => (Number.isNaN(own[0]) ? null : own)),
      standard_error: found.standardError,
    })
  } else {
    printTable(
      alternatives.map((alternative, i) => ({
        alternative,
        mean_rank: found.meanRank[i],
        first_share: firstShare[i],
      })),
    )
  }
  return 0
}
