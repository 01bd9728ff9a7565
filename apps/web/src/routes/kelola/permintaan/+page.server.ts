import { z } from 'zod'
import { requestStepForm } from '@semai/domain/people/account-request.form'
import { notePersonalRead } from '@semai/store/audit/personal-reads'
import { makeAddressLink, takeRequestStep } from '@semai/store/people/account-request.commands'
import { requestQueue } from '@semai/store/people/account-request.queries'
import { form } from '#lib/server/answer.ts'
import { queuePlace } from '#lib/site/queue-place.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, now } }) => {
  const place = queuePlace(url)
  const after = place && { movedAt: place.at, id: place.id }
  const { rows, next } = await requestQueue(db, actor, { now, after })
  const people = rows.filter(({ name }) => name !== null).length
  await notePersonalRead(db, actor, { what: 'account_requests', people, now })
  return { rows, next: next && writeCursor([next.movedAt.toISOString(), next.id]) }
}

export const actions: Actions = {
  step: (event) =>
    form(event, requestStepForm, async ({ id, step, reason }) => {
      const { db, actor, now, origin } = event.locals
      const { token, name } = await takeRequestStep(db, actor, { key: { id }, step, reason, now })
      const link = token && `${origin}/undangan/${token}`
      return { made: link ? ('invitation' as const) : ('step' as const), link, to: name }
    }),
  address: (event) =>
    form(event, z.object({ id: z.uuid() }), async ({ id }) => {
      const { db, actor, now, origin } = event.locals
      const { link, email } = await makeAddressLink(db, actor, { id, now })
      return { made: 'address' as const, link: `${origin}/minta-akun/surel/${link}`, to: email }
    }),
}
