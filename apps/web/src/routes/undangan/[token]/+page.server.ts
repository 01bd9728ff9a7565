import type { RequestEvent } from '@sveltejs/kit'
import { acceptForm } from '@semai/domain/people/account.form'
import { Refusal } from '@semai/domain/refusal'
import { acceptInvitation } from '@semai/store/people/invitation.commands'
import { openInvitation } from '@semai/store/people/invitation.queries'
import { arrivedNow } from '@semai/store/people/sign-on-attempt'
import { form, page } from '#lib/server/answer.ts'
import { enterAs } from '#lib/server/entering.ts'
import { placeOf } from '#lib/server/place.ts'
import { forgetSignOn, signOnToken } from '#lib/server/session-cookies.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { accountTexts } from '#lib/texts/account.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  page(async () => {
    const { params, locals } = event
    const { db, now } = locals
    const { name, post, email, role, organisation, province, letter, expiresAt } = await openInvitation(
      db,
      params.token,
      now,
    )
    const invitation = { name, post, email, role, where: province ?? organisation, letter, expiresAt }
    return { invitation, provider: await providerFor(event, email) }
  })

/** The provider of sign-on, where the invitation names an address it could vouch for, and whether it just did. */
async function providerFor(event: RequestEvent, invited: string) {
  if (signOnProvider === null || invited === '') return null
  const said = await arrivedNow(event.locals.db, signOnToken(event), event.locals.now)
  const isVouched = said !== null && said.isVerified && said.email === invited
  return {
    name: signOnProvider.name,
    says: said === null ? null : isVouched ? 'vouches' : 'another',
  } as const
}

export const actions: Actions = {
  default: (event) =>
    form(event, acceptForm, async ({ name, post, email, by, password, again }) => {
      const { db, now, lang } = event.locals
      if (by === 'password' && password !== again) throw differ
      const signedIn = await acceptInvitation(db, {
        token: event.params.token,
        name,
        post: post || null,
        email: email || null,
        password: by === 'password' ? password : null,
        signOnToken: by === 'sign_on' ? signOnToken(event) : null,
        lang,
        place: placeOf(event),
        now,
      })
      if (by === 'sign_on') forgetSignOn(event)
      return enterAs(event, signedIn, { next: '/akun', isWhole: false })
    }),
}

const says = { id: accountTexts.id.invitation.differ, en: accountTexts.en.invitation.differ }
const differ = new Refusal('invalid', says, [{ field: 'again', says }])
