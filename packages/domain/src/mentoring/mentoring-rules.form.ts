import { z } from 'zod'
import { says } from '../text/form-fields.ts'
import { isCalendarDay } from '../time/clock.ts'

/** A stage as it is edited: its key stays for ever. */
export type StageLine = { key: string; id: string; en: string; promisedDays: number }

/** A day that is no working day. */
export type HolidayLine = { day: string; name: string }

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** The stages in their order, a line each: `kunci | nama | name | hari kerja`. */
export const stagesForm = z.object({
  stages: z
    .string()
    .max(4_000)
    .transform((typed) =>
      linesOf(typed).map(
        ([key = '', id = '', en = '', days = '', ...more]): StageLine & { isWhole: boolean } => ({
          key,
          id,
          en,
          promisedDays: Number(days),
          isWhole:
            more.length === 0 &&
            /^[a-z][a-z0-9_]{1,39}$/.test(key) &&
            isShort(id) &&
            isShort(en) &&
            isDays(days),
        }),
      ),
    )
    .refine(
      (list) =>
        list.length > 0 &&
        list.length <= 12 &&
        list.every(({ isWhole }) => isWhole) &&
        new Set(list.map(({ key }) => key)).size === list.length,
      says({
        id: 'Tulis 1 sampai 12 baris: kunci | nama | nama Inggris | hari kerja (1 sampai 500). Kunci memakai huruf kecil dan garis bawah, tiap kunci sekali.',
        en: 'Write 1 to 12 lines: key | Indonesian name | English name | working days (1 to 500). Keys use small letters and underscores, each once.',
      }),
    )
    .transform((list) => list.map(({ isWhole: _, ...line }): StageLine => line)),
})

const isShort = (text: string) => text.length >= 2 && text.length <= 80
const isDays = (text: string) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 500

/** Days off, a line each: `2027-01-01 | Tahun Baru Masehi`. None is a list too. */
export const holidaysForm = z.object({
  holidays: z
    .string()
    .max(20_000)
    .transform((typed) =>
      linesOf(typed).map(([day = '', name = '', ...more]): HolidayLine & { isWhole: boolean } => ({
        day,
        name,
        isWhole: more.length === 0 && isCalendarDay(day) && name.length >= 2 && name.length <= 120,
      })),
    )
    .refine(
      (list) =>
        list.length <= 400 &&
        list.every(({ isWhole }) => isWhole) &&
        new Set(list.map(({ day }) => day)).size === list.length,
      says({
        id: 'Tulis satu hari di tiap baris, masing-masing sekali: 2027-01-01 | Tahun Baru Masehi.',
        en: 'Write one day on each line, each once: 2027-01-01 | New Year.',
      }),
    )
    .transform((list) => list.map(({ isWhole: _, ...line }): HolidayLine => line)),
})
