import { strengths, type Strength } from '@semai/domain/claims/claim'

/** The strength a reader wants to see alone, from `?kekuatan=`; anything else means all. */
export function strengthFilter(url: URL): Strength | null {
  const asked = url.searchParams.get('kekuatan')
  return strengths.find((strength) => strength === asked) ?? null
}
