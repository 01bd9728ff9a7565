const offsetHours = { WIB: 7, WITA: 8, WIT: 9 } as const
/** The three time zones of Indonesia. */
export type Zone = keyof typeof offsetHours

/**
 * The calendar day of an instant in a zone, as `YYYY-MM-DD`. What is due, valid or shown "today" goes by WIB.
 * @example dayIn(new Date('2026-03-01T17:00:00Z')) // '2026-03-02'
 */
export function dayIn(moment: Date, zone: Zone = 'WIB'): string {
  return onClock(moment, zone)[0]
}

/** Day and time (`HH:MM`) of an instant. None of the zones has changed its clock since 1988: offsets are constants. */
export function onClock(moment: Date, zone: Zone): [day: string, time: string] {
  const shifted = new Date(moment.getTime() + offsetHours[zone] * 3_600_000).toISOString()
  return [shifted.slice(0, 10), shifted.slice(11, 16)]
}

/**
 * Whether a text is a day of the calendar as `YYYY-MM-DD`: 29 February only in leap years.
 * @example isCalendarDay('2023-02-29') // false
 */
export function isCalendarDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/**
 * The instant at which a zone's clock shows this day and whole hour; the inverse of `onClock`. Hours from 0; 24 and more
 * are of the days after.
 * @example atClock('2026-03-02', 7, 'WIT').toISOString() // '2026-03-01T22:00:00.000Z'
 */
export function atClock(day: string, hour: number, zone: Zone): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour - offsetHours[zone]) * 3_600_000)
}

/**
 * Whole days from one calendar day to another (`YYYY-MM-DD`); negative when the second is earlier.
 * @example daysBetween('2026-02-27', '2026-03-02') // 3
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
