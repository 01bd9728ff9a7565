import { createHash } from 'node:crypto'
import { openUploads, pieceBytes, uploadHours } from '@semai/domain/files/file-limits'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid, uuidv7 } from '../db/uuid.ts'
import { ofQuestion } from './open-uploads.ts'
import { partKey, removeParts } from './clean-uploads.ts'
import { FileRejected } from './file-rejected.ts'
import { readWhole } from './file-store.ts'
import type { Files } from './open-files.ts'
import { takeIn } from './take-in.ts'
import type { TakenFile } from './take-in.ts'

/** What a browser says of a file before it sends it. `sha256` is null where it could not tell. */
export type Announced = { name: string; bytes: number; sha256: string | null }
/** An upload and how far it is. */
export type UploadState = { id: string; received: number; bytes: number; pieceBytes: number }

/** The record that a file is for, and what its feature says about it. */
export type UploadPlace = {
  column: 'edit_id' | 'document_id' | 'commitment_id' | 'report_id' | 'locus_id'
  id: string
  /** Which answer of a locus; none for other records. */
  question?: string | null
  /** @throws Refusal when this person may not add a file now. */
  refuseUnwritable: (db: Db, lock: 'for update' | 'no lock') => Promise<unknown>
  /** The rows of a file that was taken in, in the transaction that ends its upload. */
  attach: (db: Tx, taken: TakenFile) => Promise<unknown>
}

type Asked = { place: UploadPlace; files: Files; now: Date }

/**
 * An upload that can be continued is open: the one of this person, record and file that is open already, or a new one.
 * @throws Refusal not-found | conflict | invalid.
 */
export function startUpload(
  db: Db,
  actor: Actor,
  { place, files, now, announced }: Asked & { announced: Announced },
): Promise<UploadState> {
  const { name, bytes, sha256 } = announced
  if (bytes === 0) throw new FileRejected('empty', files.limits)
  if (bytes > files.limits.fileBytes) throw new FileRejected('too_big', files.limits)
  return inTransaction(db, async (db) => {
    await place.refuseUnwritable(db, 'for update') // two tabs get one upload, not two
    const open = await openOf(db, actor, { place, now })
    const same = open.find((one) => one.bytes === bytes && one.name === name && one.sha256 === sha256)
    if (same) return { id: same.id, received: same.received, bytes, pieceBytes }
    if (open.length >= openUploads) throw tooManyOpen
    const id = uuidv7()
    const expires_at = new Date(now.getTime() + uploadHours * 3_600_000)
    const row = {
      id,
      [place.column]: place.id,
      question: place.question ?? null,
      person_id: actor.personId!,
      name,
      bytes,
      sha256,
      started_at: now,
      expires_at,
    }
    await db.insertInto('file_upload').values(row).execute()
    return { id, received: 0, bytes, pieceBytes }
  })
}

