import { openAgency } from '@semai/store/exchange/place-records.queries'
import { agencyRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(agencyRead, ({ params, event: { locals } }) => openAgency(locals.db, params.slug))
export const OPTIONS = preflight
