import { parseArgs } from 'node:util'
import { groupJudgments, groupPriorities } from '@semai/analytics/decision/group'
import { pairwiseWeights } from '@semai/analytics/decision/pairwise'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf, printJson, printTable } from './answer.ts'
import { listOption } from './column-choice.ts'
import { readJudgments } from './pairwise-input.ts'
import type { Judgments } from './pairwise-input.ts'
import { analysed } from './table.ts'

const options = {
  input: { type: 'string', multiple: true },
  judge: { type: 'string' },
  influence: { type: 'string' },
  method: { type: 'string', default: 'eigenvector' },
  reciprocity: { type: 'string', default: '0.05' },
  'random-index': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Weights from pairwise judgments of one person or of a group. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  needed('input', values.input?.[0])
  const files = await Promise.all(values.input!.map((file) => readJudgments(file, values.judge)))
  const members = files.flat()
  const labels = members[0]!.labels
  const odd = members.find((member) => member.labels.length !== labels.length)
  if (odd)
    throw new Refusal(
      'invalid',
      `${odd.member}: ${odd.labels.length} criteria, but ${labels.length} in the first.`,
    )
  const method = onlyOf('method', values.method, ['eigenvector', 'geometric-mean'])
  const settings = {
    reciprocity: numberOption('reciprocity', values.reciprocity, { min: 0 }),
    randomIndex:
      values['random-index'] === undefined
        ? null
        : numberOption('random-index', values['random-index'], { min: 0 }),
  }
  const influence = listOption(values.influence).map((text) => numberOption('influence', text, { min: 0 }))
  const weigh = (matrix: ArrayLike<number>) => answerOf(matrix, { labels, method, settings })
  const result = analysed(() => {
    if (members.length === 1) return weigh(members[0]!.matrix)
    return groupAnswer(members, influence.length > 0 ? influence : undefined, weigh)
  })
  if (values.json) printJson(result)
  else print(result, labels)
  return 0
}

type Answer = ReturnType<typeof answerOf>

function answerOf(
  matrix: ArrayLike<number>,
  {
    labels,
    method,
    settings,
  }: {
    labels: readonly string[]
    method: 'eigenvector' | 'geometric-mean'
    settings: { reciprocity: number; randomIndex: number | null }
  },
) {
  const found = pairwiseWeights(matrix, labels.length, settings)
  const { oddest, consistencyRatio } = found
  return {
    n: found.n,
    criteria: labels,
    weights: method === 'eigenvector' ? found.eigenvector : found.geometricMean,
    weights_eigen: found.eigenvector,
    weights_geometric_mean: found.geometricMean,
    lambda_max: found.lambdaMax,
    ci: found.consistencyIndex,
    ri: found.randomIndex,
    cr: consistencyRatio,
    consistent: consistencyRatio === null ? null : consistencyRatio <= 0.1,
    gci: found.geometricIndex,
    reciprocity_gap: found.reciprocityGap,
    oddest_judgment: oddest && {
      ...oddest,
      row: labels[oddest.row]!,
      column: labels[oddest.column]!,
    },
  }
}

/** The answer for the joined judgments, and beside it the joined priorities and each member's answer. */
function groupAnswer(
  members: readonly Judgments[],
  influence: readonly number[] | undefined,
  weigh: (matrix: ArrayLike<number>) => Answer,
) {
  const single = members.map(({ member, matrix }) => ({ member, ...weigh(matrix) }))
  const weights = single.map((one) => one.weights)
  return {
    ...weigh(
      groupJudgments(
        members.map(({ matrix }) => matrix),
        influence,
      ),
    ),
    priorities_arithmetic: groupPriorities(weights, 'arithmetic', influence),
    priorities_geometric: groupPriorities(weights, 'geometric', influence),
    members: single,
  }
}

function print(result: Answer | ReturnType<typeof groupAnswer>, labels: readonly string[]): void {
  const { weights, weights_eigen, weights_geometric_mean, n, lambda_max, ci, ri, cr } = result
  printTable(
    labels.map((criterion, i) => ({
      criterion,
      weight: weights[i],
      eigenvector: weights_eigen[i],
      geometric_mean: weights_geometric_mean[i],
    })),
  )
  console.log()
  printTable([{ n, lambda_max, ci, ri, cr }])
  if (!('members' in result)) return
  console.log()
  printTable(
    result.members.map(({ member, cr, weights }) => ({
      member,
      cr,
      ...Object.fromEntries(labels.map((label, i) => [label, weights[i]])),
    })),
  )
}
