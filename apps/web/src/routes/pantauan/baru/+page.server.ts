import { redirect } from '@sveltejs/kit'
import { roundForm } from '@semai/domain/rounds/round.form'
import { saveRound } from '@semai/store/rounds/round.commands'
import { roundList } from '@semai/store/rounds/round.queries'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, today } }) => ({
  earlier: (await roundList(db, actor)).map(({ code, name }) => ({ code, name })),
  kept: { year: today.slice(0, 4), untilHour: '16', assessors: '2', combining: 'mean', formOf: 'template' },
})

export const actions: Actions = {
  default: (event) =>
    form(event, roundForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const code = await saveRound(db, actor, { code: null, said, now })
      redirect(303, href(lang, `/pantauan/${code}/atur`))
    }),
}
