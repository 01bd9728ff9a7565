import { roundLocusRecords } from '@semai/store/exchange/round-records.queries'
import { roundLociRead } from '#lib/api/monitoring-reads.ts'
import { byId, pageOfRows } from '#lib/api/page-of-rows.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(roundLociRead, async ({ query, event: { locals } }) => {
  const round = query.putaran ?? null
  const { rows, next } = await pageOfRows(query, byId, {
    read: (after, limit) => roundLocusRecords(locals.db, { round, after: after?.[0] ?? null, limit }),
    placeOf: ({ id }) => [id] as [string],
  })
  return { rows: rows.map(({ record }) => record), next }
})
export const OPTIONS = preflight
