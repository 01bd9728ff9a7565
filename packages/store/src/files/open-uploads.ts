import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { UploadPlace } from './resumable-upload.ts'

/** Uploads of the actor to a record that can still be continued, oldest first. One query. */
export function openUploadsFor(
  db: Db,
  actor: Actor,
  { now, ...place }: Pick<UploadPlace, 'column' | 'id' | 'question'> & { now: Date },
) {
  return db
    .selectFrom('file_upload')
    .select(['id', 'name', 'bytes', 'received', 'expires_at as expiresAt'])
    .where(place.column, '=', place.id)
    .where(ofQuestion(place))
    .where('person_id', '=', actor.personId)
    .where('finished_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('started_at')
    .limit(50)
    .execute()
}

/** True in SQL where an upload is for this answer, or for a record that has none. */
export function ofQuestion({ question = null }: Pick<UploadPlace, 'question'>) {
  return sql<boolean>`question is not distinct from ${question}`
}
