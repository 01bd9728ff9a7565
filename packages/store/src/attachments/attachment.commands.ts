import { misplaced, mostAttachments } from '@semai/domain/attachments/attachment'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid, uuidv7 } from '../db/uuid.ts'
import { ofQuestion } from '../files/open-uploads.ts'
import type { Files } from '../files/open-files.ts'
import type { UploadPlace } from '../files/resumable-upload.ts'
import { insertFile, takeIn } from '../files/take-in.ts'
import type { TakenFile } from '../files/take-in.ts'
import { writableHolder } from './attachment-holder.ts'
import type { Asked, Held } from './attachment-holder.ts'
import { noSuchAttachment } from './attachment.queries.ts'

/**
 * A file belongs to the record: of a document or a commitment its signed copy, in place of an earlier one; of a report a
 * photograph more, of an answer of a round a file of evidence more.
 * @throws Refusal not-found | forbidden | invalid (FileRejected, or a kind that does not belong there) | conflict when
 *   there are too many; nothing is then written.
 */
export async function attachToRecord(
  db: Db,
  actor: Actor,
  { given, files, ...asked }: Asked & { given: { bytes: Buffer; name: string }; files: Files },
): Promise<string> {
  await writableHolder(db, actor, { ...asked, lock: 'no lock' })
  const taken = await takeIn(db, files, { ...given, now: asked.now })
  return inTransaction(db, (db) => attachTaken(db, actor, { ...asked, taken }))
}

async function attachTaken(
  db: Tx,
  actor: Actor,
  { taken, now, ...asked }: Asked & { taken: TakenFile },
): Promise<string> {
  const held = await writableHolder(db, actor, { ...asked, now, lock: 'for update' })
  const says = misplaced(held.holder, taken.kind)
  if (says !== null) throw new Refusal('invalid', says, [{ field: 'files', says }])
  await makeRoom(db, held)
  const fileId = await insertFile(db, actor, { taken, now })
  const id = uuidv7()
  await db
    .insertInto('attachment')
    .values({
      id,
      [held.column]: held.id,
      question: held.question,
      file_id: fileId,
      attached_by: actor.personId,
      attached_at: now,
    })
    .execute()
  const detail = { file: fileId, kind: taken.kind, bytes: taken.bytes }
  await audit(db, actor, { what: `${names[held.holder]}.attach`, subjectId: held.id, at: now, detail })
  return id
}

/** What the audit calls each record. */
const names = {
  document: 'document',
  commitment: 'commitment',
  report: 'report',
  answer: 'round_answer',
} as const

async function makeRoom(db: Tx, held: Held): Promise<void> {
  const most = mostAttachments[held.holder]
  if (most === 1) {
    await db.deleteFrom('attachment').where(held.column, '=', held.id).execute()
    return
  }
  const there = await db
    .selectFrom('attachment')
    .select('id')
    .where(held.column, '=', held.id)
    .where(ofQuestion(held))
    .execute()
  if (there.length < most) return
  if (held.holder === 'answer') throw new Refusal('conflict', tooMuchEvidence(most))
  throw new Refusal('conflict', {
    id: `Paling banyak ${most} foto dalam satu laporan. Hapus satu dulu.`,
    en: `At most ${most} photographs in one report. Remove one first.`,
  })
}

const tooMuchEvidence = (most: number): Says => ({
  id: `Paling banyak ${most} berkas untuk satu pertanyaan. Hapus satu dulu.`,
  en: `At most ${most} files for one question. Remove one first.`,
})

/**
 * What a photograph shows is said, and with that others see it.
 * @throws Refusal not-found | forbidden.
 */
export function describeAttachment(
  db: Db,
  actor: Actor,
  { id, alt, now, ...asked }: Asked & { id: string; alt: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const held = await writableHolder(db, actor, { ...asked, now, lock: 'for update' })
    const { numUpdatedRows } = await db
      .updateTable('attachment')
      .set({ alt })
      .where('id', '=', id)
      .where(held.column, '=', held.id)
      .where(ofQuestion(held))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw noSuchAttachment()
    const detail = { attachment: id }
    await audit(db, actor, { what: `${names[held.holder]}.describe`, subjectId: held.id, at: now, detail })
  })
}

/**
 * A file does not belong to the record any more.
 * @throws Refusal not-found | forbidden.
 */
export function removeAttachment(
  db: Db,
  actor: Actor,
  { id, now, ...asked }: Asked & { id: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const held = await writableHolder(db, actor, { ...asked, now, lock: 'for update' })
    if (!isUuid(id)) throw noSuchAttachment()
    const { numDeletedRows } = await db
      .deleteFrom('attachment')
      .where('id', '=', id)
      .where(held.column, '=', held.id)
      .where(ofQuestion(held))
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw noSuchAttachment()
    const detail = { attachment: id }
    await audit(db, actor, { what: `${names[held.holder]}.detach`, subjectId: held.id, at: now, detail })
  })
}

/**
 * Where a file in pieces goes, for the uploads that can be continued. At most four queries.
 * @throws Refusal not-found | forbidden.
 */
export async function attachmentPlace(db: Db, actor: Actor, asked: Asked): Promise<UploadPlace> {
  const { column, id, question } = await writableHolder(db, actor, { ...asked, lock: 'no lock' })
  return {
    column,
    id,
    question,
    refuseUnwritable: (db, lock) => writableHolder(db, actor, { ...asked, lock }),
    attach: (db, taken) => attachTaken(db, actor, { ...asked, taken }),
  }
}
