import { showAtBlueprint } from '@semai/store/blueprints/blueprint-edit.commands'
import { othersAtBlueprint } from '@semai/store/blueprints/blueprint-edit.queries'
import { change } from '#lib/server/change.ts'

/** Says that the editor is open here, and answers who else has it open. */
export const POST = change(async ({ params, locals: { db, actor, now } }) => {
  const asked = { id: params['id']!, now }
  await showAtBlueprint(db, actor, asked)
  return { status: 200, answer: { others: await othersAtBlueprint(db, actor, asked) } }
})
