/** What of all that spreads is looked at. */
export type SpreadScope =
  | { of: 'all' }
  | { of: 'innovations'; codes: readonly string[] }
  | { of: 'programme' | 'agency' | 'region'; slug: string }

/** So many innovations can be looked at together by name: more make neither a legible table nor a short address. */
export const mostTogether = 12

/** What an address asks to look at, before anybody knows whether it exists. */
export type AskedScope = {
  scope: SpreadScope
  /** The second of two that stand side by side: the code of an innovation. */
  beside: string | null
  /** Codes that were asked for beyond the first `mostTogether`. */
  leftOut: readonly string[]
  /** Whether more than one kind of thing was asked for; the narrowest was taken. */
  isMixed: boolean
}

type Given = {
  innovations: readonly string[]
  programme: string | null
  agency: string | null
  region: string | null
  beside: string | null
}

/** Reads what is asked to be looked at: innovations before a programme before an agency before a region; nothing means all. */
export function askedScope(given: Given): AskedScope {
  const codes = [...new Set(given.innovations.map((code) => code.trim()).filter((code) => code !== ''))]
  const wider = (['programme', 'agency', 'region'] as const).flatMap((of) => {
    const slug = given[of]?.trim()
    return slug ? [{ of, slug }] : []
  })
  const taken = codes.slice(0, mostTogether)
  const scope: SpreadScope =
    taken.length > 0 ? { of: 'innovations', codes: taken } : (wider[0] ?? { of: 'all' })
  const beside = given.beside?.trim() || null
  return {
    scope,
    beside: taken.length === 1 && beside !== taken[0] ? beside : null,
    leftOut: codes.slice(mostTogether),
    isMixed: wider.length + Number(taken.length > 0) > 1,
  }
}
