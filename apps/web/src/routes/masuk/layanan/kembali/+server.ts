import { error, redirect } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'
import { endSignOn } from '@semai/store/people/sign-on.commands'
import { SignOnTrouble } from '@semai/store/people/sign-on-provider'
import { enterAs } from '#lib/server/entering.ts'
import { placeOf } from '#lib/server/place.ts'
import { forgetSignOn, keepSession, keepSignOn, signOnToken } from '#lib/server/session-cookies.ts'
import { backToSignIn, returnAddress } from '#lib/server/sign-on-return.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { href } from '#lib/site/lang.ts'
import type { RequestHandler } from './$types'

/** The browser comes back from the provider: it is signed in, shown to be its owner's, or told why not. */
export const GET: RequestHandler = async (event) => {
  const { db, now, origin, session } = event.locals
  if (signOnProvider === null) error(404, 'Not Found')
  const address = new URL(returnAddress(origin) + event.url.search)
  const token = signOnToken(event)
  forgetSignOn(event)
  const came = { settings: signOnProvider, token, address, place: placeOf(event), now }
  const end = await endSignOn(db, came).catch((problem: unknown) => {
    if (problem instanceof SignOnTrouble || problem instanceof Refusal) {
      return backToSignIn(problem, { lang: 'id', next: null })
    }
    throw problem
  })
  const { next, lang } = end
  if (end.kind === 'signed in') {
    event.locals.lang = lang
    return enterAs(event, end.signedIn, { next, isWhole: false })
  }
  if (end.kind === 'proved') {
    keepSession(event, end.session)
    redirect(303, href(lang, next))
  }
  keepSignOn(event, end.token)
  if (next.startsWith('/undangan/')) redirect(303, href(lang, next))
  if (session) redirect(303, href(lang, '/akun/pengaman'))
  backToSignIn('unknown', { lang, next: '/akun/pengaman' })
}
