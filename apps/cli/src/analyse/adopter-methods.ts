import type { Command } from '../commands.ts'

/** Who adopts next, and how well that could be told in the past. */
export const adopterMethods: readonly Command[] = [
  {
    name: 'next-adopters',
    usage:
      '--input EVENTS.csv [--places FILE.csv] [--nearest K | --within KM | --neighbours FILE.csv] [--horizon H] [--at T] [--innovation NAME|all] [--place NAME] [--top K|all] [--rank-by auto|RANKING] … [--json]',
    help: 'Who adopts next: chances within a horizon, with limits and reasons',
    details: async () => (await import('./adopter-help.ts')).nextHelp,
    load: () => import('./next-adopters.ts'),
  },
  {
    name: 'back-test',
    usage:
      '--input EVENTS.csv [--places FILE.csv] [--nearest K | --within KM | --neighbours FILE.csv] [--horizon H] [--split T,T,… | --splits N] [--k K] [--bootstrap R] [--seed SEED] … [--json]',
    help: 'How well next adopters would have been told: AUC, precision, calibration, beside simple rankings',
    details: async () => (await import('./adopter-help.ts')).backTestHelp,
    load: () => import('./back-test.ts'),
  },
]
