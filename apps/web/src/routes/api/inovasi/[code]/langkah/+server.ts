import { takeLifeStep } from '@semai/store/innovations/innovation-life.commands'
import { answerWrite } from '#lib/api/respond-write.ts'
import { lifeStep } from '#lib/api/writes.ts'

export const POST = answerWrite(lifeStep, async ({ db, params, body, event: { locals } }) => {
  await takeLifeStep(db, locals.actor, { which: { code: params['code']! }, ...body, now: locals.now })
  return { answer: { done: true as const } }
})
