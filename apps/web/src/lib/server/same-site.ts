import type { RequestEvent } from '@sveltejs/kit'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a change is asked for by a page of this site. Browsers say where a request comes from; one that says another
 * place, or nothing although it carries our cookie, is refused. Requests by token carry no cookie and need no origin.
 */
export function isFromHere({ request, locals }: Pick<RequestEvent, 'request' | 'locals'>): boolean {
  if (harmless.has(request.method)) return true
  const origin = request.headers.get('origin')
  if (origin !== null) return origin === locals.origin
  const site = request.headers.get('sec-fetch-site')
  return site === null ? locals.session === null : site === 'same-origin'
}
