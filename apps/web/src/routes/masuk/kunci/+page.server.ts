import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { proveByPasskey, signInWithPasskey } from '@semai/store/people/passkey-sign-in.commands'
import { form } from '#lib/server/answer.ts'
import { enterAs, passkeysHere } from '#lib/server/entering.ts'
import { placeOf } from '#lib/server/place.ts'
import { keepSession } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'
import { nextPath } from '#lib/site/next-path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: url.searchParams.get('lanjut') ?? '' })

const passkeyForm = z.object({ credential: z.string().max(60_000), next: z.string().max(2_000).optional() })

export const actions: Actions = {
  default: (event) =>
    form(event, passkeyForm, async ({ credential, next }) => {
      const { db, actor, session, now, lang } = event.locals
      const shown = { answer: credential, site: passkeysHere(event), place: placeOf(event), now }
      const onward = nextPath(next, '/kerja')
      if (session === null) {
        return enterAs(event, await signInWithPasskey(db, shown), { next: onward, isWhole: true })
      }
      keepSession(event, await proveByPasskey(db, actor, { ...shown, sessionId: session.id }))
      redirect(303, href(lang, onward))
    }),
}
