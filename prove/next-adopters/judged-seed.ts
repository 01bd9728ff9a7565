import { backTest } from '@semai/analytics/adopters/back-test'
import type { BackTest, Contest } from '@semai/analytics/adopters/back-test'
import { knownHazard } from './known-hazard.ts'

/** What one seed says of the model beside the truth and the simple rankings. */
export type JudgedSeed = {
  test: BackTest
  contest: (ranking: string) => Contest
  /** The model's auc less 1/2, over the truth's less 1/2: within innovations, and of all rows. */
  within: number
  all: number
  /** The model's auc lies above the upper limit of each simple ranking's. */
  aboveAll: boolean
}

/** Three splits before the last three years of the known diffusion; the network given, or to be inferred. */
export function judgedSeed(seed: number, network: 'given' | 'inferred', replicates = 200): JudgedSeed {
  const { diffusion, network: given, years, truth } = knownHazard(seed)
  const test = backTest(network === 'given' ? { ...diffusion, network: given } : diffusion, {
    horizon: 1,
    splits: [years - 3, years - 2, years - 1],
    replicates,
    seed,
    others: { truth },
  })
  const contest = (ranking: string) => test.contests.find((one) => one.ranking === ranking)!
  const share = (name: 'auc' | 'aucOfAll') =>
    (contest('model')[name].value - 0.5) / (contest('truth')[name].value - 0.5)
  const aboveAll = simple.every((ranking) => contest('model').auc.value > contest(ranking).auc.upper)
  return { test, contest, within: share('auc'), all: share('aucOfAll'), aboveAll }
}

export const simple = ['popularity', 'neighbours', 'nearest', 'random'] as const
