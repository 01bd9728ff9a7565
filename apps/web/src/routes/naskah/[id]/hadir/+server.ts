import { showPresence } from '@semai/store/innovations/innovation-edit.commands'
import { othersOf } from '@semai/store/innovations/innovation-edit.queries'
import { change } from '#lib/server/change.ts'

/** Says that the editor is open here, and answers who else has it open. */
export const POST = change(async ({ params, locals: { db, actor, now } }) => {
  await showPresence(db, actor, { id: params['id']!, now })
  return { status: 200, answer: { others: await othersOf(db, actor, { id: params['id']!, now }) } }
})
