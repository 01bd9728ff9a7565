import type { RequestEvent } from '@sveltejs/kit'
import { attachmentPlace } from '@semai/store/attachments/attachment.commands'
import { addPiece, cancelUpload, finishUpload, uploadState } from '@semai/store/files/resumable-upload'
import { attachmentAsked } from '#lib/server/attachment-asked.ts'
import { change } from '#lib/server/change.ts'
import { files } from '#lib/server/files.ts'
import { sentPiece } from '#lib/server/sent-upload.ts'

async function asked(event: RequestEvent) {
  const { db, actor, now } = event.locals
  const place = await attachmentPlace(db, actor, attachmentAsked(event))
  return { place, uploadId: event.params['upload']!, files: files(), now }
}

/** How far the upload is. */
export const GET = change(async (event) => {
  const { db, actor } = event.locals
  return { status: 200, answer: await uploadState(db, actor, await asked(event)) }
})

/** The next piece, as the files of a text take it: 200 when it was taken, 409 when another one is due. */
export const PATCH = change(async (event) => {
  const { db, actor } = event.locals
  const piece = await sentPiece(event.request)
  const { isTaken, received } = await addPiece(db, actor, { ...(await asked(event)), ...piece })
  return { status: isTaken ? 200 : 409, answer: { received } }
})

/** All pieces are there: the file is looked at, prepared, and belongs to the record. */
export const POST = change(async (event) => {
  const { db, actor } = event.locals
  await finishUpload(db, actor, await asked(event))
  return { status: 200, answer: { isDone: true } }
})

/** Gives the upload up. */
export const DELETE = change(async (event) => {
  const { db, actor } = event.locals
  await cancelUpload(db, actor, await asked(event))
  return { status: 200, answer: { isDone: true } }
})
