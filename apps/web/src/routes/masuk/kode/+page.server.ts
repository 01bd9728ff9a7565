import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { proveSecondFactor } from '@semai/store/people/second-factor.commands'
import { form } from '#lib/server/answer.ts'
import { placeOf } from '#lib/server/place.ts'
import { href } from '#lib/site/lang.ts'
import { nextPath } from '#lib/site/next-path.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: url.searchParams.get('lanjut') ?? '' })

const codeForm = z.object({ code: z.string().min(1).max(40), next: z.string().max(2_000).optional() })

export const actions: Actions = {
  default: (event) =>
    form(event, codeForm, async ({ code, next }) => {
      const { db, actor, session, now, lang } = event.locals
      await proveSecondFactor(db, actor, { code, sessionId: session!.id, place: placeOf(event), now })
      redirect(303, href(lang, nextPath(next, '/kerja')))
    }),
}
