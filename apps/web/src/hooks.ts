import type { Reroute } from '@sveltejs/kit/hooks'
import { plainPath } from '#lib/site/lang.ts'

/** Both languages share one tree of routes; English only adds `/en` in front. */
export const reroute: Reroute = ({ url }) => plainPath(url.pathname)
