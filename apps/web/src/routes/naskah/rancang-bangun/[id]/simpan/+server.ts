import { blueprintChecklist } from '@semai/domain/blueprints/blueprint-checklist'
import { completeness } from '@semai/domain/innovations/innovation-checklist'
import { saveBlueprint } from '@semai/store/blueprints/blueprint-edit.commands'
import { contentOfForm } from '#lib/blueprints/blueprint-fields.ts'
import { readerLang } from '#lib/api/problem.ts'
import { toldOfForm } from '#lib/replications/fork-fields.ts'
import { forkWords } from '#lib/replications/fork-words.ts'
import { change } from '#lib/server/change.ts'
import { revisionOf } from '#lib/writing/revision.ts'

/**
 * Saves a working text typed on a revision. 200 with the new revision and the checklist; 409 with what stands there now
 * and the id under which this text is kept beside.
 */
export const PUT = change(async ({ request, url, params, locals: { db, actor, now } }) => {
  const form = new URLSearchParams(await request.text())
  const content = contentOfForm(form)
  const revision = revisionOf(form.get('revision'))
  const told = toldOfForm(form)
  const { fork, declaredForm, ...saved } = await saveBlueprint(db, actor, {
    id: params['id']!,
    revision,
    content,
    ...(told && { told }),
    now,
  })
  const points = blueprintChecklist(content)
  const words = fork && forkWords(readerLang(request, url), fork, declaredForm)
  return {
    status: saved.kind === 'saved' ? 200 : 409,
    answer: {
      ...saved,
      savedAt: now.toISOString(),
      points,
      completeness: completeness(points),
      ...(fork && { words, kept: fork.measured?.kept ?? null }),
    },
  }
})
