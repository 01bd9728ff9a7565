import { plainPath } from '#lib/site/lang.ts'

/**
 * Whether a search comes from the public list of what was asked in vain: whoever looks there whether something has
 * come up since is not asking anew, and the list must not grow by being read.
 */
export function isAskedAgain(referrer: string | null, origin: string): boolean {
  if (referrer === null || !URL.canParse(referrer)) return false
  const from = new URL(referrer)
  return from.origin === origin && plainPath(from.pathname) === '/dicari'
}
