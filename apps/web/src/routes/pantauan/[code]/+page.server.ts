import { redirect } from '@sveltejs/kit'
import { roundStepForm } from '@semai/domain/rounds/round.form'
import { takeRoundStep } from '@semai/store/rounds/round.commands'
import { roundPage } from '@semai/store/rounds/round.queries'
import { form, page } from '#lib/server/answer.ts'
import { locusAfter } from '#lib/rounds/locus-after.ts'
import { href } from '#lib/site/lang.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { code }, url, locals: { db, actor, now } }) =>
  page(async () => {
    const found = await roundPage(db, actor, { code, now, after: locusAfter(url) })
    const next = found.result?.loci.next
    return { ...found, next: next ? writeCursor([next.name, next.id]) : null }
  })

export const actions: Actions = {
  step: (event) =>
    form(event, roundStepForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await takeRoundStep(db, actor, { code, ...said, now })
      redirect(303, href(lang, `/pantauan/${code}`))
    }),
}
