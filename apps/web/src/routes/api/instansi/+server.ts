import { agencyRecords } from '@semai/store/exchange/place-records.queries'
import { byText, pageOfRows } from '#lib/api/page-of-rows.ts'
import { agenciesRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(agenciesRead, ({ query: { q, ...paging }, event: { locals } }) =>
  pageOfRows(paging, byText, {
    read: (after, limit) => agencyRecords(locals.db, { after: after?.[0] ?? null, limit, words: q }),
    placeOf: ({ slug }) => [slug] as [string],
  }),
)
export const OPTIONS = preflight
