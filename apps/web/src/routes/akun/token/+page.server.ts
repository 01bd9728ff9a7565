import { z } from 'zod'
import { tokenForm } from '@semai/domain/people/token'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { refuseStaleProof } from '@semai/store/people/fresh-proof'
import { makeToken, revokeToken } from '@semai/store/tokens/token.commands'
import { tokensOf } from '@semai/store/tokens/token.queries'
import { form, notAccepted, sentForm } from '#lib/server/answer.ts'
import { provedNow } from '#lib/server/entering.ts'
import type { Actions, PageServerLoad } from './$types'

/** A token is a way in like any other: it is made, as they are, a moment after a proof. */
export const load: PageServerLoad = async (event) => {
  await provedNow(event, '/akun/token')
  const { db, actor, now } = event.locals
  return {
    tokens: (await tokensOf(db, actor)).map((token) => ({ ...token, isOver: token.expiresAt <= now })),
  }
}

const unfit = { id: 'Ada isian yang perlu diperbaiki.', en: 'Something typed needs mending.' }

export const actions: Actions = {
  make: async ({ request, locals: { db, actor, session, now } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const [name, days] = [given.get('name'), given.get('days')]
      const read = tokenForm.safeParse({ name, days, scopes: given.getAll('scopes') })
      if (!read.success) throw new Refusal('invalid', unfit, formFaults(read.error))
      await refuseStaleProof(db, { personId: actor.personId, sessionId: session!.id, now })
      const { token } = await makeToken(db, actor, { ...read.data, assurance: session!.assurance, now })
      return { made: token, revoked: false }
    })
  },
  revoke: (event) =>
    form(event, z.object({ id: z.uuid() }), async ({ id }) => {
      const { db, actor, now } = event.locals
      await revokeToken(db, actor, { id, now })
      return { made: null, revoked: true }
    }),
}
