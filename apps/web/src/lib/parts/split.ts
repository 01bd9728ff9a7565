import type { ClaimMark } from '#lib/words/strength.ts'

/** One part of a count: a strength, or one of three plain tones for counts that are not strengths. */
export interface SplitPart {
  mark: ClaimMark | 'first' | 'second' | 'third'
  count: number
  /** In words; a strength has its own. */
  label?: string
}
