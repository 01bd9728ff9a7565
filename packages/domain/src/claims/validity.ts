import { strongest } from './claim.ts'
import type { Act } from './claim.ts'

/**
 * The month in which the whole country says what still runs, unless the site is set up with another: March, when
 * agencies close their yearly performance reports. Source: PermenPANRB 53/2014 for the reports; the choice is this
 * project's.
 */
export const defaultUpdateMonth = 3

/** Somebody who declared shortly before the update month is not asked again in it. */
const shortestMonths = 3
/** A regulation and a budget line carry a claim this long, and evidence that was seen. Source: product rule 1. */
export const securedMonths = 36

/**
 * The last day (`YYYY-MM-DD`) on which what is said on `today` holds: the end of the next update month that is more
 * than three months away, or 36 months where a regulation and a budget line stand.
 * @param updateMonth 1 for January to 12.
 * @throws RangeError for a month that is none.
 * @example validUntil('2026-03-02', { updateMonth: 3, isSecured: false }) // '2027-03-31'
 */
export function validUntil(
  today: string,
  { updateMonth, isSecured }: { updateMonth: number; isSecured: boolean },
): string {
  if (!Number.isInteger(updateMonth) || updateMonth < 1 || updateMonth > 12) {
    throw new RangeError(`validUntil: not a month: ${updateMonth}`)
  }
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  if (isSecured) return dayOf(year, month - 1 + securedMonths, day)
  const away = (updateMonth - month + 12) % 12
  return lastDayOf(year, month - 1 + (away > shortestMonths ? away : away + 12))
}

/** What renewing looks at: an act, and the day of its evidence where it is known. */
export type DatedAct = { act: Act; on: string | null }

/**
 * How strong a claim is once its adopter has said that it goes on. Said in time, it stays as strong as it was, with a
 * verification for as long as its evidence is at most 36 months old; said after the validity had passed, it is what
 * the adopter declares, and has to be confirmed and verified anew.
 */
export function strengthRenewed(
  acts: readonly DatedAct[],
  { today, hasLapsed }: { today: string; hasLapsed: boolean },
): Act {
  if (hasLapsed) return 'declared'
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const oldest = dayOf(year, month - 1 - securedMonths, day)
  const holding = acts.filter(({ act, on }) => act !== 'verified' || (on !== null && on >= oldest))
  return strongest(['declared', ...holding.map(({ act }) => act)])!
}

/** The day of a month counted from January of `year`; the last day of that month where it has no such day. */
function dayOf(year: number, month: number, day: number): string {
  const last = lastDayOf(year, month)
  return day > Number(last.slice(8)) ? last : `${last.slice(0, 8)}${String(day).padStart(2, '0')}`
}

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)
}
