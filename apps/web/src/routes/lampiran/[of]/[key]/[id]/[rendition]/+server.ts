import { error } from '@sveltejs/kit'
import { attachedBytes } from '@semai/store/attachments/attachment.queries'
import { attachmentAsked } from '#lib/server/attachment-asked.ts'
import { page } from '#lib/server/answer.ts'
import { renditionIn, sendFile } from '#lib/server/file-answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  const { db, actor } = event.locals
  const rendition = renditionIn(event.params.rendition)
  if (rendition === null) error(404, 'Not Found')
  return page(async () => {
    const asked = { ...attachmentAsked(event), id: event.params.id, rendition }
    return sendFile(event.request, await attachedBytes(db, actor, asked), asked)
  })
}
