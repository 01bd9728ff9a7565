import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { questionForm } from '@semai/domain/rounds/question.form'
import { roundForm, roundGroupForm } from '@semai/domain/rounds/round.form'
import { saveRound } from '@semai/store/rounds/round.commands'
import { roundSetup } from '@semai/store/rounds/round.queries'
import { addGroup, removeGroup, removeQuestion, saveQuestion } from '@semai/store/rounds/round-setup.commands'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { roundFields } from '#lib/rounds/round-fields.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { code }, locals: { db, actor, now } }) =>
  page(async () => {
    const { round, groups, questions } = await roundSetup(db, actor, { code, now })
    return { round, groups, questions, kept: roundFields(round) }
  })

const group = z.object({ group: z.uuid() })
const question = z.object({ question: z.string().max(40) })

export const actions: Actions = {
  save: (event) =>
    form(event, roundForm, async (said) => {
      await saveRound(event.locals.db, event.locals.actor, { ...which(event), said })
      back(event, 'aturan')
    }),
  group: (event) =>
    form(event, roundGroupForm, async (said) => {
      await addGroup(event.locals.db, event.locals.actor, { ...which(event), said })
      back(event, 'kelompok')
    }),
  removeGroup: (event) =>
    form(event, group, async (said) => {
      await removeGroup(event.locals.db, event.locals.actor, { ...which(event), ...said })
      back(event, 'kelompok')
    }),
  question: (event) =>
    form(event, questionForm, async (said) => {
      await saveQuestion(event.locals.db, event.locals.actor, { ...which(event), said })
      back(event, 'formulir')
    }),
  removeQuestion: (event) =>
    form(event, question, async (said) => {
      await removeQuestion(event.locals.db, event.locals.actor, { ...which(event), ...said })
      back(event, 'formulir')
    }),
}

type Asked = RequestEvent<{ code: string }>
const which = ({ params: { code }, locals: { now } }: Asked) => ({ code, now })

function back({ params: { code }, locals: { lang } }: Asked, part: string): never {
  redirect(303, href(lang, `/pantauan/${code}/atur#${part}`))
}
