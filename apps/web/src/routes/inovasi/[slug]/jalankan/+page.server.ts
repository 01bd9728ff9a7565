import { redirect } from '@sveltejs/kit'
import { declareForm } from '@semai/domain/claims/claim.form'
import { declareClaim } from '@semai/store/claims/declare-claim'
import { innovationHeadline } from '@semai/store/innovations/innovation-page.queries'
import { unitsOf } from '@semai/store/organisations/units-of.queries'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { form, page } from '#lib/server/answer.ts'
import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

const updateMonth = updateMonthFrom(process.env)

export const load: PageServerLoad = ({ params, locals: { db, actor } }) =>
  page(async () => {
    const [innovation, units, regions] = await Promise.all([
      innovationHeadline(db, actor, params.slug),
      unitsOf(db, actor),
      regionPoints(db),
    ])
    const places = regions.flatMap(({ code, name, hasGovernment }) => (hasGovernment ? [{ code, name }] : []))
    return { innovation, units, places }
  })

export const actions: Actions = {
  default: (event) =>
    form(event, declareForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { id: innovationId } = await innovationHeadline(db, actor, event.params.slug)
      const id = await declareClaim(db, actor, { innovationId, said, now, updateMonth })
      redirect(303, href(lang, `/klaim/${id}`))
    }),
}
