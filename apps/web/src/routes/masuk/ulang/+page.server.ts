import { error, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { proofOf } from '@semai/store/people/proof.queries'
import { proveByPassword } from '@semai/store/people/prove-by-password.commands'
import { form } from '#lib/server/answer.ts'
import { placeOf } from '#lib/server/place.ts'
import { keepSession } from '#lib/server/session-cookies.ts'
import { signOnProvider } from '#lib/server/sign-on.ts'
import { href } from '#lib/site/lang.ts'
import { nextPath } from '#lib/site/next-path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, session } }) => {
  const proof = await proofOf(db, session!.id)
  if (!proof) error(404, 'Not Found')
  const provider = proof.hasSignOn && signOnProvider ? signOnProvider.name : null
  const next = nextPath(url.searchParams.get('lanjut'), '/akun')
  return { next, provider, hasPassword: proof.hasPassword }
}

const againForm = z.object({ password: z.string().min(1).max(1_000), next: z.string().max(2_000).optional() })

export const actions: Actions = {
  default: (event) =>
    form(event, againForm, async ({ password, next }) => {
      const { db, actor, session, now, lang } = event.locals
      const proof = { password, sessionId: session!.id, place: placeOf(event), now }
      keepSession(event, await proveByPassword(db, actor, proof))
      redirect(303, href(lang, nextPath(next, '/akun')))
    }),
}
