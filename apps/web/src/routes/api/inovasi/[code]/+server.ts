import { openInnovation } from '@semai/store/exchange/innovation-records.queries'
import { innovationRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(innovationRead, ({ params, event: { locals } }) =>
  openInnovation(locals.db, locals.actor, params.code),
)
export const OPTIONS = preflight
