import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import {
  engagementStepForm,
  finishStageForm,
  mentoringVisitForm,
  pauseForm,
  resumeForm,
} from '@semai/domain/mentoring/mentoring.form'
import {
  finishStage,
  pauseEngagement,
  recordMentoringVisit,
  resumeEngagement,
  takeEngagementStep,
} from '@semai/store/mentoring/engagement.commands'
import { engagementPage } from '@semai/store/mentoring/engagement.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now, today } }) =>
  page(async () => ({ engagement: await engagementPage(db, actor, { id, now, today }) }))

type Event = Pick<RequestEvent<{ id: string }>, 'params' | 'locals'>
const back = ({ params, locals }: Event, part: string) =>
  redirect(303, href(locals.lang, `/pendampingan/${params.id}#${part}`))

export const actions: Actions = {
  step: (event) =>
    form(event, engagementStepForm, async (asked) => {
      const { db, actor, now } = event.locals
      await takeEngagementStep(db, actor, { ...asked, id: event.params.id, now })
      back(event, 'langkah')
    }),
  stage: (event) =>
    form(event, finishStageForm, async (asked) => {
      const { db, actor, now } = event.locals
      await finishStage(db, actor, { ...asked, id: event.params.id, now })
      back(event, 'tahap')
    }),
  pause: (event) =>
    form(event, pauseForm, async ({ from, why }) => {
      const { db, actor, now } = event.locals
      await pauseEngagement(db, actor, { id: event.params.id, said: { from, reason: why }, now })
      back(event, 'jeda')
    }),
  resume: (event) =>
    form(event, resumeForm, async ({ until }) => {
      const { db, actor, now } = event.locals
      await resumeEngagement(db, actor, { id: event.params.id, until, now })
      back(event, 'jeda')
    }),
  visit: (event) =>
    form(event, mentoringVisitForm, async (said) => {
      const { db, actor, now } = event.locals
      await recordMentoringVisit(db, actor, { id: event.params.id, said, now })
      back(event, 'kunjungan')
    }),
}
