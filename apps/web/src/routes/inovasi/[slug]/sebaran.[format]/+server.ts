import type { RequestHandler } from './$types'
import { datasetOf } from '@semai/domain/exchange/datasets'
import { openInnovationName } from '@semai/store/exchange/innovation-records.queries'
import { download } from '#lib/api/download.ts'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { preflight, problemResponse, refuse } from '#lib/api/respond.ts'

export const GET: RequestHandler = async (event) => {
  const { slug, format } = event.params
  const lang = readerLang(event.request, event.url)
  const known = datasetOf(`klaim.${format}`)
  if (!known) return problemResponse(problemOf('not-found', lang), lang)
  try {
    const { code } = await openInnovationName(event.locals.db, event.locals.actor, { slug })
    const name = `semai-sebaran-${slug}.${format}`
    return await download(event, {
      dataset: 'claims',
      format: known.format,
      name,
      claims: { innovation: code },
    })
  } catch (problem) {
    return refuse(problem, lang, {})
  }
}
export const OPTIONS = preflight
