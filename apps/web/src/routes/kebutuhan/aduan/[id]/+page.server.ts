import { redirect } from '@sveltejs/kit'
import { complaintThemeForm, themeEvidenceForm } from '@semai/domain/complaints/complaint-theme.form'
import { takeThemeStep, useThemeAsEvidence } from '@semai/store/complaints/complaint-theme.commands'
import { complaintImportPage, needsBeingWritten } from '@semai/store/complaints/complaint-theme.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => {
    const read = await complaintImportPage(db, actor, { id, now })
    return { read, needs: await needsBeingWritten(db, read.organisationId) }
  })

export const actions: Actions = {
  step: (event) =>
    form(event, complaintThemeForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await takeThemeStep(db, actor, { said, now })
      redirect(303, href(lang, `/kebutuhan/aduan/${event.params.id}#tema-${said.theme}`))
    }),
  evidence: (event) =>
    form(event, themeEvidenceForm, async ({ theme, need }) => {
      const { db, actor, now, lang } = event.locals
      const id = await useThemeAsEvidence(db, actor, { theme, need, now })
      redirect(303, href(lang, `/kebutuhan/${id}/ubah`))
    }),
}
