import { error, redirect } from '@sveltejs/kit'
import { beginSignOn } from '@semai/store/people/sign-on.commands'
import { SignOnTrouble } from '@semai/store/people/sign-on-provider'
import { keepSignOn } from '#lib/server/session-cookies.ts'
import { backToSignIn, returnAddress } from '#lib/server/sign-on-return.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { nextPath } from '#lib/site/next-path.ts'
import type { RequestHandler } from './$types'

/** Sends the browser to the provider. A link and no form: the policy of our pages lets no form lead to another host. */
export const GET: RequestHandler = async (event) => {
  const { db, session, now, lang, origin } = event.locals
  if (signOnProvider === null) error(404, 'Not Found')
  const next = nextPath(event.url.searchParams.get('lanjut'), '/kerja')
  const begun = await beginSignOn(db, {
    settings: signOnProvider,
    redirectUri: returnAddress(origin),
    next,
    lang,
    sessionId: session?.id ?? null,
    now,
  }).catch((problem: unknown) => {
    if (problem instanceof SignOnTrouble) return backToSignIn(problem, { lang, next })
    throw problem
  })
  keepSignOn(event, begun.token)
  redirect(303, begun.address, { external: true })
}
