import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { takeRequestStep } from '@semai/store/people/account-request.commands'
import { requestByLink } from '@semai/store/people/account-request.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

// Opening the link changes nothing: mail programs open links too. The button does.
export const load: PageServerLoad = ({ params: { link }, locals: { db, now } }) =>
  page(async () => ({ request: await requestByLink(db, { kind: 'address', link }, now) }))

export const actions: Actions = {
  default: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now, lang } = event.locals
      const { link } = event.params
      await takeRequestStep(db, actor, { key: { kind: 'address', link }, step: 'verify', now })
      redirect(303, href(lang, `/minta-akun/surel/${link}`))
    }),
}
