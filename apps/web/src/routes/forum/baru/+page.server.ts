import { redirect } from '@sveltejs/kit'
import { forumForm } from '@semai/domain/replications/replication.form'
import { recordForum } from '@semai/store/replications/forum.commands'
import { hubsOfActor } from '@semai/store/replications/forum.queries'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({
  hubs: await hubsOfActor(db, actor),
})

export const actions: Actions = {
  default: (event) =>
    form(event, forumForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const id = await recordForum(db, actor, { said, now })
      redirect(303, href(lang, `/forum/${id}`))
    }),
}
