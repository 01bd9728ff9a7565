import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'

/** `what` is the page or list that was read; `people`: how many it showed. */
export type PersonalRead = { what: string; subjectId?: string | null; people: number; now: Date }

/** Notes that the actor read data about people; call it where such data is handed out. Nothing for an empty list. */
export async function notePersonalRead(
  db: Db,
  actor: Actor,
  { what, subjectId = null, people, now }: PersonalRead,
): Promise<void> {
  if (people === 0) return
  await db
    .insertInto('personal_read')
    .values({
      at: now,
      reader_id: actor.personId,
      reader_label: actor.label,
      what,
      subject_id: subjectId,
      people,
    })
    .execute()
}
