// An entry of its own beside the framework's: the process that serves asks here first (decision 60).
import type { RequestEvent } from '@sveltejs/kit'
import { plainReaders } from '#lib/api/respond.ts'
import { handle } from '../../hooks.server.ts'

/** Headers by which somebody is known, and so more than the public's. */
const signs = ['cookie', 'authorization'] as const

/**
 * A read of the API by whoever is not signed in, answered by the same hooks and the same handler as ever, but without
 * what the framework does for pages: looking for a route, cookies, traces. Null when it is something else, also a read
 * that nobody asked for yet: the framework loads its handler.
 */
export function plainRead(
  request: Request,
  { getClientAddress }: { getClientAddress: () => string },
): Promise<Response> | null {
  if (request.method !== 'GET' || !request.url.includes('/api/')) return null
  if (signs.some((name) => request.headers.has(name))) return null
  const url = new URL(request.url)
  const reader = plainReaders.get(url.pathname)
  if (reader === undefined || left.test(url.search)) return null
  const event = {
    request,
    url,
    params: {},
    route: { id: url.pathname },
    locals: {} as App.Locals,
    cookies: { get: () => undefined },
    getClientAddress,
  }
  const answered = handle({ event: event as unknown as RequestEvent, resolve: () => reader(event) })
  return Promise.resolve(answered)
}

/** A NUL leads nowhere (`hooks.ts`), and some names are the framework's own: both are left to it. */
const left = /%00|x-sveltekit-/
