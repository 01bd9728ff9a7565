import { daysBetween } from '../time/clock.ts'

/** Days that do not count: from the first day up to the day before work goes on; `until` null while the pause lasts. */
export type ServicePause = { from: string; until: string | null }

/** What does not count as a working day, besides Saturdays and Sundays. Days are `YYYY-MM-DD`. */
export type DaysOff = { holidays: ReadonlySet<string>; pauses: readonly ServicePause[] }

/** A stage with the working days promised for it; `enteredOn` null before it begins, `leftOn` null until it is finished. */
export type PromisedStage = { enteredOn: string | null; leftOn: string | null; promisedDays: number }

export const servicePaces = ['ahead', 'within', 'over', 'paused', 'kept', 'missed'] as const
/** `ahead`: not begun; `within`, `over` and `paused`: now; `kept` and `missed`: finished. */
export type ServicePace = (typeof servicePaces)[number]

/** Working days used and promised; `dueOn` is the last day on which the promise is kept, null while that cannot be known. */
export type ServiceClock = { used: number; promised: number; dueOn: string | null; pace: ServicePace }

/** A clock looks at most this far ahead or back: a stage is promised at most 500 working days. */
const farthestDays = 3_660

/**
 * Working days after `from` up to and with `to`: the day on which something is asked for does not count. 0 when `to` is
 * not later. O(days).
 *
 * @example workingDays('2026-02-27', '2026-03-03', { holidays: new Set(), pauses: [] }) // 2
 */
export function workingDays(from: string, to: string, off: DaysOff): number {
  let count = 0
  const days = Math.min(daysBetween(from, to), farthestDays)
  for (let day = 1; day <= days; day += 1) if (isWorkingDay(dayAfter(from, day), off)) count += 1
  return count
}

/**
 * The clock of a stage on a day.
 *
 * @example serviceClock({ enteredOn: '2026-02-27', leftOn: null, promisedDays: 2 }, { holidays: new Set(), pauses: [], today: '2026-03-04' }).pace // 'over'
 */
export function serviceClock(
  stage: PromisedStage,
  { today, ...off }: DaysOff & { today: string },
): ServiceClock {
  const { enteredOn, leftOn, promisedDays: promised } = stage
  if (enteredOn === null) return { used: 0, promised, dueOn: null, pace: 'ahead' }
  const used = workingDays(enteredOn, leftOn ?? today, off)
  const isOpen = off.pauses.some(({ until }) => until === null)
  const dueOn = isOpen && used <= promised && leftOn === null ? null : dueDay(enteredOn, promised, off)
  if (leftOn !== null) return { used, promised, dueOn, pace: used > promised ? 'missed' : 'kept' }
  if (used > promised) return { used, promised, dueOn, pace: 'over' }
  return { used, promised, dueOn, pace: isOpen ? 'paused' : 'within' }
}

/** The day on which so many working days have passed; null when there are not that many within ten years. */
function dueDay(from: string, promised: number, off: DaysOff): string | null {
  for (let day = 1, count = 0; day <= farthestDays; day += 1) {
    const date = dayAfter(from, day)
    if (isWorkingDay(date, off)) count += 1
    if (count === promised) return date
  }
  return null
}

function isWorkingDay(day: string, { holidays, pauses }: DaysOff): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6 || holidays.has(day)) return false
  return !pauses.some(({ from, until }) => day >= from && (until === null || day < until))
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