/** Uploads of the actor to this record that can still be continued. */
function openOf(db: Db, actor: Actor, { place, now }: Pick<Asked, 'place' | 'now'>) {
  return db
    .selectFrom('file_upload')
    .select(['id', 'name', 'bytes', 'sha256', 'received'])
    .where(place.column, '=', place.id)
    .where(ofQuestion(place))
    .where('person_id', '=', actor.personId)
    .where('finished_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

type Named = Asked & { uploadId: string }

/** How far an upload is. @throws Refusal not-found when it is over or somebody else's. */
export async function uploadState(db: Db, actor: Actor, asked: Named): Promise<UploadState> {
  const { id, received, bytes } = await uploadOf(db, actor, asked)
  return { id, received, bytes, pieceBytes }
}

async function uploadOf(db: Db, actor: Actor, { place, uploadId, now }: Named, lock = false) {
  if (!isUuid(uploadId) || !isUuid(place.id)) throw isOver()
  const row = await db
    .selectFrom('file_upload as u')
    .select(['u.id', 'u.name', 'u.bytes', 'u.received', 'u.sha256', 'u.finished_at as finishedAt'])
    .where('u.id', '=', uploadId)
    .where(`u.${place.column}`, '=', place.id)
    .where(ofQuestion(place))
    .where('u.person_id', '=', actor.personId)
    .where('u.expires_at', '>', now)
    .$if(lock, (query) => query.forUpdate('u'))
    .executeTakeFirst()
  if (!row) throw isOver()
  return row
}

function isOver(): Refusal {
  return new Refusal('not-found', {
    id: 'Kiriman ini sudah berakhir. Pilih berkasnya lagi untuk mengirim dari awal.',
    en: 'This upload is over. Choose the file again to send it from the beginning.',
  })
}

/** What became of a piece: taken, or not the next one; `received` says where to go on. */
export type PieceTaken = { isTaken: boolean; received: number }

/**
 * The next piece of an upload has arrived whole and is kept: first its bytes, then its row, so that what counts as
 * received is there, whichever process is asked next. A piece that was taken before is not taken twice.
 * @throws Refusal not-found | conflict | invalid when it is too long, or its hash is not what the sender said.
 */
export async function addPiece(
  db: Db,
  actor: Actor,
  { start, piece, sha256, ...asked }: Named & { start: number; piece: Buffer; sha256: string | null },
): Promise<PieceTaken> {
  await asked.place.refuseUnwritable(db, 'no lock')
  const { id, bytes, received, finishedAt } = await uploadOf(db, actor, asked)
  if (finishedAt !== null || start !== received) return { isTaken: false, received }
  const sum = createHash('sha256').update(piece).digest('hex')
  if (piece.length === 0 || piece.length > pieceBytes || start + piece.length > bytes) throw wrongPiece
  if (sha256 !== null && sha256 !== sum) throw new FileRejected('altered', asked.files.limits)
  await asked.files.uploads.put(partKey(id, { start, sha256: sum }), piece)
  return inTransaction(db, async (db) => {
    const { received } = await uploadOf(db, actor, asked, true)
    if (received !== start) return { isTaken: false, received }
    const row = { upload_id: id, start, bytes: piece.length, sha256: sum }
    await db.insertInto('file_upload_part').values(row).execute()
    const next = start + piece.length
    await db.updateTable('file_upload').set({ received: next }).where('id', '=', id).execute()
    return { isTaken: true, received: next }
  })
}

/**
 * An upload that has arrived whole belongs to its record; asked twice, once. An upload whose file
 * is not taken in is over.
 * @throws Refusal not-found | conflict while pieces are missing | invalid (FileRejected).
 */
export async function finishUpload(db: Db, actor: Actor, asked: Named): Promise<void> {
  const { place, files, now } = asked
  const upload = await uploadOf(db, actor, asked)
  if (upload.finishedAt !== null) return
  if (upload.received < upload.bytes) throw notWhole
  try {
    const bytes = await assembled(db, upload, files)
    const taken = await takeIn(db, files, { bytes, name: upload.name, now })
    await inTransaction(db, async (db) => {
      const { finishedAt } = await uploadOf(db, actor, asked, true)
      if (finishedAt !== null) return
      await place.attach(db, taken)
      await db.updateTable('file_upload').set({ finished_at: now }).where('id', '=', upload.id).execute()
    })
  } catch (problem) {
    if (problem instanceof FileRejected) await forget(db, upload.id, files)
    throw problem
  }
  await removeParts(files.uploads, upload.id)
}

/** The pieces as one, if they are what was announced. */
async function assembled(
  db: Db,
  { id, bytes, sha256 }: { id: string; bytes: number; sha256: string | null },
  { uploads, limits }: Files,
): Promise<Buffer> {
  const parts = await db
    .selectFrom('file_upload_part')
    .select(['start', 'sha256'])
    .where('upload_id', '=', id)
    .orderBy('start')
    .execute()
  const pieces: Buffer[] = []
  for (const part of parts) {
    const piece = await readWhole(uploads, partKey(id, part))
    if (piece === null) throw new FileRejected('altered', limits) // restored from a backup, which has no pieces
    pieces.push(piece)
  }
  const whole = Buffer.concat(pieces)
  const sum = createHash('sha256').update(whole).digest('hex')
  if (whole.length === bytes && (sha256 === null || sha256 === sum)) return whole
  throw new FileRejected('altered', limits)
}

/** The upload is over and its pieces are gone. @throws Refusal not-found. */
export async function cancelUpload(db: Db, actor: Actor, asked: Named): Promise<void> {
  const { id } = await uploadOf(db, actor, asked)
  await forget(db, id, asked.files)
}

async function forget(db: Db, id: string, { uploads }: Files): Promise<void> {
  await db.deleteFrom('file_upload').where('id', '=', id).execute()
  await removeParts(uploads, id)
}

const wrongPiece = new Refusal('invalid', {
  id: 'Potongan kiriman ini tidak sesuai. Muat ulang halaman, lalu pilih berkasnya lagi.',
  en: 'This piece of the upload does not fit. Load the page again, then choose the file again.',
})
const notWhole = new Refusal('conflict', {
  id: 'Kiriman belum lengkap. Lanjutkan mengirim sisanya.',
  en: 'The upload is not complete. Go on sending the rest.',
})
const tooManyOpen = new Refusal('invalid', {
  id: `Sudah ada ${openUploads} kiriman yang belum selesai. Selesaikan atau batalkan dulu.`,
  en: `There are ${openUploads} unfinished uploads already. Finish or cancel some first.`,
})
