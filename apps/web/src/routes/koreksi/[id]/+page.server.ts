import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { correctionStepForm } from '@semai/domain/corrections/correction.form'
import { readContact, takeCorrectionStep } from '@semai/store/corrections/correction.commands'
import { correctionPage } from '@semai/store/corrections/correction.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => ({ correction: await correctionPage(db, actor, { key: { id }, now }) }))

export const actions: Actions = {
  step: (event) =>
    form(event, correctionStepForm, async ({ step, reason, change, isPublic }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      const given = { key: { id }, step, reason, change: change || null, isPublic: isPublic === 'on', now }
      await takeCorrectionStep(db, actor, given)
      redirect(303, href(lang, `/koreksi/${id}`))
    }),
  contact: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now } = event.locals
      return { contact: await readContact(db, actor, { id: event.params.id, now }), isRead: true as const }
    }),
}
