import type { RequestEvent } from '@sveltejs/kit'
import { keptByVersion } from '@semai/store/exchange/kept-by-version'

/**
 * Pages that take long to draw, are the same for everybody who is not signed in, and follow from the data and the day
 * alone: an address of theirs is drawn once for each version of the data.
 */
const routes: ReadonlySet<string | null> = new Set(['/penyebaran'])

type Drawn = { status: number; headers: [string, string][]; bytes: Uint8Array<ArrayBuffer> }
/** About 300 kB each. */
const pages = keptByVersion<Drawn>(60)

/** Whether an answer to this request is kept. */
export function isKept({
  route,
  request,
  locals,
}: Pick<RequestEvent, 'route' | 'request' | 'locals'>): boolean {
  return routes.has(route.id) && request.method === 'GET' && locals.session === null
}

/** The page as it was drawn for this version of the data, or drawn now. Everything that is not such a page is drawn. */
export async function keptPage(event: RequestEvent, draw: () => Promise<Response>): Promise<Response> {
  if (!isKept(event)) return draw()
  const { db, today, origin } = event.locals
  const key = JSON.stringify([event.url.pathname, event.url.search, today, origin])
  const { status, headers, bytes } = await pages(db, key, async () => {
    const response = await draw()
    const own = [...response.headers] as [string, string][]
    return { status: response.status, headers: own, bytes: new Uint8Array(await response.arrayBuffer()) }
  })
  return new Response(bytes, { status, headers })
}
