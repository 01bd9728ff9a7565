import { Readable } from 'node:stream'
import { mediaTypes } from '@semai/domain/exchange/datasets'
import { needsFile } from '@semai/store/exchange/needs-file'
import { needsRead } from '#lib/api/needs-read.ts'
import { faultsOf, problemOf, readerLang } from '#lib/api/problem.ts'
import { permit, preflight, problemResponse } from '#lib/api/respond.ts'
import type { RequestHandler } from './$types'

const wishes = needsRead.query.pick({ layanan: true, daerah: true, keadaan: true })

/** Needs that everybody may read, as a spreadsheet opens them; narrowed like the read of the API. */
export const GET: RequestHandler = (event) => {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const { lang: _, bom, ...typed } = Object.fromEntries(event.url.searchParams)
  const wished = wishes.safeParse(typed)
  if (!wished.success) {
    return problemResponse(problemOf('invalid', lang, faultsOf(wished.error, lang)), lang, headers)
  }
  const { layanan: service, daerah: region, keadaan: state } = wished.data
  const bytes = needsFile(event.locals.db, { service, region, state }, { bom: bom === '1' })
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
    headers: {
      ...headers,
      'content-type': mediaTypes.csv,
      'content-disposition': 'attachment; filename="semai-kebutuhan.csv"',
      'cache-control': 'no-cache',
    },
  })
}
export const OPTIONS = preflight
