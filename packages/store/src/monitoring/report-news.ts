import { toldReportSteps } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { ReportStep } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { guidesReplication, mayReplicate } from '@semai/domain/replications/replication-parties'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { LoadedReport } from './report.queries.ts'

type Taken = { report: LoadedReport; step: ReportStep; now: Date }

/**
 * Who guides the adopter hears that a report was submitted, who writes for it what became of it; nobody of their own doing.
 */
export async function tellOfReport(db: Tx, { personId }: Actor, { report, step, now }: Taken): Promise<void> {
  const { code, adopterName, innovation, localName, adopter, origin, hasHub } = report.replication
  const { id, year, quarter } = report
  const names = { code, adopter: adopterName, innovation: localName ?? innovation, report: id, year, quarter }
  const others = (people: readonly string[]) => people.filter((one) => one !== personId)
  if (step === 'submit') {
    const subject = { ...adopter, adopter, origin, hasHub }
    const to = others(await peopleAllowed(db, guidesReplication, { subject, now }))
    return notify(db, { kind: 'report_submitted', detail: names, to, at: now })
  }
  const heard = toldReportSteps.find((one) => one === step)
  if (heard === undefined) return
  const to = others(await peopleAllowed(db, mayReplicate, { subject: adopter, now }))
  return notify(db, { kind: 'report_checked', detail: { ...names, step: heard }, to, at: now })
}
