import { redirect } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'
import { importComplaints } from '@semai/store/complaints/complaint-import.commands'
import { complaintImports } from '@semai/store/complaints/complaint-theme.queries'
import { needOrganisations } from '@semai/store/needs/need.queries'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { notAccepted, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { complaintTexts } from '#lib/texts/complaints.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({
  organisations: await needOrganisations(db, actor),
  imports: await complaintImports(db, actor),
})

const noFile = { id: complaintTexts.id.noFile, en: complaintTexts.en.noFile }

export const actions: Actions = {
  default: async ({ request, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const file = given.get('sheet')
      if (!(file instanceof File) || file.size === 0) {
        throw new Refusal('invalid', noFile, [{ field: 'sheet', says: noFile }])
      }
      const organisationId = await organisationIdOf(db, String(given.get('organisation')))
      const bytes = Buffer.from(await file.arrayBuffer())
      const id = await importComplaints(db, actor, { organisationId, bytes, now })
      redirect(303, href(lang, `/kebutuhan/aduan/${id}`))
    })
  },
}
