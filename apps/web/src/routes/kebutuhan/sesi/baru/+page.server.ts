import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { needSessionForm } from '@semai/domain/needs/need-session.form'
import { recordSession } from '@semai/store/needs/need-session'
import { needOrganisations } from '@semai/store/needs/need.queries'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, today } }) => ({
  organisations: await needOrganisations(db, actor),
  today,
})

export const actions: Actions = {
  default: (event) =>
    form(
      event,
      needSessionForm.extend({ organisation: z.string().min(1).max(200) }),
      async ({ organisation, ...said }) => {
        const { db, actor, now, lang } = event.locals
        const organisationId = await organisationIdOf(db, organisation)
        const id = await recordSession(db, actor, { organisationId, said, now })
        redirect(303, href(lang, `/kebutuhan/sesi/${id}`))
      },
    ),
}
