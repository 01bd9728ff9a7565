import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { pulseSignature } from '@semai/domain/pulse/pulse.form'
import { answerPulseByLink, askedByPulseLink } from '@semai/store/pulse/pulse.commands'
import { reasonNamesToChoose } from '@semai/store/reasons/reason-list'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import type { Actions, PageServerLoad } from './$types'

const updateMonth = updateMonthFrom(process.env)

export const load: PageServerLoad = ({ params, locals: { db, now, lang } }) =>
  page(async () => {
    const asked = await askedByPulseLink(db, params.link, now)
    return { ...asked, reasons: await reasonNamesToChoose(db, lang) }
  })

/** The questions are data: what they take is read where they are known. */
const signed = pulseSignature.catchall(z.string())

export const actions: Actions = {
  default: (event) =>
    form(event, signed, async ({ name, post, ...typed }) => {
      const { db, now } = event.locals
      await answerPulseByLink(db, { link: event.params.link, typed, name, post, now, updateMonth })
      return { done: true as const }
    }),
}
