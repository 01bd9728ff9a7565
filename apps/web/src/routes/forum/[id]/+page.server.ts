import { forumPage } from '@semai/store/replications/forum.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor } }) =>
  page(async () => ({ forum: await forumPage(db, actor, params.id) }))
