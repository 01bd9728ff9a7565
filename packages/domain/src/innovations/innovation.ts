export const innovationKinds = ['innovation', 'programme'] as const
/** `programme`: a national programme with adopters of its own (MPP, Call Center 112), beside the innovations. */
export type InnovationKind = (typeof innovationKinds)[number]

export const bases = ['source', 'general_knowledge', 'name_only'] as const
/**
 * Where a narrative comes from. `source`: read on a source page; `general_knowledge`: shown as such and kept out
 * of open data until confirmed; `name_only`: only the name is certain, so no narrative is kept or shown.
 */
export type Basis = (typeof bases)[number]

export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

export const stages = [
  'idea',
  'trial',
  'implemented',
  'developed',
  'institutionalised',
  'dormant',
  'stopped',
  'merged',
] as const
/** Stage of life (gagasan, uji coba, diterapkan, dikembangkan, dilembagakan; vakum, dihentikan, digabung). */
export type Stage = (typeof stages)[number]

export const triggers = [
  'complaint',
  'evaluation',
  'leader',
  'crisis',
  'regulation',
  'staff_idea',
  'research',
  'other',
] as const
/** What set the innovation off. */
export type Trigger = (typeof triggers)[number]

/** Whether a narrative with this basis may leave the platform as open data. Source: product rule 10. */
export function isOpenData(basis: Basis): boolean {
  return basis === 'source'
}

/** Days without confirmation after which a record counts as not updated. Configurable; one national update a year. */
export const staleAfterDays = 365

/**
 * Whether a record needs asking again on `today` (both `YYYY-MM-DD`). A record that nobody ever confirmed is not
 * stale but unconfirmed: `null`.
 */
export function isStale(lastConfirmedOn: string | null, today: string): boolean | null {
  if (lastConfirmedOn === null) return null
  return Date.parse(today) - Date.parse(lastConfirmedOn) > staleAfterDays * 86_400_000
}
