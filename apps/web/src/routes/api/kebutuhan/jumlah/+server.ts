import { demandCounts } from '@semai/store/needs/demand-counts.queries'
import { demandCountsRead } from '#lib/api/needs-read.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(demandCountsRead, async ({ event: { locals } }) => ({
  rows: await demandCounts(locals.db),
}))
export const OPTIONS = preflight
