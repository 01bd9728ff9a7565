import { parseArgs } from 'node:util'
import type { Decision } from '@semai/analytics/decision/criteria'
import { checkedWeights } from '@semai/analytics/decision/criteria'
import { searchedStability, weightStability } from '@semai/analytics/decision/weight-stability'
import type { ExitCode } from '../commands.ts'
import { needed, onlyOf, printJson, printTable } from './answer.ts'
import { decisionOptions, readDecision } from './decision-input.ts'
import { scoresOf, scoringMethods, scoringOptions } from './decision-scores.ts'
import type { Scores, ScoringMethod } from './decision-scores.ts'
import { analysed } from './table.ts'

type Verb = { run(argv: string[]): Promise<ExitCode> }

/** Scores and ranks by one method, and how far each weight may move before they change. */
export function scoring(method: ScoringMethod): Verb {
  return {
    async run(argv) {
      const { values } = parseArgs({ args: argv, options: { ...decisionOptions, ...scoringOptions } })
      const decision = await readDecision(values)
      const scores = analysed(() => scoresOf(method, decision, values))
      const stability = stabilityOf(decision, scores)
      if (values.json) {
        const { score, rank, more } = scores
        const ranking = rank && namesInOrder(decision, rank)
        printJson({
          ...decisionAnswer(method, decision),
          score,
          rank,
          ranking,
          ...more,
          weight_stability: stability,
        })
      } else {
        printTable(scoreRows(decision, scores))
        console.log()
        printStability(stability)
      }
      return 0
    },
  }
}

/** Only how far weights may move, for any of the methods. */
export const stability: Verb = {
  async run(argv) {
    const { method, decision, scores, values } = await readMethod(argv)
    const intervals = stabilityOf(decision, scores)
    if (values.json)
      printJson({ ...decisionAnswer(method, decision), rank: scores.rank, weight_stability: intervals })
    else printStability(intervals)
    return 0
  },
}

/** A decision and the method that `--method` names, applied to it; also the options of `acceptability`. */
export async function readMethod(argv: string[]) {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...decisionOptions,
      ...scoringOptions,
      method: { type: 'string' },
      draws: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      within: { type: 'string' },
    },
  })
  const method = onlyOf('method', needed('method', values.method), scoringMethods)
  const decision = await readDecision(values)
  return { method, decision, values, scores: analysed(() => scoresOf(method, decision, values)) }
}

function stabilityOf({ criteria, alternatives, ...decision }: Decision, { partial, scoreAt }: Scores) {
  const weights = checkedWeights('stability', { criteria, alternatives, ...decision })
  const intervals = partial ? weightStability(partial, weights) : searchedStability(scoreAt, weights)
  const nameOf = (i: number | null) => (i === null ? null : alternatives[i]!)
  return intervals.map(({ weight, top, order, topBelow, topAbove }, j) => ({
    criterion: criteria[j]!.name,
    weight,
    top,
    order,
    best_below: nameOf(topBelow),
    best_above: nameOf(topAbove),
  }))
}

/** What every answer begins with. */
export function decisionAnswer(method: string, decision: Decision) {
  const { criteria, alternatives } = decision
  return {
    method,
    criteria: criteria.map(({ name }) => name),
    directions: criteria.map(({ direction }) => direction),
    weights: checkedWeights(method, decision),
    alternatives,
  }
}

function namesInOrder({ alternatives }: Decision, rank: Int32Array): string[] {
  return alternatives
    .map((name, i) => ({ name, rank: rank[i]! }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
}

/** Every list of the method that has a number for each alternative. */
function scoreRows({ alternatives }: Decision, { score, rank, more }: Scores): Record<string, unknown>[] {
  const lists = Object.entries(more).filter(([, list]) => ArrayBuffer.isView(list)) as [
    string,
    Float64Array,
  ][]
  return alternatives.map((alternative, i) => ({
    alternative,
    rank: rank?.[i],
    score: score?.[i],
    ...Object.fromEntries(
      lists.filter(([, list]) => list.length === alternatives.length).map(([name, list]) => [name, list[i]]),
    ),
  }))
}

function printStability(intervals: ReturnType<typeof stabilityOf>): void {
  printTable(
    intervals.map(({ criterion, weight, top, order, best_below, best_above }) => ({
      criterion,
      weight,
      top_from: top[0],
      top_to: top[1],
      order_from: order[0],
      order_to: order[1],
      best_below,
      best_above,
    })),
  )
}
