import { redirect } from '@sveltejs/kit'
import { findingStepForm } from '@semai/domain/scaling/finding.form'
import { takeFindingStep } from '@semai/store/scaling/finding.commands'
import { findingPage } from '@semai/store/scaling/finding.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { slug, id }, locals: { db, actor, now, today } }) =>
  page(async () => ({ finding: await findingPage(db, actor, { slug, id, now }), today }))

export const actions: Actions = {
  step: (event) =>
    form(event, findingStepForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { slug, id } = event.params
      await takeFindingStep(db, actor, { slug, id, said, now })
      redirect(303, href(lang, `/program/${slug}/temuan/${id}#langkah`))
    }),
}
