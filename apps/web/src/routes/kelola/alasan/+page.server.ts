import { redirect } from '@sveltejs/kit'
import { newReasonForm, relabelReasonForm, retireReasonForm } from '@semai/domain/reasons/reason.form'
import { addReason, relabelReason, retireReason } from '@semai/store/reasons/reason.commands'
import { reasonList } from '@semai/store/reasons/reason-list'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Lang } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db } }) => ({
  reasons: await reasonList(db),
  isSaved: url.searchParams.has('tersimpan'),
})

const saved = (lang: Lang) => redirect(303, href(lang, '/kelola/alasan?tersimpan=1'))

export const actions: Actions = {
  add: (event) =>
    form(event, newReasonForm, async (label) => {
      const { db, actor, now, lang } = event.locals
      await addReason(db, actor, { label, now })
      saved(lang)
    }),
  relabel: (event) =>
    form(event, relabelReasonForm, async ({ reason, ...label }) => {
      const { db, actor, now, lang } = event.locals
      await relabelReason(db, actor, { code: reason, label, now })
      saved(lang)
    }),
  retire: (event) =>
    form(event, retireReasonForm, async ({ reason, retired }) => {
      const { db, actor, now, lang } = event.locals
      await retireReason(db, actor, { code: reason, isRetired: retired === 'yes', now })
      saved(lang)
    }),
}
