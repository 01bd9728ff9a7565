import { fail } from '@sveltejs/kit'
import { z } from 'zod'
import { renderSVG } from 'uqr'
import {
  confirmAuthenticator,
  offerAuthenticator,
  offeredSecret,
} from '@semai/store/people/second-factor.commands'
import { authenticatorAddress, secretInLetters } from '@semai/store/people/totp'
import { form } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

/** A new offer each time the page is opened; nothing is in force before a code of it was typed. */
export const load: PageServerLoad = async ({ locals: { db, actor, session, now, origin } }) => {
  const { secret, sealed } = await offerAuthenticator(db, actor, now)
  return { ...shownSecret(secret, session!.name, origin), sealed }
}

const confirmForm = z.object({ sealed: z.string().min(1).max(500), code: z.string().min(1).max(20) })

export const actions: Actions = {
  default: async (event) => {
    const { db, actor, session, now, origin } = event.locals
    let sealed = ''
    const result = await form(event, confirmForm, async (typed) => {
      sealed = typed.sealed
      const codes = await confirmAuthenticator(db, actor, { ...typed, sessionId: session!.id, now })
      return { codes }
    })
    if ('codes' in result) return result
    // A wrong code is tried again on the same offer: the app has it already.
    const secret = await offeredSecret(db, actor, sealed, now)
    const again = secret === null ? null : { ...shownSecret(secret, session!.name, origin), sealed }
    return fail(result.status, { ...result.data, again })
  },
}

function shownSecret(secret: Buffer, account: string, origin: string) {
  const address = authenticatorAddress(secret, { issuer: `Semai ${new URL(origin).host}`, account })
  const picture = renderSVG(address, { border: 2, whiteColor: '#ffffff', blackColor: '#000000' })
  return { letters: secretInLetters(secret), address, picture }
}
