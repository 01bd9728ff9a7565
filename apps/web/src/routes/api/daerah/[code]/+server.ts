import { openRegion } from '@semai/store/exchange/place-records.queries'
import { regionRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(regionRead, ({ params, event: { locals } }) => openRegion(locals.db, params.code))
export const OPTIONS = preflight
