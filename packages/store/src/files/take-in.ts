import { createHash } from 'node:crypto'
import { isPicture } from '@semai/domain/files/file-kind'
import type { FileKind } from '@semai/domain/files/file-kind'
import { cleanName } from '@semai/domain/files/file-name'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { insertMany } from '../db/bulk.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { FileRejected } from './file-rejected.ts'
import { contentKey } from './file-store.ts'
import { kindOf } from './kind-of.ts'
import type { Files } from './open-files.ts'
import { preparePicture } from './picture.ts'
import type { Picture } from './picture.ts'

/** Bytes under their hash. */
type Hashed = { sha256: string; bytes: Buffer }

/** A file that was looked at, prepared and stored, and that no row names yet. */
export type TakenFile = {
  kind: FileKind
  name: string
  bytes: number
  sha256: string
  size: { width: number; height: number } | null
  variants: { width: number; height: number; format: 'webp' | 'jpeg'; sha256: string }[]
}

/**
 * The file was told by its content, a picture is there in all its sizes, and everything is stored. Until `insertFile`
 * names it, it is an orphan that the clean-up takes away after its grace.
 * @throws FileRejected with the reason and the way out; nothing is then stored.
 */
export async function takeIn(
  db: Db,
  files: Files,
  { bytes, name, now }: { bytes: Buffer; name: string; now: Date },
): Promise<TakenFile> {
  if (bytes.length > files.limits.fileBytes) throw new FileRejected('too_big', files.limits)
  const kind = await kindOf(bytes, name)
  if (typeof kind !== 'string') throw new FileRejected(kind.fault, files.limits)
  const picture = isPicture(kind) ? await preparePicture(bytes, kind, files.limits) : null
  const main = hashed(picture?.bytes ?? bytes)
  const variants = (picture?.variants ?? []).map((variant) => ({ ...variant, ...hashed(variant.bytes) }))
  await storeContents(db, files, { contents: [main, ...variants], now })
  return {
    kind,
    name: cleanName(name, kind),
    bytes: main.bytes.length,
    sha256: main.sha256,
    size: sizeOf(picture),
    variants: variants.map(({ width, height, format, sha256 }) => ({ width, height, format, sha256 })),
  }
}

/** The file has its rows, in the transaction of its use. @returns its id. */
export async function insertFile(
  db: Tx,
  actor: Pick<Actor, 'personId'>,
  { taken, now }: { taken: TakenFile; now: Date },
): Promise<string> {
  const id = uuidv7()
  await db
    .insertInto('file')
    .values({
      id,
      kind: taken.kind,
      name: taken.name,
      content_sha256: taken.sha256,
      width: taken.size?.width ?? null,
      height: taken.size?.height ?? null,
      uploaded_by: actor.personId,
      uploaded_at: now,
    })
    .execute()
  const variants = taken.variants.map(({ sha256, ...variant }) => ({
    file_id: id,
    ...variant,
    content_sha256: sha256,
  }))
  await insertMany(db, 'file_variant', variants)
  return id
}

/**
 * First the rows, then the bytes: the clean-up leaves alone what a row says was touched lately, so nothing is taken
 * away between storing and naming.
 */
async function storeContents(
  db: Db,
  { contents: store }: Files,
  { contents, now }: { contents: readonly Hashed[]; now: Date },
): Promise<void> {
  const bySum = new Map(contents.map((content) => [content.sha256, content]))
  const ordered = [...bySum.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)) // rows are locked in order
  await db
    .insertInto('file_content')
    .values(ordered.map(({ sha256, bytes }) => ({ sha256, bytes: bytes.length, touched_at: now })))
    .onConflict((conflict) =>
      conflict
        .column('sha256')
        .doUpdateSet({ touched_at: sql`greatest(file_content.touched_at, excluded.touched_at)` }),
    )
    .execute()
  for (const { sha256, bytes } of ordered) await store.put(contentKey(sha256), bytes)
}

function hashed(bytes: Buffer): Hashed {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
}

function sizeOf(picture: Picture | null): { width: number; height: number } | null {
  return picture && { width: picture.width, height: picture.height }
}
