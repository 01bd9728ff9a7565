import { managementPage } from '@semai/store/organisations/management.queries'
import { mayStateFor, statedYears } from '@semai/store/organisations/agency-management.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => {
    const managed = await managementPage(db, actor, params.slug)
    const { id } = managed.organisation
    const stated = await statedYears(db, id)
    const mayState = actor.grants.length > 0 && (await mayStateFor(db, actor, id))
    return { ...managed, stated, mayState, year: Number(today.slice(0, 4)) }
  })
