import { openPulses } from '@semai/store/pulse/open-pulses.commands'
import type { Db } from '@semai/store/db/transaction'
import { dayIn } from '@semai/domain/time/clock'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import { cast } from './cast.ts'

const dayMs = 86_400_000

/**
 * A replication of `aReplication` or `castReplication` that has run for half a year, and the pulse that is due then. Returns
 * the id of the pulse. Notices go to its people.
 */
export async function aPulse(db: Db, { code, now }: { code: string; now: Date }): Promise<string> {
  const began = new Date(now.getTime() - 190 * dayMs)
  const run = { step: 'run', day: dayIn(began), now: began, updateMonth: 3 } as const
  await takeReplicationStep(db, cast.author, { code, ...run })
  await openPulses(db, { now, updateMonth: 3 })
  const { id } = await db
    .selectFrom('pulse as u')
    .innerJoin('replication as r', 'r.id', 'u.replication_id')
    .select('u.id')
    .where('r.code', '=', code)
    .executeTakeFirstOrThrow()
  return id
}
