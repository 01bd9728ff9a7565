import { createdBy, organisationPage, subtreeIds } from '@semai/store/organisations/organisation-page.queries'
import { claimsBy, claimsOnInnovationsOf } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => {
    const organisation = await organisationPage(db, params.slug)
    const ids = await subtreeIds(db, organisation.id)
    const [created, claims, spread] = await Promise.all([
      createdBy(db, actor, ids),
      claimsBy(db, actor, ids),
      claimsOnInnovationsOf(db, actor, ids),
    ])
    return { organisation, created, claims, spread, today }
  })
