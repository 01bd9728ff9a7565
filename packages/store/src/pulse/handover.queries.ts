import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { namesContact, readsPack } from '@semai/domain/pulse/handover'
import type { HandoverCause } from '@semai/domain/pulse/handover'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { contactOf } from './handover-alarm.ts'
import { namedPeople } from './named-people.ts'

/**
 * Who looks after a replication, the open alarm that they left, and who could be named instead. Two queries, and two more
 * for those who may name.
 * @throws Refusal not-found | forbidden for whoever is not involved.
 */
export async function handoverOf(db: Db, actor: Actor, { code, now }: { code: string; now: Date }) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  if (!readsPack.allows(actor, replication)) throw new Refusal('forbidden', only(readsPack))
  const { contact, alarm } = await db
    .selectFrom('replication as r')
    .leftJoin('person as p', (join) => join.on('p.id', '=', contactOf))
    .leftJoin('handover_alarm as h', (join) =>
      join.onRef('h.replication_id', '=', 'r.id').on('h.settled_at', 'is', null),
    )
    .select([
      sql<{ name: string; post: string | null } | null>`case when p.id is not null then
        jsonb_build_object('name', p.name, 'post', p.post) end`.as('contact'),
      sql<{ cause: HandoverCause; raisedAt: string } | null>`case when h.id is not null then
        jsonb_build_object('cause', h.cause, 'raisedAt', h.raised_at) end`.as('alarm'),
    ])
    .where('r.id', '=', replication.id)
    .executeTakeFirstOrThrow()
  const mayName = namesContact.allows(actor, replication)
  const able = mayName ? await peopleAllowed(db, mayReplicate, { subject: replication.adopter, now }) : []
  const people = (await namedPeople(db, able)).map(({ id, name, post }) => ({ id, name, post }))
  return { contact, alarm, mayName, people }
}
