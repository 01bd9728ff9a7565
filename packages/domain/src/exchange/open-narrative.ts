import { isOpenData, type Basis } from '../innovations/innovation.ts'

/** Why a narrative is not part of open data: only the name is known, or nobody has confirmed the text yet. */
export const withholdings = ['awaiting_agency', 'unconfirmed'] as const
export type Withholding = (typeof withholdings)[number]

/** A narrative as it may leave the platform; when it is withheld both texts are null and `withheld` says why. */
export type OpenNarrative = { summary: string | null; problem: string | null; withheld: Withholding | null }

/**
 * The narrative that every export and API answer gives: texts read on a source page go out; texts from general
 * knowledge stay in until confirmed; where only the name is certain there is none. Source: product rule 10.
 */
export function openNarrative(record: {
  basis: Basis
  summary: string | null
  problem: string | null
}): OpenNarrative {
  const { basis, summary, problem } = record
  if (isOpenData(basis)) return { summary, problem, withheld: null }
  return { summary: null, problem: null, withheld: basis === 'name_only' ? 'awaiting_agency' : 'unconfirmed' }
}

/** Whether a single fact may leave the platform: only what was read in a source; general knowledge stays in until confirmed. */
export function isOpenFact(fact: { basis: Basis }): boolean {
  return isOpenData(fact.basis)
}
