import { parseArgs } from 'node:util'
import { entropyWeights } from '@semai/analytics/decision/entropy-weights'
import type { ExitCode } from '../commands.ts'
import { printJson, printTable } from './answer.ts'
import { decisionOptions, readDecision } from './decision-input.ts'
import { analysed } from './table.ts'

/** Weights that come from the data: how much alternatives differ on each criterion. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: decisionOptions })
  const decision = await readDecision({ ...values, weights: undefined, pairwise: undefined })
  const { entropy, weights } = analysed(() => entropyWeights(decision))
  const criteria = decision.criteria.map(({ name }) => name)
  const divergence = entropy.map((one) => 1 - one)
  if (values.json) printJson({ criteria, entropy, divergence, weights, n: decision.alternatives.length })
  else {
    printTable(criteria.map((criterion, j) => ({ criterion, entropy: entropy[j], weight: weights[j] })))
  }
  return 0
}
