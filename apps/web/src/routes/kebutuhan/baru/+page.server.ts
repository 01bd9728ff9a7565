import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { needContent } from '@semai/domain/needs/need.form'
import { startNeed } from '@semai/store/needs/need.commands'
import { needOrganisations } from '@semai/store/needs/need.queries'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => ({
  organisations: await needOrganisations(db, actor),
  session: url.searchParams.get('sesi'),
  organisation: url.searchParams.get('instansi'),
})

const newNeed = needContent.extend({
  organisation: z.string().min(1).max(200),
  session: z.union([z.literal(''), z.uuid()]).optional(),
})

export const actions: Actions = {
  default: (event) =>
    form(event, newNeed, async ({ organisation, session, ...content }) => {
      const { db, actor, now, lang } = event.locals
      const organisationId = await organisationIdOf(db, organisation)
      const id = await startNeed(db, actor, { organisationId, content, sessionId: session || null, now })
      redirect(303, href(lang, session ? `/kebutuhan/sesi/${session}` : `/kebutuhan/${id}`))
    }),
}
