import type { Precision } from '@semai/domain/claims/claim'
import { onClock, type Zone } from '@semai/domain/time/clock'
import type { Lang } from '#lib/site/lang.ts'

const months = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** A partial date as far as it is known: `2017`, `2022-05` and `2024-12-12` become a year, a month and a day. */
export function date(lang: Lang, iso: string): string {
  if (iso.length <= 4) return iso
  const year = iso.slice(0, 4)
  const month = months[lang][Number(iso.slice(5, 7)) - 1]!
  return iso.length === 7 ? `${month} ${year}` : `${Number(iso.slice(8))} ${month} ${year}`
}

/** The date of a claim, cut to what is known of it; an upper bound says that it is one. */
export function claimDate(lang: Lang, latest: string, precision: Precision): string {
  const known = { day: 10, month: 7, year: 4, by: 10 } as const
  const text = date(lang, latest.slice(0, known[precision]))
  if (precision !== 'by') return text
  return lang === 'id' ? `paling lambat ${text}` : `by ${text}`
}

/** An instant on the clock of one of the three zones: `12 Desember 2024 pukul 23.59 WIB`. */
export function instant(lang: Lang, moment: Date, zone: Zone = 'WIB'): string {
  const [day, time] = onClock(moment, zone)
  return lang === 'id'
    ? `${date(lang, day)} pukul ${time.replace(':', '.')} ${zone}`
    : `${date(lang, day)} at ${time} ${zone}`
}
