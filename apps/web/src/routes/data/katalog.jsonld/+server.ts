import type { RequestHandler } from './$types'
import { dcatCatalogue } from '@semai/domain/exchange/dcat'
import { dataVersion } from '@semai/store/exchange/data-version.queries'
import { readerLang } from '#lib/api/problem.ts'
import { jsonResponse, permit, preflight } from '#lib/api/respond.ts'

export const GET: RequestHandler = async (event) => {
  const { headers, refusal } = permit(event, readerLang(event.request, event.url))
  if (refusal) return refusal
  const { db, origin, operator } = event.locals
  const { at } = await dataVersion(db)
  const publisher = operator.name ? { name: operator.name, url: operator.url } : null
  const response = jsonResponse(event, dcatCatalogue({ origin, publisher, modified: at }), headers)
  if (response.status === 200) response.headers.set('content-type', 'application/ld+json; charset=utf-8')
  return response
}
export const OPTIONS = preflight
