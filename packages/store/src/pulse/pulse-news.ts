import { anyOf, itsHub, itsLocalAdmin } from '@semai/domain/people/access'
import type { Owned } from '@semai/domain/people/access'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { LoadedPulse } from './pulse-record.ts'

/** Who hears that something may be wrong with a replication: its local administrators, and the hub in charge. */
export const watchers = anyOf<Owned>(itsLocalAdmin, itsHub)

/** Those who watch over it are told that somebody said, through a link, that it has stopped. */
export async function tellOfSaidStop(
  db: Tx,
  { adopter, code, adopterName, innovation }: LoadedPulse,
  now: Date,
): Promise<void> {
  const to = await peopleAllowed(db, watchers, { subject: adopter, now })
  const detail = { code, adopter: adopterName, innovation }
  await notify(db, { kind: 'pulse_said_stopped', detail, to, at: now })
}
