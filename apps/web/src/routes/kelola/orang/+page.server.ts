import { z } from 'zod'
import { invitationForm } from '@semai/domain/people/account.form'
import { grantableRoles } from '@semai/domain/people/granting'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { unitsOf } from '@semai/store/organisations/units-of.queries'
import { provinceNames } from '@semai/store/regions/province-names.queries'
import { notePersonalRead } from '@semai/store/audit/personal-reads'
import { certifyGrant, revokeGrant } from '@semai/store/people/grant.commands'
import { invite } from '@semai/store/people/invitation.commands'
import { openInvitations } from '@semai/store/people/invitation.queries'
import { peoplePage } from '@semai/store/people/person.queries'
import { makeRecoveryLink } from '@semai/store/people/recovery.commands'
import { form } from '#lib/server/answer.ts'
import { isMailOn } from '#lib/server/mail-on.ts'
import { readCursor, writeCursor } from '#lib/site/text-cursor.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, now } }) => {
  const [name, id] = readCursor(url.searchParams.get('cursor'), 2) ?? []
  const after = name !== undefined && id !== undefined ? { name, id } : undefined
  const [people, invitations, units, provinces] = await Promise.all([
    peoplePage(db, actor, { now, after }),
    openInvitations(db, actor, now),
    unitsOf(db, actor),
    provinceNames(db),
  ])
  await notePersonalRead(db, actor, {
    what: 'people',
    people: people.rows.length + invitations.length,
    now,
  })
  const next = people.next && writeCursor([people.next.name, people.next.id])
  const isNational = actor.grants.some(({ role }) => role === 'administrator')
  return {
    people: people.rows,
    next,
    invitations,
    units,
    provinces,
    roles: grantableRoles(actor),
    isNational,
  }
}

export const actions: Actions = {
  invite: (event) =>
    form(
      event,
      invitationForm,
      async ({ organisation, province, role, letterNumber, letterDate, ...who }) => {
        const { db, actor, now, origin, lang } = event.locals
        const organisationId = organisation ? await organisationIdOf(db, organisation) : null
        const { token } = await invite(db, actor, {
          name: who.name,
          post: who.post || null,
          email: who.email,
          scope: { role, organisationId, provinceCode: province || null },
          letterNumber: letterNumber || null,
          letterDate: letterDate || null,
          lang,
          now,
        })
        return { made: 'invitation' as const, link: `${origin}/undangan/${token}`, name: who.name, isMailOn }
      },
    ),
  revoke: (event) =>
    form(event, z.object({ grant: z.uuid() }), async ({ grant }) => {
      const { db, actor, now } = event.locals
      await revokeGrant(db, actor, { grantId: grant, now })
      return { made: 'revocation' as const, link: null, name: null, isMailOn }
    }),
  certify: (event) =>
    form(event, z.object({ grant: z.uuid() }), async ({ grant }) => {
      const { db, actor, now } = event.locals
      await certifyGrant(db, actor, { grantId: grant, now })
      return { made: 'certification' as const, link: null, name: null }
    }),
  recover: (event) =>
    form(event, z.object({ person: z.uuid() }), async ({ person }) => {
      const { db, actor, now, origin } = event.locals
      const link = await makeRecoveryLink(db, actor, { personId: person, now })
      return { made: 'recovery' as const, link: `${origin}/pulihkan/${link}`, name: null, isMailOn }
    }),
}
