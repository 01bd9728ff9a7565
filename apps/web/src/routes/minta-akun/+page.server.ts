import { redirect } from '@sveltejs/kit'
import { accountRequestForm, requestKeptDays } from '@semai/domain/people/account-request.form'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { organisationList } from '@semai/store/organisations/organisation-list.queries'
import { organisationPage } from '@semai/store/organisations/organisation-page.queries'
import { requestAccount } from '@semai/store/people/account-request.commands'
import { form, page } from '#lib/server/answer.ts'
import { refuseFlood } from '#lib/server/public-forms.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals: { db, actor } }) =>
  page(async () => {
    const chosen = asked(url, 'instansi')
    if (chosen) {
      const { slug, name } = await organisationPage(db, chosen)
      return { chosen: { slug, name }, text: '', found: null, keptDays: requestKeptDays }
    }
    const text = asked(url, 'cari')
    const found = text === '' ? null : (await organisationList(db, actor, { text, limit: 20 })).rows
    return { chosen: null, text, found, keptDays: requestKeptDays }
  })

function asked({ searchParams }: URL, name: string): string {
  return (searchParams.get(name) ?? '').trim().slice(0, 120)
}

export const actions: Actions = {
  default: (event) =>
    form(event, accountRequestForm, async ({ organisation, ...asked }) => {
      refuseFlood(event)
      const { db, now, lang } = event.locals
      const organisationId = await organisationIdOf(db, organisation)
      const link = await requestAccount(db, { ...asked, organisationId, now })
      redirect(303, href(lang, `/minta-akun/lacak/${link}?baru=1`))
    }),
}
