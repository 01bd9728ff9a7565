import { redirect } from '@sveltejs/kit'
import { hostStatementForm, slotForm, visitRequestForm } from '@semai/domain/study-visits/study-visit.form'
import { openSlot, requestVisit, stateWillingness } from '@semai/store/study-visits/study-visit-ask.commands'
import {
  studyVisitHost,
  studyVisitsTo,
  visitingReplications,
} from '@semai/store/study-visits/study-visit.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { slug }, url, locals: { db, actor, today } }) =>
  page(async () => {
    const { id: _id, origin: _origin, ...host } = await studyVisitHost(db, actor, { slug, today })
    const isPublic = actor.grants.length === 0
    const [visits, replications] = isPublic
      ? [[], []]
      : await Promise.all([studyVisitsTo(db, actor, slug), visitingReplications(db, actor, slug)])
    return { host, visits, replications, asked: url.searchParams.get('replikasi') }
  })

export const actions: Actions = {
  slot: (event) =>
    form(event, slotForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { slug } = event.params
      await openSlot(db, actor, { slug, said, now })
      redirect(303, href(lang, `/inovasi/${slug}/studi-tiru`))
    }),
  statement: (event) =>
    form(event, hostStatementForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { slug } = event.params
      await stateWillingness(db, actor, { slug, said, now })
      redirect(303, href(lang, `/inovasi/${slug}/studi-tiru`))
    }),
  ask: (event) =>
    form(event, visitRequestForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const id = await requestVisit(db, actor, { said, now })
      redirect(303, href(lang, `/studi-tiru/${id}`))
    }),
}
