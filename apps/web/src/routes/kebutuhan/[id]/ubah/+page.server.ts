import { error, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { needContent } from '@semai/domain/needs/need.form'
import { writableNeedStates } from '@semai/domain/needs/need.lifecycle'
import { saveNeed } from '@semai/store/needs/need.commands'
import { needPage, noSuchNeed } from '@semai/store/needs/need.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => {
    const { isOwn, state, title, content, revision, organisation } = await needPage(db, actor, { id, now })
    if (!isOwn) throw noSuchNeed()
    if (!writableNeedStates.includes(state)) error(409, { message: notDraft.en, says: notDraft })
    return { id, title, content, revision, organisation }
  })

const notDraft = {
  id: 'Kebutuhan ini sudah dinyatakan. Pilih "Perbaiki lagi" di halamannya sebelum mengubah.',
  en: 'This need is stated. Choose "Work on it again" on its page before changing it.',
}

export const actions: Actions = {
  default: (event) =>
    form(
      event,
      needContent.extend({ revision: z.coerce.number().int().min(0) }),
      async ({ revision, ...content }) => {
        const { db, actor, now, lang } = event.locals
        const { id } = event.params
        await saveNeed(db, actor, { id, revision, content, now })
        redirect(303, href(lang, `/kebutuhan/${id}`))
      },
    ),
}
