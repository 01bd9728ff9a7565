import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { roundAnswerLifecycle } from '@semai/domain/rounds/round-answer.lifecycle'
import { stepNames } from '@semai/domain/lifecycle'
import { saveAnswers, takeAnswerStep } from '@semai/store/rounds/answer.commands'
import { answerPage } from '@semai/store/rounds/answer.queries'
import { z } from 'zod'
import { attachmentsOf } from '#lib/attachments/addresses.ts'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now, today } }) =>
  page(async () => {
    const asked = { code: params.code, id: params.locus, now, today }
    return { ...(await answerPage(db, actor, asked)), isKept: url.searchParams.has('tersimpan') }
  })

/** Whatever the questions of the round are called: what none of them asks is left out when it is saved. */
const typedAnswers = z.record(z.string().max(40), z.string().max(12_000))
const step = z.object({ step: z.enum(stepNames(roundAnswerLifecycle)) })

type Asked = RequestEvent<{ code: string; locus: string }>

async function save({ locals, params }: Asked, typed: z.infer<typeof typedAnswers>): Promise<void> {
  const { db, actor, now } = locals
  const revision = Number(/^\d{1,9}$/.exec(typed['revision'] ?? '')?.[0] ?? 0)
  await saveAnswers(db, actor, { code: params.code, id: params.locus, revision, typed, now })
}

async function take({ locals, params }: Asked, name: 'submit' | 'take_back'): Promise<void> {
  const { db, actor, now } = locals
  await takeAnswerStep(db, actor, { code: params.code, id: params.locus, step: name, now })
}

function back({ locals: { lang }, params }: Asked, more = ''): never {
  redirect(303, href(lang, `/pantauan/${params.code}/jawab/${params.locus}${more}`))
}

/** The files of one question, once what was typed is kept. */
function toFiles({ locals: { lang }, params }: Asked, question: string): never {
  redirect(303, href(lang, attachmentsOf('answer', `${params.locus}.${question}`)))
}

export const actions: Actions = {
  save: (event) =>
    form(event, typedAnswers, async (typed) => {
      await save(event, typed)
      const files = typed['unggah']
      if (files !== undefined && /^[a-z][a-z0-9_]{0,39}$/.test(files)) toFiles(event, files)
      back(event, '?tersimpan')
    }),
  // What was typed is kept first, whatever comes of submitting it.
  submit: (event) =>
    form(event, typedAnswers, async (typed) => {
      await save(event, typed)
      await take(event, 'submit')
      back(event)
    }),
  step: (event) =>
    form(event, step, async (said) => {
      await take(event, said.step)
      back(event)
    }),
}
