import { showAtProposal } from '@semai/store/proposals/proposal-edit.commands'
import { othersAtProposal } from '@semai/store/proposals/proposal-edit.queries'
import { change } from '#lib/server/change.ts'

/** Says that the editor is open here, and answers who else has it open. */
export const POST = change(async ({ params, locals: { db, actor, now } }) => {
  const asked = { id: params['id']!, now }
  await showAtProposal(db, actor, asked)
  return { status: 200, answer: { others: await othersAtProposal(db, actor, asked) } }
})
