import type { Handle } from '@sveltejs/kit/hooks'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const

/** Headers beside the content security policy of `vite.config.ts`; a route that set its own keeps it. */
export const securityHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  for (const [name, value] of Object.entries(always)) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  // Promised only where encryption is already there: over plain http browsers ignore it, and a trial run must not.
  if (event.locals.origin.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  if (response.headers.get('content-type') === 'text/html') {
    response.headers.set('content-type', 'text/html; charset=utf-8')
  }
  // Pages follow the records behind them, so a copy may be kept but must be asked about (see the etag).
  const isForEveryone = response.headers.get('cache-control')?.endsWith('immutable') ?? false // a public file
  if (event.locals.session !== null && !isForEveryone) {
    response.headers.set('cache-control', 'private, no-store') // what a person sees stays with that person
  } else if (['GET', 'HEAD'].includes(event.request.method) && !response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'no-cache')
  }
  return response
}
