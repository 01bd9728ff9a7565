import { redirect } from '@sveltejs/kit'
import { drawForm } from '@semai/domain/pulse/sample.form'
import { drawPulseSample } from '@semai/store/pulse/sample.commands'
import { sampleList } from '@semai/store/pulse/sample.queries'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { db, actor } }) => sampleList(db, actor)

export const actions: Actions = {
  draw: (event) =>
    form(event, drawForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      redirect(303, href(lang, `/uji-petik/${await drawPulseSample(db, actor, { said, now })}`))
    }),
}
