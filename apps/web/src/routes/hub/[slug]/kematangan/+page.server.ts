import { redirect } from '@sveltejs/kit'
import { runsHub } from '@semai/domain/hubs/hub-scope'
import { startMaturityForm } from '@semai/domain/hubs/hub.form'
import { startAssessment } from '@semai/store/hubs/maturity.commands'
import { assessmentList } from '@semai/store/hubs/maturity.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    const rows = await assessmentList(db, actor, hub)
    return { hub: { name: hub.name, slug: hub.slug }, rows, mayStart: runsHub.allows(actor, hub), today }
  })

export const actions: Actions = {
  start: (event) =>
    form(event, startMaturityForm, async ({ year }) => {
      const { db, actor, now, lang } = event.locals
      const { slug } = event.params
      await startAssessment(db, actor, { slug, year, now })
      redirect(303, href(lang, `/hub/${slug}/kematangan/${year}`))
    }),
}
