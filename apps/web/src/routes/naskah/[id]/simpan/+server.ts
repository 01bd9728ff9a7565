import { checklist, completeness } from '@semai/domain/innovations/innovation-checklist'
import { saveEdit } from '@semai/store/innovations/innovation-edit.commands'
import { z } from 'zod'
import { change } from '#lib/server/change.ts'
import { contentOfForm, parsed } from '#lib/writing/edit-fields.ts'
import { revisionOf } from '#lib/writing/revision.ts'

const jsonSave = z.object({
  revision: z.int().min(0).max(999_999_999),
  content: z.record(z.string(), z.unknown()),
})

/**
 * Saves a working text typed on a revision. 200 with the new revision and the checklist; 409 with what stands there now
 * and the id under which this text is kept beside.
 */
export const PUT = change(async ({ request, params, locals: { db, actor, now, today } }) => {
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const { revision, content } = isForm ? await fromForm(request) : await fromJson(request)
  const saved = await saveEdit(db, actor, { id: params['id']!, revision, content, now })
  const points = checklist(content, today)
  return {
    status: saved.kind === 'saved' ? 200 : 409,
    answer: { ...saved, savedAt: now.toISOString(), points, completeness: completeness(points) },
  }
})

async function fromForm(request: Request) {
  const form = new URLSearchParams(await request.text())
  return { revision: revisionOf(form.get('revision')), content: contentOfForm(form) }
}

async function fromJson(request: Request) {
  const { revision, content } = jsonSave.parse(await request.json())
  return { revision, content: parsed(content) }
}
