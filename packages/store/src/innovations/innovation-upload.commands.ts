import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import type { Files } from '../files/open-files.ts'
import * as resumable from '../files/resumable-upload.ts'
import type { Announced, PieceTaken, UploadPlace, UploadState } from '../files/resumable-upload.ts'
import { attachTaken, writableEdit } from './innovation-file.commands.ts'

type Asked = { editId: string; files: Files; now: Date }
type Named = Asked & { uploadId: string }

/** A file in pieces for a working text. */
function forEdit(actor: Actor, { editId, files, now }: Asked): UploadPlace {
  return {
    column: 'edit_id',
    id: editId,
    refuseUnwritable: (db, lock) => writableEdit(db, actor, { editId, lock }),
    attach: (db, taken) => attachTaken(db, actor, { editId, taken, files, now }),
  }
}

/**
 * An upload that can be continued is open: the one of this person, text and file that is open already, or a new one.
 * @throws Refusal not-found | conflict | invalid.
 */
export function startUpload(
  db: Db,
  actor: Actor,
  asked: Asked & { announced: Announced },
): Promise<UploadState> {
  return resumable.startUpload(db, actor, { ...asked, place: forEdit(actor, asked) })
}

/** How far an upload is. @throws Refusal not-found when it is over or somebody else's. */
export function uploadState(db: Db, actor: Actor, asked: Named): Promise<UploadState> {
  return resumable.uploadState(db, actor, { ...asked, place: forEdit(actor, asked) })
}

/**
 * The next piece of an upload has arrived whole and is kept, as the upload of any record takes it.
 * @throws Refusal not-found | conflict | invalid when it is too long, or its hash is not what the sender said.
 */
export function addPiece(
  db: Db,
  actor: Actor,
  asked: Named & { start: number; piece: Buffer; sha256: string | null },
): Promise<PieceTaken> {
  return resumable.addPiece(db, actor, { ...asked, place: forEdit(actor, asked) })
}

/**
 * An upload that has arrived whole belongs to the text, as `attachFile` makes it; asked twice, once.
 * @throws Refusal not-found | conflict while pieces are missing | invalid (FileRejected).
 */
export function finishUpload(db: Db, actor: Actor, asked: Named): Promise<void> {
  return resumable.finishUpload(db, actor, { ...asked, place: forEdit(actor, asked) })
}

/** The upload is over and its pieces are gone. @throws Refusal not-found. */
export function cancelUpload(db: Db, actor: Actor, asked: Named): Promise<void> {
  return resumable.cancelUpload(db, actor, { ...asked, place: forEdit(actor, asked) })
}
