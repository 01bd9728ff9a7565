import { saveEdit } from '@semai/store/innovations/innovation-edit.commands'
import { answerWrite } from '#lib/api/respond-write.ts'
import { pointsOf, textAnswer } from '#lib/api/text-answer.ts'
import { textRead, textSave } from '#lib/api/writes.ts'

export const GET = answerWrite(textRead, async ({ db, params, event: { locals } }) => ({
  answer: await textAnswer(db, locals.actor, { id: params['id']!, now: locals.now, today: locals.today }),
}))

/** 409 with what stands there now, and the id under which this text is kept beside, when somebody saved in between. */
export const PUT = answerWrite(textSave, async ({ db, params, body, event: { locals } }) => {
  const saved = await saveEdit(db, locals.actor, { id: params['id']!, ...body, now: locals.now })
  if (saved.kind === 'conflict') return { status: 409, answer: saved }
  return { answer: { revision: saved.revision, points: pointsOf(body.content, locals.today) } }
})
