import { resultRecords } from '@semai/store/exchange/result-records.queries'
import { resultsRead } from '#lib/api/monitoring-reads.ts'
import { byText, pageOfRows } from '#lib/api/page-of-rows.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(resultsRead, ({ params: { code }, query, event: { locals } }) =>
  pageOfRows(query, byText, {
    read: (after, limit) =>
      resultRecords(locals.db, locals.actor, { code, after: after?.[0] ?? null, limit }),
    placeOf: ({ replication }) => [replication] as [string],
  }),
)
export const OPTIONS = preflight
