import { regionRecords } from '@semai/store/exchange/place-records.queries'
import { byText, pageOfRows } from '#lib/api/page-of-rows.ts'
import { regionsRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(regionsRead, ({ query, event: { locals } }) =>
  pageOfRows(query, byText, {
    read: (after, limit) => regionRecords(locals.db, { after: after?.[0] ?? null, limit }),
    placeOf: ({ code }) => [code] as [string],
  }),
)
export const OPTIONS = preflight
