import { needWriters } from '@semai/domain/needs/need-access'
import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { peopleAllowed } from '../notices/recipients.ts'

type Told = Owned & { id: string; title: string; organisation: string }

/** What a notice about a need keeps of it. */
export function namesOfNeed({ id, title, organisation }: Told) {
  return { need: id, title, organisation }
}

/** Those who write for a need or guide it, without whoever did it. One query. */
export async function othersOfNeed(
  db: Db,
  { need, actor, now }: { need: Told; actor: Pick<Actor, 'personId'> | null; now: Date },
): Promise<string[]> {
  const people = await peopleAllowed(db, needWriters, { subject: need, now })
  return people.filter((id) => id !== actor?.personId)
}
