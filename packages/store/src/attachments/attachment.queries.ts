import type { Actor } from '@semai/domain/people/actor'
import type { FileKind } from '@semai/domain/files/file-kind'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { variantsOf } from '../files/file-variants.ts'
import { ofQuestion, openUploadsFor } from '../files/open-uploads.ts'
import { heldBy } from './attachment-holder.ts'
import type { Asked, Held } from './attachment-holder.ts'

/**
 * The files of a record that this person may read, the first attached first, with what they may do. At most seven queries.
 * @throws Refusal not-found.
 */
export async function attachmentPage(db: Db, actor: Actor, asked: Asked) {
  const held = await heldBy(db, actor, asked)
  const files = held.mayRead ? await filesOf(db, held) : []
  const uploads = held.mayWrite ? await openUploadsFor(db, actor, { ...held, now: asked.now }) : []
  return { ...held, files, uploads }
}
export type AttachmentPage = Awaited<ReturnType<typeof attachmentPage>>
export type AttachedFile = AttachmentPage['files'][number]

/** A photograph without words is for those who wrote the report. */
function filesOf(db: Db, { column, id, question, holder, isOwn }: Held) {
  return db
    .selectFrom('attachment as t')
    .innerJoin('file as f', 'f.id', 't.file_id')
    .innerJoin('file_content as c', 'c.sha256', 'f.content_sha256')
    .select(['t.id', 't.alt', 't.attached_at as attachedAt', 'f.id as fileId', 'f.kind', 'f.name', 'c.bytes'])
    .select(variantsOf(db).as('variants'))
    .where(`t.${column}`, '=', id)
    .where(ofQuestion({ question }))
    .$if(holder === 'report' && !isOwn, (query) => query.where('t.alt', 'is not', null))
    .orderBy('t.attached_at')
    .orderBy('t.id')
    .limit(50)
    .execute()
}

/** Which bytes: the file, or a size of a picture. */
export type AskedBytes = { width: number; format: 'webp' | 'jpeg' } | 'whole'

/**
 * The bytes of one file of a record, for those who may read it. At most five queries.
 * @throws Refusal not-found, also for those who may not read it.
 */
export async function attachedBytes(
  db: Db,
  actor: Actor,
  { id, rendition, ...asked }: Asked & { id: string; rendition: AskedBytes },
): Promise<{ sha256: string; bytes: number; kind: FileKind; name: string; isPublic: boolean }> {
  const held = await heldBy(db, actor, asked)
  const sum =
    rendition === 'whole'
      ? sql<string>`f.content_sha256`
      : sql<string>`(select v.content_sha256 from file_variant v where v.file_id = f.id
          and v.width = ${rendition.width} and v.format = ${rendition.format})`
  const row = isUuid(id)
    ? await db
        .selectFrom('attachment as t')
        .innerJoin('file as f', 'f.id', 't.file_id')
        .innerJoin('file_content as c', (join) => join.on('c.sha256', '=', sum as never))
        .select(['f.kind', 'f.name', 'c.sha256', 'c.bytes', 't.alt'])
        .where('t.id', '=', id)
        .where(`t.${held.column}`, '=', held.id)
        .where(ofQuestion(held))
        .executeTakeFirst()
    : undefined
  const isShown = held.isOwn || held.holder !== 'report' || row?.alt != null
  if (!row || !held.mayRead || !isShown) throw noSuchAttachment()
  const { alt: _alt, ...file } = row
  // A browser keeps what is public for a year; who may read a record can change sooner than that.
  return { ...file, isPublic: false }
}

export function noSuchAttachment(): Refusal {
  return new Refusal('not-found', {
    id: 'Berkas ini tidak ada, atau tidak dibuka untuk Anda.',
    en: 'There is no such file, or it is not open to you.',
  })
}
