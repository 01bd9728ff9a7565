import { redirect } from '@sveltejs/kit'
import { signInForm } from '@semai/domain/people/account.form'
import { signIn } from '@semai/store/people/sign-in.commands'
import { form } from '#lib/server/answer.ts'
import { placeOf } from '#lib/server/place.ts'
import { keepSignedIn } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'
import { nextPath } from '#lib/site/next-path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: url.searchParams.get('lanjut') ?? '' })

export const actions: Actions = {
  default: (event) =>
    form(event, signInForm, async ({ email, password, next }) => {
      const { db, now, lang } = event.locals
      const signedIn = await signIn(db, { email, password, place: placeOf(event), now })
      keepSignedIn(event, signedIn)
      const onward = nextPath(next, '/kerja')
      const code = `/masuk/kode?${new URLSearchParams({ lanjut: onward })}`
      redirect(303, href(lang, signedIn.hasAuthenticator ? code : onward))
    }),
}
