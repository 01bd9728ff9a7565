import type { Says } from '../text/says.ts'

export const roundKinds = ['monitoring'] as const
/** What a round is for. A competition is a kind of round too: another entry here, with rules of its own. */
export type RoundKind = (typeof roundKinds)[number]

/** What each kind is called. */
export const roundKindNames: Record<RoundKind, Says> = {
  monitoring: {
    id: 'Pemantauan Keberlanjutan dan Replikasi Inovasi',
    en: 'Monitoring of continuity and replication',
  },
}

export const roundObjects = ['innovation', 'replication', 'organisation'] as const
/** What the loci of a group are: what is looked at, and honoured. */
export type RoundObject = (typeof roundObjects)[number]

/** What each is called. */
export const roundObjectNames: Record<RoundObject, Says> = {
  innovation: { id: 'Inovasi', en: 'Innovation' },
  replication: { id: 'Replikasi', en: 'Replication' },
  organisation: { id: 'Instansi', en: 'Organisation' },
}

/** What assessors score, in whole points from 0 to 100. `weight` is in per cent; those of a group make up 100. */
export type Criterion = { key: string; name: Says; weight: number }

export const combinings = ['mean', 'crossed'] as const
/**
 * How the scores of several assessors become one: their mean, or the mean corrected for how strict each assessor is. Said before
 * the round opens.
 */
export type Combining = (typeof combinings)[number]

/** What each way is called. */
export const combiningNames: Record<Combining, Says> = {
  mean: { id: 'Rata-rata nilai para penilai', en: 'Mean of the scores of the assessors' },
  crossed: {
    id: 'Rata-rata yang dikoreksi menurut ketatnya tiap penilai',
    en: 'Mean corrected for how strict each assessor is',
  },
}

/** The moment from which a locus can no longer submit: that of the round, or a later one it was given. */
export function closesAt(answersUntil: Date, extendedUntil: Date | null): Date {
  return extendedUntil !== null && extendedUntil > answersUntil ? extendedUntil : answersUntil
}

/**
 * One assessor's whole score: the criteria by their weights, from 0 to 100.
 * @throws RangeError when there is no criterion, or one has no score.
 * @example weightedScore([{ key: 'a', weight: 60 }, { key: 'b', weight: 40 }], { a: 80, b: 50 }) // 68
 */
export function weightedScore(
  criteria: readonly Pick<Criterion, 'key' | 'weight'>[],
  scores: Readonly<Record<string, number>>,
): number {
  if (criteria.length === 0) throw new RangeError('weightedScore: there is no criterion')
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return (
    criteria.reduce((sum, { key, weight }) => {
      const score = scores[key]
      if (score === undefined) throw new RangeError(`weightedScore: ${key} has no score`)
      return sum + weight * score
    }, 0) / whole
  )
}
