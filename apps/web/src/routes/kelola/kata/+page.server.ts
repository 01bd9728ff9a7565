import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { stopWordForm, synonymForm } from '@semai/domain/search/added-words.form'
import { addedWords, addSynonym, removeSynonym, setStopWord } from '@semai/store/search/added-words.commands'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { db } }) => addedWords(db)

export const actions: Actions = {
  synonym: (event) =>
    form(event, synonymForm, async (given) => {
      const { db, actor, now, lang } = event.locals
      await addSynonym(db, actor, { ...given, now })
      redirect(303, href(lang, '/kelola/kata'))
    }),
  remove: (event) =>
    form(event, z.object({ id: z.uuid() }), async ({ id }) => {
      const { db, actor, now, lang } = event.locals
      await removeSynonym(db, actor, { id, now })
      redirect(303, href(lang, '/kelola/kata'))
    }),
  stop: (event) =>
    form(event, stopWordForm, async ({ word }) => {
      const { db, actor, now, lang } = event.locals
      await setStopWord(db, actor, { word, counts: false, now })
      redirect(303, href(lang, '/kelola/kata'))
    }),
  count: (event) =>
    form(event, stopWordForm, async ({ word }) => {
      const { db, actor, now, lang } = event.locals
      await setStopWord(db, actor, { word, counts: true, now })
      redirect(303, href(lang, '/kelola/kata'))
    }),
}
