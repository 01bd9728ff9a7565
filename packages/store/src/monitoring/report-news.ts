import { toldReportSteps } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { ReportStep } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { LoadedReport } from './report.queries.ts'

/** Who writes for the adopter hears what became of a report; nobody of their own doing. */
export async function tellOfReport(
  db: Tx,
  { personId }: Actor,
  { report, step, now }: { report: LoadedReport; step: ReportStep; now: Date },
): Promise<void> {
  const heard = toldReportSteps.find((one) => one === step)
  if (heard === undefined) return
  const { code, adopterName, innovation, localName, adopter } = report.replication
  const people = await peopleAllowed(db, mayReplicate, { subject: adopter, now })
  const { id, year, quarter } = report
  const names = { code, adopter: adopterName, innovation: localName ?? innovation }
  const to = people.filter((one) => one !== personId)
  await notify(db, {
    kind: 'report_checked',
    detail: { ...names, report: id, year, quarter, step: heard },
    to,
    at: now,
  })
}
