import { atClock, dayIn, onClock } from '../time/clock.ts'
import type { Zone } from '../time/clock.ts'
import type { MailChoice } from './notice.ts'

/** Hours of a person's own clock in which nothing is mailed: from `from` until before `until`, over midnight too. */
export type QuietHours = { from: number; until: number }

/** The hours that are quiet for those who chose nothing. */
export const usualQuietHours: QuietHours = { from: 20, until: 6 }

/** The hour of the person's own clock at which digests go out; weekly ones on Mondays. */
export const digestHour = 7
const monday = 1

/** When and how one person wants e-mail. `quiet` null: at any hour. */
export type MailHabits = { zone: Zone; quiet: QuietHours | null }

/**
 * When a notice that happens now is mailed; null when it is not. At once means not in quiet hours, unless it is
 * urgent; digests wait for their hour, and for the end of quiet hours that cover it.
 */
export function mailTime(
  choice: MailChoice,
  isUrgent: boolean,
  { zone, quiet }: MailHabits,
  now: Date,
): Date | null {
  if (choice === 'off') return null
  if (choice === 'now') return isUrgent ? now : afterQuiet(now, quiet, zone)
  return afterQuiet(nextDigest(choice, now, zone), quiet, zone)
}

/**
 * The moment itself, or, in quiet hours, the moment they end. Hours are those of the zone; `from` equal to `until` is the
 * whole day and never ends, so it is read as none.
 * @example afterQuiet(new Date('2026-03-02T16:30:00Z'), { from: 20, until: 6 }, 'WIB').toISOString() // '2026-03-02T23:00:00.000Z'
 */
export function afterQuiet(moment: Date, quiet: QuietHours | null, zone: Zone): Date {
  if (quiet === null || quiet.from === quiet.until) return moment
  const [day, time] = onClock(moment, zone)
  const hour = Number(time.slice(0, 2))
  const { from, until } = quiet
  const isOverMidnight = from > until
  const isQuiet = isOverMidnight ? hour >= from || hour < until : hour >= from && hour < until
  if (!isQuiet) return moment
  return atClock(day, isOverMidnight && hour >= from ? until + 24 : until, zone)
}

/**
 * The next time a digest goes out, after `now`: at seven on the person's clock, every day or on Mondays. What happens at
 * seven sharp belongs to the next one.
 * @example nextDigest('daily', new Date('2026-03-02T00:00:00Z'), 'WIB').toISOString() // '2026-03-03T00:00:00.000Z'
 */
export function nextDigest(choice: 'daily' | 'weekly', now: Date, zone: Zone): Date {
  const today = dayIn(now, zone)
  for (let days = 0; ; days += 1) {
    const moment = atClock(today, digestHour + 24 * days, zone)
    const isItsDay = choice === 'daily' || weekdayOf(moment, zone) === monday
    if (moment > now && isItsDay) return moment
  }
}

function weekdayOf(moment: Date, zone: Zone): number {
  return new Date(`${dayIn(moment, zone)}T00:00:00Z`).getUTCDay()
}
