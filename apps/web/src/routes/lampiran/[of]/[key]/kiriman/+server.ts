import { attachmentPlace } from '@semai/store/attachments/attachment.commands'
import { startUpload } from '@semai/store/files/resumable-upload'
import { attachmentAsked } from '#lib/server/attachment-asked.ts'
import { change } from '#lib/server/change.ts'
import { files } from '#lib/server/files.ts'
import { announced } from '#lib/server/sent-upload.ts'

/** Opens an upload, or finds the one that is open for the same file: 200 with its id and how far it is. */
export const POST = change(async (event) => {
  const { db, actor, now } = event.locals
  const given = announced.parse(await event.request.json())
  const place = await attachmentPlace(db, actor, attachmentAsked(event))
  return {
    status: 200,
    answer: await startUpload(db, actor, { place, files: files(), now, announced: given }),
  }
})
