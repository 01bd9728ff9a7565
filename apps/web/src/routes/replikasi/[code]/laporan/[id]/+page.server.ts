import { error, redirect } from '@sveltejs/kit'
import { reportForm, reportStepForm } from '@semai/domain/monitoring/quarterly-report.form'
import { keepReport, takeReportStep } from '@semai/store/monitoring/report.commands'
import { writeReportDocument } from '@semai/store/monitoring/report-document.commands'
import { reportPage } from '@semai/store/monitoring/report.queries'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { documentAction } from '#lib/server/document-action.ts'
import { href } from '#lib/site/lang.ts'
import { errorTexts } from '#lib/texts/errors.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now, lang } }) =>
  page(async () => {
    const report = await reportPage(db, actor, { id: params.id, now })
    if (report.code !== params.code.toUpperCase()) error(404, errorTexts[lang].notFound.says)
    return { report, person: actor.personId }
  })

export const actions: Actions = {
  document: (event) =>
    documentAction(event, z.object({}), () => {
      const { db, actor, now } = event.locals
      return writeReportDocument(db, actor, { id: event.params.id, now })
    }),
  keep: (event) =>
    form(event, reportForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { id, code } = await keepReport(db, actor, { said: { ...said, key: event.params.id }, now })
      redirect(303, href(lang, `/replikasi/${code}/laporan/${id}`))
    }),
  step: (event) =>
    form(event, reportStepForm, async ({ step, reason }) => {
      const { db, actor, now, lang } = event.locals
      const { code } = await takeReportStep(db, actor, { id: event.params.id, step, reason, now })
      redirect(303, href(lang, `/replikasi/${code}/laporan/${event.params.id}`))
    }),
}
