import { daysBetween } from '../time/clock.ts'

/** One time at which a replication is asked: `m6`, `m12`, or the year of the national update month. Days `YYYY-MM-DD`. */
export type PulseRound = { round: string; dueOn: string }

/** Days a pulse can be answered from the day it was opened; a round is not made up for once it is older than that. */
export const pulseDays = 45

/** Whoever was asked at twelve months is not asked again within so many months in the update month. */
const shortestMonths = 3
/** A replication of a century ago has a hundred rounds; more is a mistyped year. */
const mostRounds = 130

/**
 * The rounds of a replication that are due by `today`, the oldest first: six and twelve months after operation began, then
 * each first day of the update month that is more than three months after the twelfth.
 * @param startedOn the last day on which operation can have begun: nobody is asked too early.
 * @param updateMonth 1 for January to 12.
 * @throws RangeError for a month that is none.
 * @example pulseRounds('2024-01-31', { updateMonth: 3, today: '2026-03-01' }).map(({ dueOn }) => dueOn)
 * // ['2024-07-31', '2025-01-31', '2026-03-01']
 */
export function pulseRounds(
  startedOn: string,
  { updateMonth, today }: { updateMonth: number; today: string },
): PulseRound[] {
  if (!Number.isInteger(updateMonth) || updateMonth < 1 || updateMonth > 12) {
    throw new RangeError(`pulseRounds: not a month: ${updateMonth}`)
  }
  const twelfth = monthsLater(startedOn, 12)
  const rounds = [
    { round: 'm6', dueOn: monthsLater(startedOn, 6) },
    { round: 'm12', dueOn: twelfth },
  ]
  const quietUntil = monthsLater(twelfth, shortestMonths)
  for (let year = Number(twelfth.slice(0, 4)); rounds.length < mostRounds; year++) {
    const dueOn = `${year}-${String(updateMonth).padStart(2, '0')}-01`
    if (dueOn > today) break
    if (dueOn > quietUntil) rounds.push({ round: String(year), dueOn })
  }
  return rounds.filter(({ dueOn }) => dueOn <= today)
}

/**
 * The round to open now: the newest that is due, as long as it is at most 45 days old. What was missed before is not asked
 * for afterwards: nobody remembers, and no silence is invented.
 */
export function roundToOpen(
  startedOn: string,
  asked: { updateMonth: number; today: string },
): PulseRound | null {
  const newest = pulseRounds(startedOn, asked).at(-1)
  return newest && daysBetween(newest.dueOn, asked.today) <= pulseDays ? newest : null
}

/**
 * The same day so many months later; the last day of that month where it has no such day.
 * @example monthsLater('2024-08-31', 6) // '2025-02-28'
 */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

/** The day so many days after another. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
