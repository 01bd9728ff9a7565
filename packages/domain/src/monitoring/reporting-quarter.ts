/** A quarter of a calendar year; `quarter` is 1 to 4. */
export type Quarter = { year: number; quarter: number }

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
  if (since >= end || today < `${end.slice(0, 8)}15`) return false
  return !reported.some(({ year, quarter }) => year === due.year && quarter === due.quarter)
}
