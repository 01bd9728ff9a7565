import { startUpload } from '@semai/store/innovations/innovation-upload.commands'
import { change } from '#lib/server/change.ts'
import { files } from '#lib/server/files.ts'
import { announced } from '#lib/server/sent-upload.ts'

/** Opens an upload, or finds the one that is open for the same file: 200 with its id and how far it is. */
export const POST = change(async ({ request, params, locals: { db, actor, now } }) => {
  const given = announced.parse(await request.json())
  const asked = { editId: params['id']!, files: files(), now, announced: given }
  return { status: 200, answer: await startUpload(db, actor, asked) }
})
