import { adoptersPeople } from '@semai/domain/claims/claim-parties'
import { statesSeenBy } from '@semai/domain/lifecycle'
import { quarterlyReportLifecycle } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { ReportState } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { involvedInReplication } from '@semai/domain/replications/replication-parties'
import type { LoadedReplication } from '../replications/replication-record.ts'

/** The states of reports that somebody may read, of a replication that they may see. */
export function readableStates(actor: Actor, replication: LoadedReplication): ReportState[] {
  const audience = adoptersPeople.allows(actor, replication)
    ? 'owner'
    : involvedInReplication.allows(actor, replication)
      ? 'involved'
      : 'public'
  return statesSeenBy(quarterlyReportLifecycle, audience)
}
