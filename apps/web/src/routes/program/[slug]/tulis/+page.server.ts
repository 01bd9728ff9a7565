import { redirect } from '@sveltejs/kit'
import { only } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { writesProgramme } from '@semai/domain/scaling/scaling-programme'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { programmeNamed } from '@semai/store/scaling/programme.queries'
import { saveProgramme } from '@semai/store/scaling/programme.commands'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { programmeFields } from '#lib/scaling/programme-fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor } }) =>
  page(async () => {
    const programme = await programmeNamed(db, actor, params.slug)
    if (!programme.mayWrite) throw new Refusal('forbidden', only(writesProgramme))
    const { name, slug } = programme
    return { name, slug, kept: programmeFields(programme) }
  })

export const actions: Actions = {
  default: (event) =>
    form(event, scalingProgrammeForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const slug = await saveProgramme(db, actor, { slug: event.params.slug, said, now })
      redirect(303, href(lang, `/program/${slug}`))
    }),
}
