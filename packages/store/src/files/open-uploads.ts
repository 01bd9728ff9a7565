import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import type { UploadPlace } from './resumable-upload.ts'

/** Uploads of the actor to a record that can still be continued, oldest first. One query. */
export function openUploadsFor(
  db: Db,
  actor: Actor,
  { column, id, now }: Pick<UploadPlace, 'column' | 'id'> & { now: Date },
) {
  return db
    .selectFrom('file_upload')
    .select(['id', 'name', 'bytes', 'received', 'expires_at as expiresAt'])
    .where(column, '=', id)
    .where('person_id', '=', actor.personId)
    .where('finished_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('started_at')
    .limit(50)
    .execute()
}
