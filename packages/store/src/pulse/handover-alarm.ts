import type { Owned } from '@semai/domain/people/access'
import type { HandoverCause } from '@semai/domain/pulse/handover'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { AuditActor } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { watchers } from './pulse-news.ts'

/** Who looks after a replication, for a query over `replication r`: whoever was named, else who last took a step for its adopter. */
export const contactOf = sql<string | null>`coalesce(r.contact_id, (select s.person_id from replication_step s
  where s.replication_id = r.id and s.role in ('author', 'local_admin') and s.person_id is not null
  order by s.at desc, s.ordinal desc limit 1))`

/** What an alarm is about. */
export type Alarmed = {
  replicationId: string
  code: string
  adopterName: string
  innovation: string
  adopter: Owned
  cause: HandoverCause
  personId: string | null
  now: Date
}

/** An alarm is open and its local administrators and hub were told; false where one was open before. */
export async function raiseAlarm(db: Tx, actor: AuditActor, alarmed: Alarmed): Promise<boolean> {
  const { replicationId, code, adopterName, innovation, adopter, cause, personId, now } = alarmed
  const opened = await db
    .insertInto('handover_alarm')
    .values({ id: uuidv7(), replication_id: replicationId, cause, person_id: personId, raised_at: now })
    .onConflict((conflict) => conflict.column('replication_id').where('settled_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!opened) return false
  await audit(db, actor, {
    what: 'handover_alarm.raise',
    subjectId: replicationId,
    at: now,
    detail: { cause },
  })
  const to = await peopleAllowed(db, watchers, { subject: adopter, now })
  const detail = { code, adopter: adopterName, innovation, cause }
  await notify(db, { kind: 'handover_needed', detail, to, at: now })
  return true
}
