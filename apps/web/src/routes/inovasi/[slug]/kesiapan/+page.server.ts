import { readinessOf } from '@semai/store/scaling/readiness.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { slug }, locals: { db, actor, today } }) =>
  page(() => readinessOf(db, actor, { slug, today }))
