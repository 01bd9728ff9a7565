import { scalingProgrammeRecords } from '@semai/store/exchange/scaling-programme-records.queries'
import { byText, pageOfRows } from '#lib/api/page-of-rows.ts'
import { programmesRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(programmesRead, ({ query, event: { locals } }) =>
  pageOfRows(query, byText, {
    read: (after, limit) => scalingProgrammeRecords(locals.db, { after: after?.[0] ?? null, limit }),
    placeOf: ({ slug }) => [slug] as [string],
  }),
)
export const OPTIONS = preflight
