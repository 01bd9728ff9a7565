import { sessionPage } from '@semai/store/needs/need-session'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor } }) =>
  page(async () => ({ session: await sessionPage(db, actor, id) }))
