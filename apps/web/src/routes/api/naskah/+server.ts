import { editList } from '@semai/store/innovations/innovation-edit.queries'
import { innovationIdOf } from '@semai/store/innovations/innovation-page.queries'
import { startEdit } from '@semai/store/innovations/innovation-edit.commands'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { answerWrite } from '#lib/api/respond-write.ts'
import { textAnswer } from '#lib/api/text-answer.ts'
import { textsRead, textStart } from '#lib/api/writes.ts'

export const GET = answerWrite(textsRead, async ({ db, event: { locals } }) => {
  const { rows } = await editList(db, locals.actor, { limit: 200 })
  const given = rows.map(({ id, state, name, organisation, savedAt }) => ({
    id,
    state,
    name,
    unit: organisation,
    saved_at: savedAt.toISOString(),
  }))
  return { answer: { rows: given } }
})

export const POST = answerWrite(textStart, async ({ db, body, event: { locals } }) => {
  const { actor, now, today } = locals
  const about =
    'unit' in body
      ? { organisationId: await organisationIdOf(db, body.unit), innovationId: null }
      : { organisationId: null, innovationId: await innovationIdOf(db, actor, body.innovation) }
  const id = await startEdit(db, actor, { ...about, now })
  return { answer: await textAnswer(db, actor, { id, now, today }) }
})
