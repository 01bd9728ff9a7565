import { claimsPage } from '#lib/api/claims-page.ts'
import { claimsRead } from '#lib/api/reads.ts'
import { answer, preflight } from '#lib/api/respond.ts'

export const GET = answer(claimsRead, ({ query, event: { locals } }) => claimsPage(locals, query))
export const OPTIONS = preflight
