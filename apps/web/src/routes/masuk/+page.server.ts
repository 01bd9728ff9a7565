import { signInForm } from '@semai/domain/people/account.form'
import { passkeySite } from '@semai/domain/people/passkey-site'
import { signIn } from '@semai/store/people/sign-in.commands'
import { form } from '#lib/server/answer.ts'
import { enterAs } from '#lib/server/entering.ts'
import { placeOf } from '#lib/server/place.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { nextPath } from '#lib/site/next-path.ts'
import { signOnTroubleIn } from '#lib/site/sign-on-trouble.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals: { origin } }) => ({
  next: url.searchParams.get('lanjut') ?? '',
  hasPasskeys: passkeySite(origin) !== null,
  provider: signOnProvider && { name: signOnProvider.name, trouble: signOnTroubleIn(url) },
})

export const actions: Actions = {
  default: (event) =>
    form(event, signInForm, async ({ email, password, next }) => {
      const { db, now } = event.locals
      const signedIn = await signIn(db, { email, password, place: placeOf(event), now })
      return enterAs(event, signedIn, { next: nextPath(next, '/kerja'), isWhole: false })
    }),
}
