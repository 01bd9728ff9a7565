import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { startEdit } from '@semai/store/innovations/innovation-edit.commands'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { unitsOf } from '@semai/store/organisations/units-of.queries'
import { innovationIdOf } from '@semai/store/innovations/innovation-page.queries'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({ units: await unitsOf(db, actor) })

const startForm = z.object({
  organisation: z.string().min(1).max(200).optional(),
  /** Code of a record to change, in place of a new one. */
  innovation: z.string().max(40).optional(),
})

export const actions: Actions = {
  default: (event) =>
    form(event, startForm, async ({ organisation, innovation }) => {
      const { db, actor, now, lang } = event.locals
      const innovationId = innovation ? await innovationIdOf(db, actor, innovation) : null
      const organisationId =
        innovationId === null && organisation ? await organisationIdOf(db, organisation) : null
      const id = await startEdit(db, actor, { organisationId, innovationId, now })
      redirect(303, href(lang, `/naskah/${id}`))
    }),
}
