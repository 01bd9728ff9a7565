import { chosenIn, preferenceForm } from '@semai/domain/notices/preference.form'
import { choosePreferences } from '@semai/store/notices/preference.commands'
import { preferencesOf } from '@semai/store/notices/preference.queries'
import { form } from '#lib/server/answer.ts'
import { isMailOn } from '#lib/server/mail-on.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({
  chosen: await preferencesOf(db, actor),
  isMailOn,
})

export const actions: Actions = {
  default: (event) =>
    form(event, preferenceForm, async (given) => {
      const { db, actor, now } = event.locals
      const { lang, zone, quiet, from, until } = given
      const choices = { lang, zone, quiet: quiet ? { from, until } : null, kinds: chosenIn(given) }
      await choosePreferences(db, actor, { choices, now })
      return { saved: true as const, typed: {}, faults: [], says: null }
    }),
}
