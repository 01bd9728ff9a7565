import type { Strength } from '@semai/domain/claims/claim'
import type { ClaimMark } from '#lib/words/strength.ts'

/** One part of a count: a strength, or one of three plain tones for counts that are not strengths. */
export interface SplitPart {
  mark: ClaimMark | 'first' | 'second' | 'third'
  count: number
  /** In words; a strength has its own. */
  label?: string
}

/** A count by strength as parts, strongest first. What is not updated is a part only where it occurs. */
export function strengthParts(counts: Readonly<Record<Strength, number>>): SplitPart[] {
  return (['verified', 'confirmed', 'declared', 'reported', 'not_updated'] as const)
    .filter((mark) => mark !== 'not_updated' || counts[mark] > 0)
    .map((mark) => ({ mark, count: counts[mark] }))
}
