import { parseArgs } from 'node:util'
import { groupRanking } from '@semai/analytics/decision/group'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, printTable } from './answer.ts'
import { namedOption, neededColumn, usualColumn } from './column-choice.ts'
import { analysed, cellRefusal, fullColumn, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

const options = {
  input: { type: 'string' },
  judge: { type: 'string' },
  alternative: { type: 'string' },
  score: { type: 'string' },
  rank: { type: 'string' },
  influence: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** One ranking from the scores or ranks of several judges. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  const { judges, alternatives, scores } = ballotsOf(await readTable(needed('input', values.input)), values)
  const named = namedOption('influence', values.influence)
  const influence = judges.map((judge) => numberOption('influence', named.get(judge) ?? '1', { min: 0 }))
  const found = analysed(() => groupRanking(scores, influence))
  const result = {
    judges,
    alternatives,
    borda: found.borda,
    borda_rank: found.bordaRank,
    median_rank: found.medianRank,
    mean_rank: found.meanRank,
    rank: found.rank,
    kendall_w: found.concordance,
  }
  if (values.json) printJson(result)
  else {
    const { borda, borda_rank, median_rank, mean_rank, rank } = result
    printTable(
      alternatives.map((alternative, i) => ({
        alternative,
        borda: borda[i],
        borda_rank: borda_rank[i],
        median_rank: median_rank[i],
        mean_rank: mean_rank[i],
        rank: rank[i],
      })),
    )
  }
  return 0
}

/** The scores of each judge; of ranks, the first is greatest. Every judge must have judged every alternative once. */
function ballotsOf(
  table: Table,
  columns: Partial<Record<'judge' | 'alternative' | 'score' | 'rank', string | undefined>>,
) {
  const usualJudges = ['judge', 'member', 'rater', 'voter', 'evaluator']
  const who = fullColumn(table, neededColumn(table, 'judge', columns.judge, usualJudges))
  const usualAlternatives = ['alternative', 'alt', 'entry', 'proposal', 'unit', 'item']
  const what = fullColumn(table, neededColumn(table, 'alternative', columns.alternative, usualAlternatives))
  const ranked =
    columns.rank ?? (columns.score === undefined ? usualColumn(table, undefined, ['rank']) : null)
  const name = ranked ?? neededColumn(table, 'score', columns.score, ['score', 'value', 'points'])
  const values = numberColumn(table, name)
  const [judges, alternatives] = [[...new Set(who)], [...new Set(what)]]
  const scores = judges.map(() => new Float64Array(alternatives.length).fill(NaN))
  who.forEach((judge, i) => {
    const [own, place] = [scores[judges.indexOf(judge)]!, alternatives.indexOf(what[i]!)]
    if (!Number.isNaN(own[place])) throw cellRefusal(table, i, name, `${judge} judges ${what[i]} twice`)
    own[place] = ranked === null ? values[i]! : -values[i]!
  })
  scores.forEach((own, k) => {
    const gap = own.findIndex(Number.isNaN)
    if (gap < 0) return
    throw new Refusal(
      'invalid',
      `${table.file}: judge ${judges[k]} does not judge ${alternatives[gap]}: a ranking needs all.`,
    )
  })
  return { judges, alternatives, scores }
}
