import type { RequestHandler } from './$types'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { preflight, problemResponse } from '#lib/api/respond.ts'

/** An address the API does not have. */
export const GET: RequestHandler = ({ request, url }) => {
  const lang = readerLang(request, url)
  return problemResponse(problemOf('not-found', lang), lang)
}
export const OPTIONS = preflight
