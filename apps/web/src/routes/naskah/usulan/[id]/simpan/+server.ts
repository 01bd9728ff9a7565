import { completeness } from '@semai/domain/innovations/innovation-checklist'
import { proposalPoints } from '@semai/domain/proposals/proposal-form'
import { saveProposal } from '@semai/store/proposals/proposal-edit.commands'
import { contentOfForm } from '#lib/proposals/proposal-fields.ts'
import { change } from '#lib/server/change.ts'
import { revisionOf } from '#lib/writing/revision.ts'

/**
 * Saves a proposal typed on a revision. 200 with the new revision and how each aspect stands; 409 with what stands there
 * now and the id under which this text is kept beside.
 */
export const PUT = change(async ({ request, params, locals: { db, actor, now } }) => {
  const form = new URLSearchParams(await request.text())
  const content = contentOfForm(form)
  const revision = revisionOf(form.get('revision'))
  const { aspects, ...saved } = await saveProposal(db, actor, { id: params['id']!, revision, content, now })
  const points = proposalPoints({ aspects }, content)
  return {
    status: saved.kind === 'saved' ? 200 : 409,
    answer: { ...saved, savedAt: now.toISOString(), points, completeness: completeness(points) },
  }
})
