import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { takeRequestStep } from '@semai/store/people/account-request.commands'
import { requestByLink } from '@semai/store/people/account-request.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { link }, url, locals: { db, now, origin } }) =>
  page(async () => ({
    request: await requestByLink(db, { kind: 'tracking', link }, now),
    isNew: url.searchParams.has('baru'),
    address: `${origin}${url.pathname}`,
  }))

export const actions: Actions = {
  step: (event) =>
    form(event, z.object({ step: z.literal('withdraw') }), async ({ step }) => {
      const { db, actor, now, lang } = event.locals
      const { link } = event.params
      await takeRequestStep(db, actor, { key: { kind: 'tracking', link }, step, now })
      redirect(303, href(lang, `/minta-akun/lacak/${link}`))
    }),
}
