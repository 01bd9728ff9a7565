import { figureRecords } from '@semai/store/exchange/place-records.queries'
import { byId, pageOfRows } from '#lib/api/page-of-rows.ts'
import { figuresRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(figuresRead, async ({ query, event: { locals } }) => {
  const { rows, next } = await pageOfRows(query, byId, {
    read: (after, limit) => figureRecords(locals.db, { after: after?.[0] ?? null, limit }),
    placeOf: ({ place }) => [place] as [string],
  })
  return { rows: rows.map(({ record }) => record), next }
})
export const OPTIONS = preflight
