import { redirect } from '@sveltejs/kit'
import { recommendForm } from '@semai/domain/replications/replication.form'
import { recommend } from '@semai/store/replications/recommend.commands'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ innovation: url.searchParams.get('inovasi') ?? '' })

export const actions: Actions = {
  default: (event) =>
    form(event, recommendForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const codes = await recommend(db, actor, { said, now })
      redirect(303, href(lang, codes.length === 1 ? `/replikasi/${codes[0]}` : '/replikasi?keadaan=proposed'))
    }),
}
