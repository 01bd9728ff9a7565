import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import type { Tx } from '../db/transaction.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { LoadedStudyVisit } from './study-visit.queries.ts'

/** What a notice about a visit keeps of it. */
export function namesOf({ id, adopterName, innovation }: LoadedStudyVisit) {
  return { id, adopter: adopterName, innovation }
}

/** Those who write for one side, without whoever did it. */
export async function othersOf(
  db: Tx,
  { personId }: Actor,
  { side, now }: { side: Owned; now: Date },
): Promise<string[]> {
  const people = await peopleAllowed(db, mayReplicate, { subject: side, now })
  return people.filter((id) => id !== personId)
}
