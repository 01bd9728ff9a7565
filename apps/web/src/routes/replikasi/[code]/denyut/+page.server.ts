import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { answerPulse, makePulseLink } from '@semai/store/pulse/pulse.commands'
import { pulsesOf } from '@semai/store/pulse/pulse.queries'
import { reasonNamesToChoose, reasonWords } from '@semai/store/reasons/reason-list'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

const updateMonth = updateMonthFrom(process.env)
const which = z.object({ id: z.string().max(40) })

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today, lang } }) =>
  page(async () => {
    const shown = await pulsesOf(db, actor, { code: params.code, now, today })
    const choices = shown.mayAnswer ? await reasonNamesToChoose(db, lang) : {}
    return { ...shown, reasons: await reasonWords(db, lang), choices }
  })

export const actions: Actions = {
  answer: (event) =>
    form(event, which.catchall(z.string()), async ({ id, ...typed }) => {
      const { db, actor, now } = event.locals
      await answerPulse(db, actor, { id, typed, now, updateMonth })
      return { done: 'answered' as const }
    }),
  ask: (event) =>
    form(event, which, async ({ id }) => {
      const { db, actor, now, lang, origin } = event.locals
      const made = await makePulseLink(db, actor, { id, now })
      return { done: 'asked' as const, ...made, link: `${origin}${href(lang, `/denyut/${made.link}`)}` }
    }),
}
