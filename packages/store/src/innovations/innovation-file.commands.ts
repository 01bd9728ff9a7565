import { isPicture } from '@semai/domain/files/file-kind'
import { writableEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { missingToShow } from '@semai/domain/innovations/innovation-file.form'
import type { FileDescription } from '@semai/domain/innovations/innovation-file.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid, uuidv7 } from '../db/uuid.ts'
import { FileRejected } from '../files/file-rejected.ts'
import type { Files } from '../files/open-files.ts'
import { insertFile, takeIn } from '../files/take-in.ts'
import type { TakenFile } from '../files/take-in.ts'
import { loadEdit } from './innovation-edit.queries.ts'
import { noSuchFile } from './innovation-file.queries.ts'

/** Bytes as they were sent, under the name they had there. */
export type GivenFile = { bytes: Buffer; name: string }

/**
 * The file belongs to the working text, last in its order and not public. Looking at it and making the sizes of a
 * picture takes up to some seconds, in which nothing is locked.
 * @throws Refusal not-found | conflict when the text can not be changed | invalid (FileRejected) with what to do.
 */
export async function attachFile(
  db: Db,
  actor: Actor,
  { editId, given, files, now }: { editId: string; given: GivenFile; files: Files; now: Date },
): Promise<string> {
  await writableEdit(db, actor, { editId, lock: 'no lock' })
  await refuseTooMany(db, editId, files)
  const taken = await takeIn(db, files, { ...given, now })
  return inTransaction(db, (db) => attachTaken(db, actor, { editId, taken, files, now }))
}

/** The rows of a file that was taken in, with its place in the text and its line in the trail. @returns its id there. */
export async function attachTaken(
  db: Tx,
  actor: Actor,
  { editId, taken, files, now }: { editId: string; taken: TakenFile; files: Files; now: Date },
): Promise<string> {
  await writableEdit(db, actor, { editId, lock: 'for update' })
  const position = await refuseTooMany(db, editId, files)
  const fileId = await insertFile(db, actor, { taken, now })
  const id = uuidv7()
  const is_picture = isPicture(taken.kind)
  await db
    .insertInto('innovation_file')
    .values({
      id,
      edit_id: editId,
      innovation_id: null,
      file_id: fileId,
      position,
      is_picture,
      purpose: is_picture ? 'picture' : 'evidence',
      proves: null,
      title: null,
      alt_id: null,
      alt_en: null,
      caption: null,
      credit: null,
      licence: null,
    })
    .execute()
  const detail = { file: fileId, kind: taken.kind, bytes: taken.bytes }
  await audit(db, actor, { what: 'innovation_file.attach', subjectId: editId, at: now, detail })
  return id
}

/**
 * What is said about a file is stored, and with it whether everyone may see it once the text is published.
 * @throws Refusal not-found | conflict | invalid with the fields that are missing to show it; nothing is then written.
 */
export function describeFile(
  db: Db,
  actor: Actor,
  { editId, id, description, now }: { editId: string; id: string; description: FileDescription; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    await writableEdit(db, actor, { editId, lock: 'for update' })
    const { isPicture } = await fileOf(db, { editId, id })
    const missing = description.isPublic ? missingToShow(description, isPicture) : []
    if (missing.length > 0) throw new Refusal('invalid', notYetPublic, missing)
    await db
      .updateTable('innovation_file')
      .set({
        purpose: description.purpose,
        proves: description.proves,
        title: description.title,
        alt_id: description.altId,
        alt_en: description.altEn,
        caption: description.caption,
        credit: description.credit,
        licence: description.licence,
        people: description.people,
        is_public: description.isPublic,
      })
      .where('id', '=', id)
      .execute()
    const detail = { attachment: id, isPublic: description.isPublic }
    await audit(db, actor, { what: 'innovation_file.describe', subjectId: editId, at: now, detail })
  })
}

/**
 * The file stands one place earlier or later in the order; first and last stay where they are.
 * @throws Refusal not-found | conflict.
 */
export function moveFile(
  db: Db,
  actor: Actor,
  { editId, id, by, now }: { editId: string; id: string; by: -1 | 1; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    await writableEdit(db, actor, { editId, lock: 'for update' })
    await fileOf(db, { editId, id })
    const rows = await db
      .selectFrom('innovation_file')
      .select('id')
      .where('edit_id', '=', editId)
      .orderBy('position')
      .orderBy('id')
      .execute()
    const ids = rows.map((row) => row.id)
    const at = ids.indexOf(id)
    const to = Math.min(ids.length - 1, Math.max(0, at + by))
    ids.splice(to, 0, ...ids.splice(at, 1))
    for (const [position, one] of ids.entries()) {
      await db.updateTable('innovation_file').set({ position }).where('id', '=', one).execute()
    }
    await audit(db, actor, {
      what: 'innovation_file.move',
      subjectId: editId,
      at: now,
      detail: { attachment: id, position: to },
    })
  })
}

/** The text no longer has the file; what is published keeps it until the text is. @throws Refusal not-found | conflict. */
export function removeFile(
  db: Db,
  actor: Actor,
  { editId, id, now }: { editId: string; id: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    await writableEdit(db, actor, { editId, lock: 'for update' })
    const { fileId } = await fileOf(db, { editId, id })
    await db.deleteFrom('innovation_file').where('id', '=', id).execute()
    const detail = { attachment: id, file: fileId }
    await audit(db, actor, { what: 'innovation_file.remove', subjectId: editId, at: now, detail })
  })
}

/** @throws Refusal not-found | conflict while the text can not be changed. */
export async function writableEdit(
  db: Db,
  actor: Actor,
  { editId, lock }: { editId: string; lock: 'for update' | 'no lock' },
): Promise<void> {
  const { state } = await loadEdit(db, actor, editId, lock)
  if (writableEditStates.includes(state)) return
  throw new Refusal('conflict', {
    id: 'Naskah ini sedang diperiksa atau sudah terbit, jadi berkasnya tidak dapat diubah. Tarik kembali dulu, atau mulai perubahan baru.',
    en: 'This text is being checked or was published, so its files cannot be changed. Take it back first, or start a new change.',
  })
}

/** @returns the next place in the order. @throws FileRejected when the text holds as many as it may. */
async function refuseTooMany(db: Db, editId: string, { limits }: Files): Promise<number> {
  const { count, next } = await db
    .selectFrom('innovation_file')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('position').as('next')])
    .where('edit_id', '=', editId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= limits.filesPerRecord) throw new FileRejected('too_many', limits)
  return next === null ? 0 : next + 1
}

async function fileOf(db: Tx, { editId, id }: { editId: string; id: string }) {
  if (!isUuid(id)) throw noSuchFile()
  const row = await db
    .selectFrom('innovation_file')
    .select(['file_id as fileId', 'is_picture as isPicture'])
    .where('id', '=', id)
    .where('edit_id', '=', editId)
    .executeTakeFirst()
  if (!row) throw noSuchFile()
  return row
}

const notYetPublic = {
  id: 'Berkas ini belum dapat ditampilkan untuk umum: lengkapi dulu keterangannya.',
  en: 'This file cannot be shown to everyone yet: complete what is said about it first.',
}
