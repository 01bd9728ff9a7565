import type { Lang } from '../site/lang.ts'
import { count } from '../words/number.ts'

/** Days a date may stand for, both ends included. `earliest` is null where only an upper bound is known. */
export type DayRange = { earliest: string | null; latest: string }

/** The days an ISO date of any precision may stand for: 2023 is all of 2023, 2023-02 is February. */
export function dayRange(date: string): { earliest: string; latest: string } {
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return { earliest: date, latest: date }
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { earliest: `${date}-01`, latest: `${date}-${last}` }
}

/** Days since 1970 of an ISO day. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** A day as a year with its fraction: 2024-07-01 is about 2024.5. */
export function yearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  const start = dayNumber(`${day.slice(0, 4)}-01-01`)
  const length = dayNumber(`${String(year + 1).padStart(4, '0')}-01-01`) - start
  return year + (dayNumber(day) - start) / length
}

/** An ISO date in words, to its own precision: 12 Desember 2024, Desember 2024, 2024. */
export function dateText(date: string, lang: Lang, month: 'long' | 'short' = 'long'): string {
  const parts = date.split('-').length
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'id-ID', {
    year: 'numeric',
    ...(parts > 1 ? { month } : {}),
    ...(parts > 2 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${date}${'-01'.repeat(3 - parts)}T00:00:00Z`))
}

/** A count as the language writes it: 1.234 or 1,234. */
export function countText(value: number, lang: Lang): string {
  return count(lang, value)
}
