import type { RequestHandler } from './$types'
import {
  publishedSchema,
  publishedSchemas,
  type PublishedSchema,
} from '@semai/domain/exchange/published-schema'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { jsonResponse, permit, preflight, problemResponse } from '#lib/api/respond.ts'

export const GET: RequestHandler = (event) => {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const names = Object.keys(publishedSchemas) as PublishedSchema[]
  const name = names.find((each) => publishedSchemas[each].file === event.params.file)
  if (!name) return problemResponse(problemOf('not-found', lang), lang, headers)
  const response = jsonResponse(event, publishedSchema(name), headers)
  if (response.status === 200) response.headers.set('content-type', 'application/schema+json; charset=utf-8')
  return response
}
export const OPTIONS = preflight
