import { spotCheckRecords } from '@semai/store/exchange/spot-check-records.queries'
import { spotChecksRead } from '#lib/api/monitoring-reads.ts'
import { byId, pageOfRows } from '#lib/api/page-of-rows.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(spotChecksRead, async ({ query, event: { locals } }) => {
  const { rows, next } = await pageOfRows(query, byId, {
    read: (after, limit) => spotCheckRecords(locals.db, { after: after?.[0] ?? null, limit }),
    placeOf: ({ id }) => [id] as [string],
  })
  return { rows: rows.map(({ record }) => record), next }
})
export const OPTIONS = preflight
