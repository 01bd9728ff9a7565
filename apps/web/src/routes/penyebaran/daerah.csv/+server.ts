import { mediaTypes } from '@semai/domain/exchange/datasets'
import { keptSpread } from '@semai/store/spread/kept-spread'
import { regionSpreadCsv } from '@semai/store/exchange/region-spread-file'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { permit, preflight, problemResponse } from '#lib/api/respond.ts'
import { askedView } from '#lib/spread/asked-view.ts'
import type { RequestHandler } from './$types'

/** What a view of the explorer is drawn from, one row a region: its curve can be fitted again with `semai analyse bass`. */
export const GET: RequestHandler = async (event) => {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const { db, actor, today } = event.locals
  const { scope, strength } = askedView(event.url)
  const explored = await keptSpread(db, actor, { scope, strength, today, madeFrom: null })
  if (explored.found.unknown.length > 0) return problemResponse(problemOf('not-found', lang), lang, headers)
  return new Response(await regionSpreadCsv(explored), {
    headers: {
      ...headers,
      'content-type': mediaTypes.csv,
      'content-disposition': 'attachment; filename="semai-penyebaran-daerah.csv"',
      'cache-control': 'no-cache',
    },
  })
}
export const OPTIONS = preflight
