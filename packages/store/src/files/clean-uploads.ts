import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { FileStore } from './file-store.ts'

/** Where a piece of an upload waits. Its hash is in the name: two senders of one piece do not overwrite each other. */
export function partKey(uploadId: string, { start, sha256 }: { start: number; sha256: string }): string {
  return `${uploadId}/${String(start).padStart(10, '0')}-${sha256.slice(0, 16)}`
}

/** The pieces of an upload are gone from the store. */
export async function removeParts(uploads: FileStore, uploadId: string): Promise<void> {
  for await (const { key } of uploads.list(`${uploadId}/`)) await uploads.remove(key)
}

/** Uploads whose time is over are gone, and pieces that no upload knows. @returns how many uploads. */
export async function cleanUploads(
  db: Db,
  uploads: FileStore,
  { now, before, isDryRun }: { now: Date; before: Date; isDryRun: boolean },
): Promise<number> {
  const over = await db.selectFrom('file_upload').select('id').where('expires_at', '<', now).execute()
  if (isDryRun) return over.length
  for (const { id } of over) {
    await db.deleteFrom('file_upload').where('id', '=', id).execute()
    await removeParts(uploads, id)
  }
  const waiting = new Map<string, string[]>()
  for await (const { key, storedAt } of uploads.list()) {
    const uploadId = key.split('/')[0]!
    if (storedAt < before) waiting.set(uploadId, [...(waiting.get(uploadId) ?? []), key])
  }
  const known = await db
    .selectFrom('file_upload')
    .select('id')
    .where('finished_at', 'is', null)
    .where(sql<boolean>`id::text = any(${[...waiting.keys()]}::text[])`)
    .execute()
  for (const { id } of known) waiting.delete(id)
  for (const keys of waiting.values()) for (const key of keys) await uploads.remove(key)
  return over.length
}
