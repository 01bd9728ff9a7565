import { programmeEventRecords } from '@semai/store/exchange/programme-event-records.queries'
import { byText, pageOfRows } from '#lib/api/page-of-rows.ts'
import { eventsRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(eventsRead, ({ query, event: { locals } }) =>
  pageOfRows(query, byText, {
    read: (after, limit) => programmeEventRecords(locals.db, { after: after?.[0] ?? null, limit }),
    placeOf: ({ key }) => [key] as [string],
  }),
)
export const OPTIONS = preflight
