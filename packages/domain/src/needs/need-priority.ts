import type { Says } from '../text/says.ts'

export const priorityParts = ['urgency', 'impact', 'authority', 'readiness'] as const
/** What the priority of a need is made of, each judged from 1 to 5. */
export type PriorityPart = (typeof priorityParts)[number]

/** How a priority is computed: published, and stored by its version with what it gave. */
export type PriorityRule = { version: string; weights: Readonly<Record<PriorityPart, number>> }

/** The shipped rule; docs/methods/need-priority.md says why. */
export const priorityRule: PriorityRule = {
  version: '2026-1',
  weights: { urgency: 30, impact: 30, authority: 20, readiness: 20 },
}

/** What is judged in each part, as the form asks it. */
export const priorityPartNames: Record<PriorityPart, Says> = {
  urgency: { id: 'Urgensi', en: 'Urgency' },
  impact: { id: 'Dampak', en: 'Impact' },
  authority: { id: 'Kewenangan', en: 'Authority' },
  readiness: { id: 'Kesiapan', en: 'Readiness' },
}

export type Judged = Readonly<Record<PriorityPart, number | null>>

/** A priority from 0 to 100 with the points each part adds; `total` is null while something is not judged. */
export type Priority = {
  total: number | null
  parts: readonly { part: PriorityPart; judged: number | null; points: number | null; most: number }[]
}

/**
 * The priority by a rule: each part adds weight × (judged − 1) / 4, as a share of all weights, times 100. The total is
 * rounded to a whole number.
 * @throws RangeError for a judgement that is no number from 1 to 5.
 * @example priorityOf({ urgency: 5, impact: 3, authority: 5, readiness: 1 }).total // 65
 */
export function priorityOf(judged: Judged, { weights }: PriorityRule = priorityRule): Priority {
  const all = priorityParts.reduce((sum, part) => sum + weights[part], 0)
  const parts = priorityParts.map((part) => {
    const value = judged[part]
    if (value !== null && !(value >= 1 && value <= 5)) {
      throw new RangeError(`priorityOf: ${part} must be from 1 to 5, got ${value}`)
    }
    const most = (100 * weights[part]) / all
    return { part, judged: value, points: value === null ? null : (most * (value - 1)) / 4, most }
  })
  const isWhole = parts.every(({ points }) => points !== null)
  return { total: isWhole ? Math.round(parts.reduce((sum, { points }) => sum + points!, 0)) : null, parts }
}
