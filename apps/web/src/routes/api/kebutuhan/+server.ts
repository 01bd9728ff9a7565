import { needRecords } from '@semai/store/exchange/need-records.queries'
import { needsRead } from '#lib/api/needs-read.ts'
import { byId, pageOfRows } from '#lib/api/page-of-rows.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(needsRead, ({ query, event: { locals } }) => {
  const { layanan: service, daerah: region, keadaan: state, ...paging } = query
  return pageOfRows(paging, byId, {
    read: (after, limit) =>
      needRecords(locals.db, { after: after?.[0] ?? null, limit, service, region, state }),
    placeOf: ({ id }) => [id] as [string],
  })
})
export const OPTIONS = preflight
