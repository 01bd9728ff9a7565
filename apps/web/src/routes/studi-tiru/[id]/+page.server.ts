import { redirect } from '@sveltejs/kit'
import { visitReportForm, visitStepForm } from '@semai/domain/study-visits/study-visit.form'
import { studyVisitPage } from '@semai/store/study-visits/study-visit.queries'
import { saveReport, takeVisitStep } from '@semai/store/study-visits/study-visit-step.commands'
import { writeVisitReport } from '@semai/store/study-visits/visit-document.commands'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { documentAction } from '#lib/server/document-action.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => {
    const { adopter: _adopter, origin: _origin, ...visit } = await studyVisitPage(db, actor, { id, now })
    return { visit, seenAt: now.toISOString() }
  })

export const actions: Actions = {
  document: (event) =>
    documentAction(event, z.object({}), () => {
      const { db, actor, now } = event.locals
      return writeVisitReport(db, actor, { id: event.params.id, now })
    }),
  step: (event) =>
    form(event, visitStepForm, async (asked) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await takeVisitStep(db, actor, { ...asked, id, now })
      redirect(303, href(lang, `/studi-tiru/${id}`))
    }),
  report: (event) =>
    form(event, visitReportForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await saveReport(db, actor, { id, said, now })
      redirect(303, href(lang, `/studi-tiru/${id}#langkah`))
    }),
}
