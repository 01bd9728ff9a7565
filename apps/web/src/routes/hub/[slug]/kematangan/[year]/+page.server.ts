import { error, redirect } from '@sveltejs/kit'
import { levelsForm, maturityStepForm } from '@semai/domain/hubs/hub.form'
import { saveLevels, takeMaturityStep } from '@semai/store/hubs/maturity.commands'
import { maturityPage } from '@semai/store/hubs/maturity.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

/** The year of the address; what is none is not there. */
function yearOf({ year }: { year: string }): number {
  if (!/^20\d\d$/.test(year)) error(404, 'Not Found')
  return Number(year)
}

export const load: PageServerLoad = ({ url, params, locals: { db, actor, now } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    const assessment = await maturityPage(db, actor, { hub, year: yearOf(params), now })
    return { hub: { name: hub.name, slug: hub.slug }, assessment, isSaved: url.searchParams.has('tersimpan') }
  })

export const actions: Actions = {
  save: (event) =>
    form(event, levelsForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { slug, year } = event.params
      await saveLevels(db, actor, { slug, year: yearOf(event.params), said, now })
      redirect(303, href(lang, `/hub/${slug}/kematangan/${year}?tersimpan=1`))
    }),
  step: (event) =>
    form(event, maturityStepForm, async (asked) => {
      const { db, actor, now, lang } = event.locals
      const { slug, year } = event.params
      await takeMaturityStep(db, actor, { ...asked, slug, year: yearOf(event.params), now })
      redirect(303, href(lang, `/hub/${slug}/kematangan/${year}#langkah`))
    }),
}
