import { publicDemand } from '@semai/store/search/demand.queries'
import { demandRead, mostDemand } from '#lib/api/demand-read.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(demandRead, async ({ event: { locals } }) => {
  const found = await publicDemand(locals.db, mostDemand)
  return { rows: found.map(({ lastDay, ...rest }) => ({ ...rest, last_day: lastDay })) }
})
export const OPTIONS = preflight
