import { roundRecords } from '@semai/store/exchange/round-records.queries'
import { roundsRead } from '#lib/api/monitoring-reads.ts'
import { byText, pageOfRows } from '#lib/api/page-of-rows.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(roundsRead, ({ query, event: { locals } }) =>
  pageOfRows(query, byText, {
    read: (after, limit) => roundRecords(locals.db, { after: after?.[0] ?? null, limit }),
    placeOf: ({ code }) => [code] as [string],
  }),
)
export const OPTIONS = preflight
