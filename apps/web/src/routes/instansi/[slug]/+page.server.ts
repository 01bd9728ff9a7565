import { redirect } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'
import { isCalendarDay } from '@semai/domain/time/clock'
import {
  createdBy,
  movedAddress,
  organisationPage,
  subtreeIds,
} from '@semai/store/organisations/organisation-page.queries'
import { promisesOf } from '@semai/store/replications/promises.queries'
import { claimsBy, claimsOnInnovationsOf } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, today, lang } }) =>
  page(async () => {
    const asked = url.searchParams.get('per') ?? ''
    const day = isCalendarDay(asked) && asked < today ? asked : null
    const organisation = await organisationPage(db, params.slug, day).catch(async (problem: unknown) => {
      const moved = problem instanceof Refusal ? await movedAddress(db, params.slug) : null
      if (moved === null) throw problem
      redirect(301, href(lang, `/instansi/${moved}${day === null ? '' : `?per=${day}`}`))
    })
    const isOver = organisation.endedOn !== null && (day === null || organisation.endedOn <= day)
    if (isOver && organisation.successorSlug !== null)
      redirect(301, href(lang, `/instansi/${organisation.successorSlug}`))
    const ids = await subtreeIds(db, organisation.id, day)
    const [created, claims, spread, promises] = await Promise.all([
      createdBy(db, actor, ids, day),
      claimsBy(db, actor, ids, day),
      claimsOnInnovationsOf(db, actor, ids, day),
      promisesOf(db, { organisationIds: ids }),
    ])
    return { day, organisation, created, claims, spread, promises, today }
  })
