import { stopMail, stoppedKinds } from '@semai/store/notices/preference.commands'
import { notAccepted, page } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

/** Opening the link only shows what it would stop: programs that look at mail open links too. */
export const load: PageServerLoad = ({ params, locals: { db, now } }) =>
  page(async () => ({ kinds: await stoppedKinds(db, params.link, now) }))

export const actions: Actions = {
  // The button of the page, and the one press of a mail program (RFC 8058), which sends neither cookie nor origin.
  default: ({ params, locals: { db, now } }) =>
    notAccepted(new FormData(), async () => ({ stopped: await stopMail(db, params.link, now) })),
}
