import { redirect } from '@sveltejs/kit'
import { endSession } from '@semai/store/people/session.commands'
import { forgetSession } from '#lib/server/session-cookies.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async (event) => {
    const { db, actor, session, now, lang } = event.locals
    if (session) await endSession(db, actor, { sessionId: session.id, now })
    forgetSession(event)
    redirect(303, href(lang, '/keluar'))
  },
}
