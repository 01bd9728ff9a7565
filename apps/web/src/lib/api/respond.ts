import type { RequestHandler } from '@sveltejs/kit'
import type { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import type { Lang } from '#lib/site/lang.ts'
import { etagOf, isUnchanged } from './conditional.ts'
import type { Operation } from './operation.ts'
import { faultsOf, problemOf, QueryFault, readerLang, type Problem } from './problem.ts'
import { allowanceOf, clientOf, rateLimiter, type Permission } from './rate-limit.ts'
import { quickParse } from './quick-parse.ts'
import type { ReadEvent, ReadHandler } from './read-event.ts'
import { sharedTake } from './shared-take.ts'
import { WrittenPage } from './written-page.ts'

const allowance = allowanceOf(process.env)
const take = sharedTake('api', rateLimiter(allowance))

const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After',
}

const plain = new Map<string, ReadHandler>()
/** The handlers of reads without parameters in their path, by that path; each is here once it is loaded. */
export const plainReaders: ReadonlyMap<string, ReadHandler> = plain

/**
 * The handler of one API read: counts the request, refuses unknown or unreadable parameters, answers JSON with an
 * entity tag, or 304 when the reader holds it already; every "no" is a problem+json sentence in the reader's language.
 */
export function answer<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  operation: Operation<Params, Query, Answer>,
  work: (input: {
    params: z.infer<Params>
    query: z.infer<Query>
    event: ReadEvent
  }) => Promise<z.infer<Answer> | WrittenPage>,
): ReadHandler {
  const parseQuery = quickParse(operation.query)
  const handler: ReadHandler = async (event) => {
    const lang = readerLang(event.request, event.url)
    const { headers, refusal } = permit(event, lang)
    if (refusal) return refusal
    const params = operation.params.safeParse(event.params)
    const query = parseQuery(typedQuery(event.url))
    if (!params.success) return problemResponse(problemOf('not-found', lang), lang, headers)
    if (!query.success) {
      return problemResponse(problemOf('invalid', lang, faultsOf(query.error, lang)), lang, headers)
    }
    try {
      return jsonResponse(event, await work({ params: params.data, query: query.data, event }), headers)
    } catch (problem) {
      return refuse(problem, lang, headers)
    }
  }
  if (!operation.path.includes('{')) plain.set(operation.path, handler)
  return handler
}

/** Counts a request for its reader: the headers every answer carries, and the refusal when there were too many. */
export function permit(
  event: Pick<ReadEvent, 'getClientAddress' | 'locals'>,
  lang: Lang,
): { headers: Record<string, string>; refusal: Response | null } {
  const permission = take(clientOf(event.getClientAddress()), event.locals.now)
  const headers: Record<string, string> = { ...open, ...rateHeaders(permission) }
  if (permission.allowed) return { headers, refusal: null }
  headers['retry-after'] = String(permission.retrySeconds)
  return { headers, refusal: problemResponse(problemOf('too-many', lang), lang, headers) }
}

/** Whatever went wrong in a read, as a response. A bug is written in the log and told without details. */
export function refuse(problem: unknown, lang: Lang, headers: Record<string, string>): Response {
  return problemResponse(problemFor(problem, lang), lang, headers)
}

/** Answers a browser that asks before a cross-origin conditional read. */
export const preflight: RequestHandler = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...open,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'If-None-Match, If-Modified-Since, Accept-Language',
      'access-control-max-age': '86400',
    },
  })

/** A problem as a response; kept out of caches, since the next try may go better. */
export function problemResponse(
  problem: Problem,
  lang: Lang,
  headers: Record<string, string> = open,
): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang,
      'cache-control': 'no-store',
      vary: 'Accept-Language',
    },
  })
}

/** JSON with its entity tag and the address of the next page, or 304 for a reader who holds it. */
export function jsonResponse(
  event: Pick<ReadEvent, 'request' | 'url'>,
  answer: unknown,
  headers: Record<string, string>,
): Response {
  const body = answer instanceof WrittenPage ? answer.text() : JSON.stringify(answer)
  const etag = etagOf(body)
  const all = { ...headers, ...nextLink(event.url, answer), etag, 'cache-control': 'public, no-cache' }
  if (isUnchanged(event.request, { etag })) return new Response(null, { status: 304, headers: all })
  const length = String(Buffer.byteLength(body))
  return new Response(body, {
    headers: { ...all, 'content-type': 'application/json; charset=utf-8', 'content-length': length },
  })
}

function nextLink(url: URL, answer: unknown): Record<string, string> {
  const next = (answer as { next?: unknown } | null)?.next
  if (typeof next !== 'string') return {}
  const further = new URLSearchParams(url.searchParams)
  further.set('cursor', next)
  return { link: `<${url.pathname}?${further}>; rel="next"` }
}

/** A parameter given once is a text, given several times a list; `lang` belongs to every read. */
function typedQuery(url: URL): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key)
    if (key !== 'lang') typed[key] = values.length === 1 ? values[0]! : values
  }
  return typed
}

function problemFor(problem: unknown, lang: Lang): Problem {
  if (problem instanceof QueryFault) {
    return problemOf('invalid', lang, [{ where: problem.where, says: problem.says[lang] }])
  }
  if (problem instanceof Refusal) return problemOf(problem.code, lang)
  console.error(problem)
  return problemOf('broken', lang)
}

function rateHeaders({ remaining, resetSeconds }: Permission): Record<string, string> {
  if (allowance.perMinute === 0) return {}
  const window = Math.ceil((allowance.burst / allowance.perMinute) * 60)
  return {
    'ratelimit-policy': `"reader";q=${allowance.burst};w=${window}`,
    ratelimit: `"reader";r=${remaining};t=${resetSeconds}`,
  }
}
