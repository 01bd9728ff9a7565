import type { Says } from '../text/says.ts'

export type Fit = 'strong' | 'possible' | 'weak'

/** From which score on a fit is called so; measured in docs/methods/need-match.md. */
const from = { strong: 0.5, possible: 0.4 }

export const fitNames: Record<Fit, Says> = {
  strong: { id: 'Kecocokan kuat', en: 'Strong fit' },
  possible: { id: 'Mungkin cocok', en: 'Possible fit' },
  weak: { id: 'Kecocokan lemah', en: 'Weak fit' },
}

/** How a score of the match is called. */
export function fitOf(score: number): Fit {
  return score >= from.strong ? 'strong' : score >= from.possible ? 'possible' : 'weak'
}
