import { answerRunning } from '@semai/store/innovations/still-running.commands'
import { answerWrite } from '#lib/api/respond-write.ts'
import { runningAnswer } from '#lib/api/writes.ts'

export const POST = answerWrite(runningAnswer, async ({ db, params, body, event: { locals } }) => {
  await answerRunning(db, locals.actor, { which: { code: params['code']! }, ...body, now: locals.now })
  return { answer: { done: true as const } }
})
