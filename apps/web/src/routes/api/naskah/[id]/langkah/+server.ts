import { takeEditStep } from '@semai/store/innovations/innovation-edit.commands'
import { answerWrite } from '#lib/api/respond-write.ts'
import { textStep } from '#lib/api/writes.ts'

export const POST = answerWrite(textStep, async ({ db, params, body, event: { locals } }) => {
  const { from, to, slug } = await takeEditStep(db, locals.actor, {
    id: params['id']!,
    ...body,
    now: locals.now,
  })
  return { answer: { from, to, slug } }
})
