import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { stepNames } from '@semai/domain/lifecycle'
import { needLifecycle, writableNeedStates } from '@semai/domain/needs/need.lifecycle'
import { takeNeedStep } from '@semai/store/needs/need.commands'
import { writeGapSheet, writeNeedMinute } from '@semai/store/needs/need-document.commands'
import { needPage } from '@semai/store/needs/need.queries'
import { form, page } from '#lib/server/answer.ts'
import { documentAction } from '#lib/server/document-action.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => {
    const need = await needPage(db, actor, { id, now })
    // A choice is settled where it is weighed.
    const steps = need.steps.filter(({ step }) => step !== 'decide')
    return { need: { ...need, steps }, mayEdit: need.isOwn && writableNeedStates.includes(need.state) }
  })

const stepForm = z.object({
  step: z.enum(stepNames(needLifecycle)),
  reason: z.string().max(2_000).optional(),
  cause: z.string().max(40).optional(),
})

const minuteForm = z.object({ decision: z.string().max(40) })

export const actions: Actions = {
  document: (event) =>
    documentAction(event, z.object({}), () => {
      const { db, actor, now } = event.locals
      return writeGapSheet(db, actor, { id: event.params.id, now })
    }),
  minute: (event) =>
    documentAction(event, minuteForm, ({ decision }) => {
      const { db, actor, now } = event.locals
      return writeNeedMinute(db, actor, { id: event.params.id, decision, now })
    }),
  step: (event) =>
    form(event, stepForm, async ({ step, reason, cause }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await takeNeedStep(db, actor, { id, step, reason, code: cause, now })
      redirect(303, href(lang, step === 'withdraw' ? '/kebutuhan' : `/kebutuhan/${id}`))
    }),
}
