import { redirect } from '@sveltejs/kit'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { saveProgramme } from '@semai/store/scaling/programme.commands'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: (event) =>
    form(event, scalingProgrammeForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const slug = await saveProgramme(db, actor, { slug: null, said, now })
      redirect(303, href(lang, `/program/${slug}`))
    }),
}
