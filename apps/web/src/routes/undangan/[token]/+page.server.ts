import { redirect } from '@sveltejs/kit'
import { acceptForm } from '@semai/domain/people/account.form'
import { Refusal } from '@semai/domain/refusal'
import { acceptInvitation } from '@semai/store/people/invitation.commands'
import { openInvitation } from '@semai/store/people/invitation.queries'
import { form, page } from '#lib/server/answer.ts'
import { placeOf } from '#lib/server/place.ts'
import { keepSignedIn } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'
import { accountTexts } from '#lib/texts/account.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, now } }) =>
  page(async () => {
    const { name, post, email, role, organisation, province, letter, expiresAt } = await openInvitation(
      db,
      params.token,
      now,
    )
    return { invitation: { name, post, email, role, where: province ?? organisation, letter, expiresAt } }
  })

export const actions: Actions = {
  default: (event) =>
    form(event, acceptForm, async ({ name, post, email, password, again }) => {
      const { db, now, lang } = event.locals
      if (password !== again) throw differ
      const place = placeOf(event)
      const given = { name, post: post || null, email: email || null, password, lang, place, now }
      keepSignedIn(event, await acceptInvitation(db, { token: event.params.token, ...given }))
      redirect(303, href(lang, '/akun'))
    }),
}

const says = { id: accountTexts.id.invitation.differ, en: accountTexts.en.invitation.differ }
const differ = new Refusal('invalid', says, [{ field: 'again', says }])
