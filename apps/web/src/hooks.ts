import type { Reroute } from '@sveltejs/kit/hooks'
import { plainPath } from '#lib/site/lang.ts'

/**
 * Both languages share one tree of routes; English only adds `/en` in front. No text of ours holds a NUL, which the
 * database refuses: an address with one leads nowhere.
 */
export const reroute: Reroute = ({ url }) => {
  const path = plainPath(url.pathname)
  if (!/%00/.test(url.pathname + url.search)) return path
  return path.startsWith('/api/') ? '/api/%20' : '/%20'
}
