import { redirect } from '@sveltejs/kit'
import { addOrganisationForm } from '@semai/domain/organisations/restructuring.form'
import { administersAllAgencies } from '@semai/domain/organisations/restructuring'
import { agencyDesk } from '@semai/store/organisations/agency-desk.queries'
import { addOrganisation } from '@semai/store/organisations/organisation-change.commands'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const text = (url.searchParams.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
  const after = fromCursor(url.searchParams.get('sesudah')) ?? undefined
  const { rows, next } = await agencyDesk(db, actor, { text: text || undefined, after })
  const isNational = administersAllAgencies.allows(actor, null)
  const parent = (url.searchParams.get('induk') ?? '').slice(0, 200)
  return { rows, next: next && toCursor(next), text, parent, isNational }
}

export const actions: Actions = {
  add: (event) =>
    form(event, addOrganisationForm, async ({ name, kind, parent, region }) => {
      const { db, actor, now, lang } = event.locals
      const given = { name, kind, parent: parent || null, regionCode: region || null, now }
      const slug = await addOrganisation(db, actor, given)
      redirect(303, href(lang, `/kelola/instansi/${slug}?jadi=added`))
    }),
}
