import { redirect } from '@sveltejs/kit'
import { agencyManagementForm, managementYears } from '@semai/domain/organisations/agency-management.form'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { stateManagement } from '@semai/store/organisations/agency-management.commands'
import { mayStateFor, statedYears } from '@semai/store/organisations/agency-management.queries'
import { organisationPage } from '@semai/store/organisations/organisation-page.queries'
import { notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { files } from '#lib/server/files.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now, today } }) =>
  page(async () => {
    const { id, name, slug, endedOn } = await organisationPage(db, params.slug)
    if (endedOn !== null || !(await mayStateFor(db, actor, id))) throw new Refusal('not-found', notHere)
    const years = managementYears(now)
    const asked = Number(url.searchParams.get('tahun') ?? today.slice(0, 4))
    const year = years.includes(asked) ? asked : Number(today.slice(0, 4))
    const stated = (await statedYears(db, id)).find((row) => row.year === year) ?? null
    return { name, slug, years, year, stated, isSaved: url.searchParams.has('tersimpan') }
  })

export const actions: Actions = {
  default: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const texts = [...given].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.replaceAll('\0', '')] as const] : [],
      )
      const parsed = agencyManagementForm.safeParse(Object.fromEntries(texts))
      if (!parsed.success) throw new Refusal('invalid', unfit, formFaults(parsed.error))
      const file = given.get('decree')
      const isFile = file instanceof File && file.size > 0
      const decree = isFile ? { bytes: Buffer.from(await file.arrayBuffer()), name: file.name } : null
      const removeDecree = given.get('removeDecree') === 'yes'
      const stated = { ...parsed.data, slug: params.slug, decree, removeDecree, now }
      await stateManagement(db, actor, files(), stated)
      const query = new URLSearchParams({ tahun: String(parsed.data.year), tersimpan: '1' })
      redirect(303, href(lang, `/instansi/${params.slug}/pengelolaan/tulis?${query}`))
    })
  },
}

const notHere = {
  id: 'Halaman ini untuk admin lokal instansinya.',
  en: "This page is for the institution's administrator.",
}
const unfit = { id: 'Ada isian yang perlu diperbaiki.', en: 'Something typed needs mending.' }
