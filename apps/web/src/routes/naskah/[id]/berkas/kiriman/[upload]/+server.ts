import type { RequestEvent } from '@sveltejs/kit'
import {
  addPiece,
  cancelUpload,
  finishUpload,
  uploadState,
} from '@semai/store/innovations/innovation-upload.commands'
import { change } from '#lib/server/change.ts'
import { files } from '#lib/server/files.ts'
import { sentPiece } from '#lib/server/sent-upload.ts'

const asked = ({ params, locals: { now } }: Pick<RequestEvent, 'params' | 'locals'>) => ({
  editId: params['id']!,
  uploadId: params['upload']!,
  files: files(),
  now,
})

/** How far the upload is. */
export const GET = change(async (event) => {
  const { db, actor } = event.locals
  return { status: 200, answer: await uploadState(db, actor, asked(event)) }
})

/**
 * The next piece: its bytes as the body, where it begins in `upload-offset`, its SHA-256 in `upload-sha256` where the
 * sender can tell. 200 when it was taken, 409 when another one is due; both say how much is there.
 */
export const PATCH = change(async (event) => {
  const { db, actor } = event.locals
  const piece = await sentPiece(event.request)
  const { isTaken, received } = await addPiece(db, actor, { ...asked(event), ...piece })
  return { status: isTaken ? 200 : 409, answer: { received } }
})

/** All pieces are there: the file is looked at, prepared, and belongs to the text. */
export const POST = change(async (event) => {
  const { db, actor } = event.locals
  await finishUpload(db, actor, asked(event))
  return { status: 200, answer: { isDone: true } }
})

/** Gives the upload up. */
export const DELETE = change(async (event) => {
  const { db, actor } = event.locals
  await cancelUpload(db, actor, asked(event))
  return { status: 200, answer: { isDone: true } }
})
