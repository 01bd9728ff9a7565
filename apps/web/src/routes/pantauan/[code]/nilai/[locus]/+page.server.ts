import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { stepNames } from '@semai/domain/lifecycle'
import { assessmentLifecycle } from '@semai/domain/rounds/assessment.lifecycle'
import { pointsForm } from '@semai/domain/rounds/round.form'
import { saveScores, scorePresentation, takeAssessmentStep } from '@semai/store/rounds/assess.commands'
import { assessmentPage } from '@semai/store/rounds/assessment.queries'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { typedScores } from '#lib/rounds/typed-scores.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today } }) =>
  page(() => assessmentPage(db, actor, { code: params.code, id: params.locus, now, today }))

const typed = z.record(z.string().max(140), z.string().max(4_000))
const step = z.object({
  step: z.enum(stepNames(assessmentLifecycle)),
  reason: z.string().max(2_000).optional(),
})

type Asked = RequestEvent<{ code: string; locus: string }>
const which = ({ params, locals: { now } }: Asked) => ({ code: params.code, id: params.locus, now })

function back({ locals: { lang }, params }: Asked, part: string): never {
  redirect(303, href(lang, `/pantauan/${params.code}${part}`))
}

export const actions: Actions = {
  save: (event) =>
    form(event, typed, async (said) => {
      await saveScores(event.locals.db, event.locals.actor, { ...which(event), typed: typedScores(said) })
      back(event, `/nilai/${event.params.locus}#nilai`)
    }),
  step: (event) =>
    form(event, step, async (said) => {
      await takeAssessmentStep(event.locals.db, event.locals.actor, { ...which(event), ...said })
      back(event, said.step === 'recuse' ? '' : `/nilai/${event.params.locus}#nilai`)
    }),
  presentation: (event) =>
    form(event, pointsForm, async (said) => {
      await scorePresentation(event.locals.db, event.locals.actor, { ...which(event), said })
      back(event, `/nilai/${event.params.locus}#presentasi`)
    }),
}
