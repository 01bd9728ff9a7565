import { pulseRecords } from '@semai/store/exchange/pulse-records.queries'
import { pulsesRead } from '#lib/api/monitoring-reads.ts'
import { byId, pageOfRows } from '#lib/api/page-of-rows.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(pulsesRead, async ({ query, event: { locals } }) => {
  const { inovasi, replikasi, ...paging } = query
  const { rows, next } = await pageOfRows(paging, byId, {
    read: (after, limit) =>
      pulseRecords(locals.db, {
        after: after?.[0] ?? null,
        limit,
        today: locals.today,
        innovation: inovasi,
        replication: replikasi,
      }),
    placeOf: ({ id }) => [id] as [string],
  })
  return { rows: rows.map(({ record }) => record), next }
})
export const OPTIONS = preflight
