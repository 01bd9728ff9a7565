import { replicationRecords } from '@semai/store/exchange/replication-records.queries'
import { byId, pageOfRows } from '#lib/api/page-of-rows.ts'
import { replicationsRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(replicationsRead, async ({ query, event: { locals } }) => {
  const { inovasi, ...paging } = query
  const { rows, next } = await pageOfRows(paging, byId, {
    read: (after, limit) =>
      replicationRecords(locals.db, {
        after: after?.[0] ?? null,
        limit,
        today: locals.today,
        innovation: inovasi,
      }),
    placeOf: ({ id }) => [id] as [string],
  })
  return { rows: rows.map(({ record }) => record), next }
})
export const OPTIONS = preflight
