import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { passkeySite } from '@semai/domain/people/passkey-site'
import { proofOf } from '@semai/store/people/proof.queries'
import { proveSecondFactor } from '@semai/store/people/second-factor.commands'
import { form } from '#lib/server/answer.ts'
import { withNext } from '#lib/server/entering.ts'
import { placeOf } from '#lib/server/place.ts'
import { keepSession } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'
import { nextPath } from '#lib/site/next-path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, session, lang, origin } }) => {
  const next = url.searchParams.get('lanjut') ?? ''
  const proof = await proofOf(db, session!.id)
  if (!proof?.hasSecondFactor) redirect(303, href(lang, withNext('/masuk/ulang', nextPath(next, '/kerja'))))
  const hasPasskey = proof.hasPasskey && passkeySite(origin) !== null
  return { next, hasPasskey, hasAuthenticator: proof.hasAuthenticator }
}

const codeForm = z.object({ code: z.string().min(1).max(40), next: z.string().max(2_000).optional() })

export const actions: Actions = {
  default: (event) =>
    form(event, codeForm, async ({ code, next }) => {
      const { db, actor, session, now, lang } = event.locals
      const proof = { code, sessionId: session!.id, place: placeOf(event), now }
      keepSession(event, await proveSecondFactor(db, actor, proof))
      redirect(303, href(lang, nextPath(next, '/kerja')))
    }),
}
