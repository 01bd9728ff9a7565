import type { RequestHandler } from './$types'
import { datasetOf } from '@semai/domain/exchange/datasets'
import { download } from '#lib/api/download.ts'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { preflight, problemResponse } from '#lib/api/respond.ts'

export const GET: RequestHandler = (event) => {
  const known = datasetOf(event.params.file)
  if (known) {
    return download(event, { dataset: known.name, format: known.format, name: `semai-${event.params.file}` })
  }
  const lang = readerLang(event.request, event.url)
  return problemResponse(problemOf('not-found', lang), lang)
}
export const OPTIONS = preflight
