import { redirect } from '@sveltejs/kit'
import { stateNames } from '@semai/domain/lifecycle'
import { findingForm } from '@semai/domain/scaling/finding.form'
import { findingLifecycle } from '@semai/domain/scaling/finding.lifecycle'
import { recordFinding } from '@semai/store/scaling/finding.commands'
import { findingList } from '@semai/store/scaling/finding.queries'
import { programmeNamed } from '@semai/store/scaling/programme.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, today } }) =>
  page(async () => {
    const { name, slug, mayWrite } = await programmeNamed(db, actor, params.slug)
    const state = stateNames(findingLifecycle).find((one) => one === url.searchParams.get('keadaan')) ?? null
    const after = url.searchParams.get('sesudah')
    const list = await findingList(db, actor, { slug, state, after: isId.test(after ?? '') ? after : null })
    return { name, slug, mayWrite, state, list, today }
  })

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const actions: Actions = {
  default: (event) =>
    form(event, findingForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { slug } = event.params
      const id = await recordFinding(db, actor, { slug, said, now })
      redirect(303, href(lang, `/program/${slug}/temuan/${id}`))
    }),
}
