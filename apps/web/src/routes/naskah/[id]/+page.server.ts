import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { innovationEditLifecycle } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { stepNames } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { categoriesOf } from '@semai/store/innovations/categories.queries'
import { settleCopy, saveEdit, takeEditStep } from '@semai/store/innovations/innovation-edit.commands'
import { editPage } from '@semai/store/innovations/innovation-edit.queries'
import { form, notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { contentOfForm } from '#lib/writing/edit-fields.ts'
import { revisionOf } from '#lib/writing/revision.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today } }) =>
  page(async () => {
    const [edit, categories] = await Promise.all([
      editPage(db, actor, { id: params.id, now, today }),
      categoriesOf(db),
    ])
    return { edit, categories }
  })

const stepForm = z.object({
  step: z.enum(stepNames(innovationEditLifecycle)),
  reason: z.string().max(2_000).optional(),
})
const copyForm = z.object({ copy: z.uuid(), use: z.enum(['yes', 'no']) })

export const actions: Actions = {
  save: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const content = contentOfForm(given)
      const revision = revisionOf(given.get('revision'))
      const saved = await saveEdit(db, actor, { id: params.id, revision, content, now })
      if (saved.kind === 'conflict') throw savedBefore
      redirect(303, href(lang, `/naskah/${params.id}`))
    })
  },
  step: (event) =>
    form(event, stepForm, async ({ step, reason }) => {
      const { db, actor, now, lang } = event.locals
      const { slug } = await takeEditStep(db, actor, { id: event.params.id, step, reason, now })
      redirect(303, href(lang, slug ? `/inovasi/${slug}` : `/naskah/${event.params.id}`))
    }),
  copy: (event) =>
    form(event, copyForm, async ({ copy, use }) => {
      const { db, actor, now, lang } = event.locals
      await settleCopy(db, actor, { id: event.params.id, copyId: copy, isUsed: use === 'yes', now })
      redirect(303, href(lang, `/naskah/${event.params.id}`))
    }),
}

const savedBefore = new Refusal('conflict', {
  id: 'Orang lain menyimpan lebih dulu. Naskah Anda tersimpan di samping: lihat di bawah, lalu pilih yang dipakai.',
  en: 'Somebody else saved first. Your text is kept beside: see below, then choose the one to use.',
})
