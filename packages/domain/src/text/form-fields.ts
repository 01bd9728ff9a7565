import { z } from 'zod'
import { linksOf } from '../innovations/innovation-content.form.ts'
import { isCalendarDay } from '../time/clock.ts'
import type { Says } from './says.ts'

/** Text that may be left out: blank is null. */
export const maybe = (max: number) =>
  z
    .string()
    .max(max)
    .optional()
    .transform((typed) => typed?.trim() || null)

/** What a refinement says when it does not hold. */
export const says = (sentence: Says) => ({ params: { says: sentence } })

/** What a day that is none is told. */
export const badDay: Says = {
  id: 'Isi hari yang ada di kalender: 2026-11-05.',
  en: 'Write a day of the calendar: 2026-11-05.',
}

/** A day of the calendar that may be left out. */
export const maybeDay = maybe(10).refine((typed) => typed === null || isCalendarDay(typed), says(badDay))

/** What a date as far as it is known is told when it is none. */
export const badPartialDate: Says = {
  id: 'Tulis tahun, bulan, atau hari: 2023, 2023-05, atau 2023-05-17.',
  en: 'Write a year, a month or a day: 2023, 2023-05 or 2023-05-17.',
}

/** The moment at which the page of a form was opened, which the page itself fills in; null where there was none. */
export const seenAt = z
  .union([z.literal('').transform(() => null), z.iso.datetime().transform((typed) => new Date(typed))])
  .nullable()
  .default(null)

/** What an address that is none is told. */
const badLink: Says = {
  id: 'Tulis alamat lengkap yang diawali https://.',
  en: 'Write a whole address that begins with https://.',
}

/** One whole address that may be left out. */
export const maybeLink = maybe(500).refine(
  (typed) => typed === null || linksOf(typed).length === 1,
  says(badLink),
)
