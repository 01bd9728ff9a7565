import { summariseSpread } from '@semai/domain/exchange/spread-summary'
import { claimsToCount } from '@semai/store/exchange/claim-records.queries'
import { openInnovationName } from '@semai/store/exchange/innovation-records.queries'
import { spreadRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(spreadRead, async ({ params, query, event: { locals } }) => {
  const { db, actor, today } = locals
  const innovation = await openInnovationName(db, actor, params)
  const upToYear = query.sampai ?? null
  const counts = summariseSpread(await claimsToCount(db, actor, params.code), { upToYear, today })
  return { innovation, up_to_year: upToYear, as_of: today, ...counts }
})
export const OPTIONS = preflight
