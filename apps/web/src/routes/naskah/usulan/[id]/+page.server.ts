import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { Refusal } from '@semai/domain/refusal'
import { saveProposal, settleProposalCopy } from '@semai/store/proposals/proposal-edit.commands'
import { proposalPage } from '@semai/store/proposals/proposal-edit.queries'
import { contentOfForm } from '#lib/proposals/proposal-fields.ts'
import { form, notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { revisionOf } from '#lib/writing/revision.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now } }) =>
  page(async () => ({ proposal: await proposalPage(db, actor, { id: params.id, now }) }))

const copyForm = z.object({ copy: z.uuid(), use: z.enum(['yes', 'no']) })

export const actions: Actions = {
  save: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const content = contentOfForm(given)
      const revision = revisionOf(given.get('revision'))
      const saved = await saveProposal(db, actor, { id: params.id, revision, content, now })
      if (saved.kind === 'conflict') throw savedBefore
      redirect(303, href(lang, `/naskah/usulan/${params.id}`))
    })
  },
  copy: (event) =>
    form(event, copyForm, async ({ copy, use }) => {
      const { db, actor, now, lang } = event.locals
      await settleProposalCopy(db, actor, { id: event.params.id, copyId: copy, isUsed: use === 'yes', now })
      redirect(303, href(lang, `/naskah/usulan/${event.params.id}`))
    }),
}

const savedBefore = new Refusal('conflict', {
  id: 'Orang lain menyimpan lebih dulu. Naskah Anda tersimpan di samping: lihat di bawah, lalu pilih yang dipakai.',
  en: 'Somebody else saved first. Your text is kept beside: see below, then choose the one to use.',
})
