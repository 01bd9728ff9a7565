import type { ReplicationState } from '../replications/replication.lifecycle.ts'

/** A quarter of a calendar year; `quarter` is 1 to 4. */
export type Quarter = { year: number; quarter: number }

/** States of a replication that owe a report each quarter. */
export const reportingStates: readonly ReplicationState[] = ['implementing', 'running']

/**
 * The quarter that ended last before a day: the one a report is due for.
 * @example endedQuarter('2026-03-02') // { year: 2025, quarter: 4 }
 */
export function endedQuarter(today: string): Quarter {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const running = Math.ceil(month / 3)
  return running === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: running - 1 }
}

/** The first day after a quarter, `YYYY-MM-DD`: a report of it can be handed in from then on. */
export function dayAfter({ year, quarter }: Quarter): string {
  return quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
}

/**
 * The last day on which a report of a quarter is in time: 14 days after its end.
 * @example reportDeadline({ year: 2026, quarter: 1 }) // '2026-04-14'
 */
export function reportDeadline(quarter: Quarter): string {
  return `${dayAfter(quarter).slice(0, 8)}14`
}

/**
 * Whether the report of the quarter that ended last is late: none was handed in 14 days after its end. What began after
 * the quarter owes none.
 * @param since the day from which it is carried out, `YYYY-MM-DD`.
 */
export function isReportLate(
  today: string,
  { since, reported }: { since: string; reported: readonly Quarter[] },
): boolean {
  const due = endedQuarter(today)
  const end = dayAfter(due)
  if (since >= end || today <= reportDeadline(due)) return false
  return !reported.some(({ year, quarter }) => year === due.year && quarter === due.quarter)
}
