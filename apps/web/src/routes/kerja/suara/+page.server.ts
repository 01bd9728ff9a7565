import { redirect } from '@sveltejs/kit'
import { voiceStepForm } from '@semai/domain/voices/voice.form'
import { takeVoiceStep } from '@semai/store/voices/voice.commands'
import { voiceQueue } from '@semai/store/voices/voice.queries'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, now } }) => ({
  rows: await voiceQueue(db, actor, now),
})

export const actions: Actions = {
  step: (event) =>
    form(event, voiceStepForm, async ({ voice, step, cause }) => {
      const { db, actor, now, lang } = event.locals
      await takeVoiceStep(db, actor, { voice, step, code: cause, now })
      redirect(303, href(lang, '/kerja/suara'))
    }),
}
