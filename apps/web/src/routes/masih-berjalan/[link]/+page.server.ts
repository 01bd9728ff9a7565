import { runningLinkForm } from '@semai/domain/innovations/still-running.form'
import { answerByLink, askedByLink } from '@semai/store/innovations/still-running.commands'
import { form, page } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, now } }) =>
  page(async () => {
    const { name, slug, organisation, expires } = await askedByLink(db, params.link, now)
    return { name, slug, organisation, expires }
  })

export const actions: Actions = {
  default: (event) =>
    form(event, runningLinkForm, async (answer) => {
      const { db, now } = event.locals
      await answerByLink(db, { link: event.params.link, answer, now })
      return { done: true as const }
    }),
}
