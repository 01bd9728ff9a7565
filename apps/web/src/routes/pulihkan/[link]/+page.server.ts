import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import { recover, recoveringPerson } from '@semai/store/people/recovery.commands'
import { form, page } from '#lib/server/answer.ts'
import { forgetSession } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'
import { accountTexts } from '#lib/texts/account.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, now } }) =>
  page(async () => ({ person: await recoveringPerson(db, params.link, now) }))

const recoverForm = z.object({ password: z.string().min(1).max(1_000), again: z.string().max(1_000) })

export const actions: Actions = {
  default: (event) =>
    form(event, recoverForm, async ({ password, again }) => {
      const { db, now, lang } = event.locals
      if (password !== again) throw differ
      await recover(db, { link: event.params.link, password, now })
      forgetSession(event)
      redirect(303, href(lang, '/masuk'))
    }),
}

const says = { id: accountTexts.id.invitation.differ, en: accountTexts.en.invitation.differ }
const differ = new Refusal('invalid', says, [{ field: 'again', says }])
