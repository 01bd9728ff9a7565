import { blueprintChecklist } from '@semai/domain/blueprints/blueprint-checklist'
import { completeness } from '@semai/domain/innovations/innovation-checklist'
import { saveBlueprint } from '@semai/store/blueprints/blueprint-edit.commands'
import { contentOfForm } from '#lib/blueprints/blueprint-fields.ts'
import { change } from '#lib/server/change.ts'
import { revisionOf } from '#lib/writing/revision.ts'

/**
 * Saves a working text typed on a revision. 200 with the new revision and the checklist; 409 with what stands there now
 * and the id under which this text is kept beside.
 */
export const PUT = change(async ({ request, params, locals: { db, actor, now } }) => {
  const form = new URLSearchParams(await request.text())
  const content = contentOfForm(form)
  const revision = revisionOf(form.get('revision'))
  const saved = await saveBlueprint(db, actor, { id: params['id']!, revision, content, now })
  const points = blueprintChecklist(content)
  return {
    status: saved.kind === 'saved' ? 200 : 409,
    answer: { ...saved, savedAt: now.toISOString(), points, completeness: completeness(points) },
  }
})
