import { Refusal } from '../refusal.ts'
import type { Says } from '../text/says.ts'
import { dateWords } from '../time/date-words.ts'

/** The days a monthly brief tells of, `YYYY-MM-DD`; `until` is the last day of the month, or today while it goes on. */
export type BriefMonth = { month: string; from: string; until: string }

/** The first month that can be asked for. */
const firstMonth = '2010-01'
/** So many months can be chosen from a list. */
const offered = 24

/**
 * The month asked for, `YYYY-MM`; without one the month that ended last.
 * @throws Refusal invalid for what is no month, and for a month that has not begun.
 * @example briefMonth(null, '2026-03-02') // { month: '2026-02', from: '2026-02-01', until: '2026-02-28' }
 */
export function briefMonth(asked: string | null, today: string): BriefMonth {
  const month = asked ?? monthBefore(today.slice(0, 7))
  const fault = briefMonthFault(month, today)
  if (fault !== null) throw new Refusal('invalid', fault)
  const last = lastDay(month)
  return { month, from: `${month}-01`, until: last < today ? last : today }
}

/** Why there is no brief of what was asked for, and what to ask for instead; null where there is one. */
export function briefMonthFault(month: string, today: string): Says | null {
  const current = today.slice(0, 7)
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month < firstMonth) {
    return {
      id: `Bulan tidak terbaca. Tulis tahun dan bulannya, misalnya ${current}; paling awal ${firstMonth}.`,
      en: `The month cannot be read. Write its year and month, for example ${current}; ${firstMonth} at the earliest.`,
    }
  }
  if (month <= current) return null
  return {
    id: `${dateWords('id', month)} belum tiba, jadi belum ada ringkasannya. Pilih ${dateWords('id', current)} atau bulan sebelumnya.`,
    en: `${dateWords('en', month)} has not begun, so there is no brief of it. Choose ${dateWords('en', current)} or a month before.`,
  }
}

/** Months to choose from, the current one first. @example briefMonths('2026-03-02')[1] // '2026-02' */
export function briefMonths(today: string): string[] {
  const months = [today.slice(0, 7)]
  while (months.length < offered) months.push(monthBefore(months.at(-1)!))
  return months
}

function monthBefore(month: string): string {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`
}

function lastDay(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10)
}
