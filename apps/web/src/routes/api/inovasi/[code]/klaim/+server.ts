import { openInnovationName } from '@semai/store/exchange/innovation-records.queries'
import { claimsPage } from '#lib/api/claims-page.ts'
import { innovationClaimsRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(innovationClaimsRead, async ({ params, query, event: { locals } }) => {
  await openInnovationName(locals.db, locals.actor, params)
  return claimsPage(locals, { ...query, inovasi: params.code })
})
export const OPTIONS = preflight
