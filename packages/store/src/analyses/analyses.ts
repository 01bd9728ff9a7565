import type { SpreadInput } from '@semai/domain/analyses/adoption'
import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { SpreadBackTest } from '@semai/domain/analyses/next-adopters'
import { spreadBackTest } from './spread-back-test.ts'
import { spreadClusters } from './spread-clusters.ts'
import { spreadNetwork } from './spread-network.ts'
import { spreadNextAdopters } from './spread-next-adopters.ts'

type Analysis = {
  /** Raised whenever the same input may give another answer. */
  version: number
  run: (input: SpreadInput, tell?: (done: number) => void, backTest?: SpreadBackTest) => unknown
}

/** Every analysis that is kept: pure, so that anybody may recompute it from the open data to the same digits. */
export const analyses = {
  network: { version: 1, run: spreadNetwork },
  clusters: { version: 1, run: spreadClusters },
  next_adopters: { version: 1, run: spreadNextAdopters },
  back_test: { version: 1, run: spreadBackTest },
} as const satisfies Record<AnalysisName, Analysis>

/**
 * Runs one analysis.
 * @param backTest the answer of `back_test` on the same input, where it is known: it spares looking back a second time, and
 *   changes no digit of the answer.
 */
export function runAnalysis(
  name: AnalysisName,
  input: SpreadInput,
  tell?: (done: number) => void,
  backTest?: SpreadBackTest,
): unknown {
  const { run }: Analysis = analyses[name]
  return run(input, tell, backTest)
}

type AnalysisAnswer<Name extends AnalysisName> = ReturnType<(typeof analyses)[Name]['run']>

/** What is kept as one answer; the rows of next adopters stand in a table of their own. */
export type KeptAnswer<Name extends AnalysisName> = Name extends 'next_adopters'
  ? Omit<AnalysisAnswer<Name>, 'rows'>
  : AnalysisAnswer<Name>
