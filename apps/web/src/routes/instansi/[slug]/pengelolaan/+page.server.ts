import { managementPage } from '@semai/store/organisations/management.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => ({ ...(await managementPage(db, actor, params.slug)), year: Number(today.slice(0, 4)) }))
