import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import type { ReplicationStep } from '@semai/domain/replications/replication.lifecycle'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { loadReplication } from './replication-record.ts'
import type { LoadedReplication } from './replication-record.ts'

/** The origin is told that somebody takes its innovation over. */
export async function tellOrigin(
  db: Tx,
  actor: Actor,
  { code, now }: { code: string; now: Date },
): Promise<void> {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const to = await others(db, actor, { side: replication.origin, now })
  await notify(db, { kind: 'replication_interest', detail: namesOf(replication), to, at: now })
}

/** The adopter is told what was recommended to it or decided for it. */
export async function tellAdopter(
  db: Tx,
  actor: Actor,
  { code, now }: { code: string; now: Date },
): Promise<void> {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const to = await others(db, actor, { side: replication.adopter, now })
  await notify(db, { kind: 'replication_for_you', detail: namesOf(replication), to, at: now })
}

type Taken = { replication: LoadedReplication; step: ReplicationStep; now: Date }

/** Both sides are told how it goes on; nobody is told of their own doing. */
export async function tellOfReplicationStep(
  db: Tx,
  actor: Actor,
  { replication, step, now }: Taken,
): Promise<void> {
  const adopters = await others(db, actor, { side: replication.adopter, now })
  const origins = told.has(step) ? await others(db, actor, { side: replication.origin, now }) : []
  const detail = { ...namesOf(replication), step }
  await notify(db, { kind: 'replication_moved', detail, to: [...adopters, ...origins], at: now })
}

/** Steps that matter to the origin: the rest is the adopter's own business. */
const told: ReadonlySet<ReplicationStep> = new Set(['run', 'institutionalise', 'stop', 'resume'])

function namesOf({ code, adopterName, innovation, localName }: LoadedReplication) {
  return { code, adopter: adopterName, innovation: localName ?? innovation }
}

async function others(
  db: Tx,
  { personId }: Actor,
  { side, now }: { side: Owned; now: Date },
): Promise<string[]> {
  const people = await peopleAllowed(db, mayReplicate, { subject: side, now })
  return people.filter((id) => id !== personId)
}
