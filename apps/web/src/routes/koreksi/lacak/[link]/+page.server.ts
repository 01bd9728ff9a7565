import { redirect } from '@sveltejs/kit'
import { correctionStepForm } from '@semai/domain/corrections/correction.form'
import { takeCorrectionStep } from '@semai/store/corrections/correction.commands'
import { correctionPage } from '@semai/store/corrections/correction.queries'
import { form, page } from '#lib/server/answer.ts'
import { refuseFlood } from '#lib/server/public-forms.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { link }, url, locals: { db, actor, now, origin } }) =>
  page(async () => ({
    correction: await correctionPage(db, actor, { key: { link }, now }),
    isNew: url.searchParams.has('baru'),
    address: `${origin}${url.pathname}`,
  }))

export const actions: Actions = {
  step: (event) =>
    form(event, correctionStepForm, async ({ step, reason }) => {
      refuseFlood(event)
      const { db, actor, now, lang } = event.locals
      const { link } = event.params
      await takeCorrectionStep(db, actor, { key: { link }, step, reason, change: null, isPublic: false, now })
      redirect(303, href(lang, `/koreksi/lacak/${link}`))
    }),
}
