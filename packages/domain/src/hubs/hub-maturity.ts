import type { Says } from '../text/says.ts'

export const maturityAspects = ['planning', 'institutionalisation', 'dissemination', 'evaluation'] as const
/** What the maturity of a hub is asked about. Source: domain.md 9, the instrument of 2025. */
export type MaturityAspect = (typeof maturityAspects)[number]

/** What each aspect is called. */
export const aspectNames: Record<MaturityAspect, Says> = {
  planning: { id: 'Perencanaan', en: 'Planning' },
  institutionalisation: { id: 'Pelembagaan', en: 'Institutionalisation' },
  dissemination: { id: 'Penyebarluasan', en: 'Dissemination' },
  evaluation: { id: 'Evaluasi', en: 'Evaluation' },
}

/** One thing a hub is asked, with its weight within the aspect. */
export type MaturityItem = { key: string; aspect: MaturityAspect; text: Says; weight: number }

/** A version of the instrument; `levels` from the lowest, which is worth nothing, to the highest, which is worth all. */
export type MaturityInstrument = {
  version: number
  note: Says
  levels: readonly Says[]
  aspects: Readonly<Record<MaturityAspect, number>>
  replyDays: number
  items: readonly MaturityItem[]
}

/** Shares from 0 to 1; null for an aspect in which something has no level yet. */
export type MaturityResult = {
  overall: number | null
  aspects: Readonly<Record<MaturityAspect, number | null>>
}

/**
 * How mature a hub is: each item's level over the highest one, the weighted mean of them in each aspect, and the weighted
 * mean of the aspects. An aspect without items takes no part. Levels by key; missing ones leave the aspect, and the whole,
 * unknown rather than low. Source: docs/methods/hub-maturity.md.
 */
export function maturityResult(
  { items, levels, aspects }: Pick<MaturityInstrument, 'items' | 'levels' | 'aspects'>,
  found: ReadonlyMap<string, number | null>,
): MaturityResult {
  const highest = levels.length - 1
  const shares = maturityAspects.map((aspect) => {
    const asked = items.filter((item) => item.aspect === aspect)
    const parts = asked.map(({ key, weight }) => ({
      weight,
      share: shareOf(found.get(key) ?? null, highest),
    }))
    return { aspect, isAsked: asked.length > 0, share: mean(parts), weight: aspects[aspect] }
  })
  return {
    overall: mean(shares.filter(({ isAsked, weight }) => isAsked && weight > 0)),
    aspects: Object.fromEntries(
      shares.map(({ aspect, share }) => [aspect, share]),
    ) as MaturityResult['aspects'],
  }
}

function shareOf(level: number | null, highest: number): number | null {
  return level === null ? null : level / highest
}

/** Null where one is not known, and of none. */
function mean(parts: readonly { share: number | null; weight: number }[]): number | null {
  let sum = 0
  let weights = 0
  for (const { share, weight } of parts) {
    if (share === null) return null
    sum += share * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}
