import { z } from 'zod'
import { endSession } from '@semai/store/people/session.commands'
import { sessionsOf } from '@semai/store/people/session.queries'
import { organisationNames } from '@semai/store/organisations/organisation-names.queries'
import { form } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, session, now } }) => {
  const grants = session!.grants
  const [sessions, names] = await Promise.all([
    sessionsOf(db, actor.personId!, now),
    organisationNames(
      db,
      grants.flatMap(({ organisationId }) => organisationId ?? []),
    ),
  ])
  return {
    grants: grants.map((grant) => ({
      role: grant.role,
      where: grant.organisationId === null ? null : (names.get(grant.organisationId) ?? null),
      isUsable: actor.grants.includes(grant),
    })),
    sessions: sessions.map((one) => ({ ...one, isHere: one.id === session!.id })),
  }
}

const endForm = z.object({ session: z.uuid() })

export const actions: Actions = {
  end: (event) =>
    form(event, endForm, async ({ session }) => {
      const { db, actor, now } = event.locals
      await endSession(db, actor, { sessionId: session, now })
      return { ended: true as const, typed: {}, faults: [], says: null }
    }),
}
