import { redirect } from '@sveltejs/kit'
import { replyForm } from '@semai/domain/replies/right-of-reply'
import { sayReply } from '@semai/store/replies/reply.commands'
import { loadReplyRight } from '@semai/store/replies/reply.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor } }) =>
  page(async () => {
    const {
      ownerPath: _,
      provinceCode: __,
      ...right
    } = await loadReplyRight(db, actor, { id, lock: 'no lock' })
    return { right }
  })

export const actions: Actions = {
  default: (event) =>
    form(event, replyForm, async ({ reply }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await sayReply(db, actor, { id, reply, now })
      redirect(303, href(lang, `/hak-jawab/${id}`))
    }),
}
