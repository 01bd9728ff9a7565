import { assignForm, checkForm } from '@semai/domain/pulse/sample.form'
import { assignCheck, publishSample, recordCheck } from '@semai/store/pulse/sample.commands'
import { samplePage } from '@semai/store/pulse/sample.queries'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now } }) =>
  page(() => samplePage(db, actor, { id: params.id, now }))

export const actions: Actions = {
  assign: (event) =>
    form(event, assignForm, async (given) => {
      const { db, actor, now } = event.locals
      await assignCheck(db, actor, { id: event.params.id, ...given, now })
      return { done: true as const }
    }),
  check: (event) =>
    form(event, checkForm, async (said) => {
      const { db, actor, now } = event.locals
      await recordCheck(db, actor, { id: event.params.id, said, now })
      return { done: true as const }
    }),
  publish: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now } = event.locals
      await publishSample(db, actor, { id: event.params.id, now })
      return { done: true as const }
    }),
}
