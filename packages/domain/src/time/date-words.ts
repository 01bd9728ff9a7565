import { onClock } from './clock.ts'
import type { Zone } from './clock.ts'
import type { Says } from '../text/says.ts'

const months = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/**
 * A partial date as far as it is known: `2017`, `2022-05` and `2024-12-12` become a year, a month and a day.
 * @example dateWords('id', '2024-12-12') // '12 Desember 2024'
 */
export function dateWords(lang: keyof Says, iso: string): string {
  if (iso.length <= 4) return iso
  const year = iso.slice(0, 4)
  const month = months[lang][Number(iso.slice(5, 7)) - 1]!
  return iso.length === 7 ? `${month} ${year}` : `${Number(iso.slice(8))} ${month} ${year}`
}

/** An instant on the clock of one of the three zones: `12 Desember 2024 pukul 23.59 WIB`. */
export function instantWords(lang: keyof Says, moment: Date, zone: Zone = 'WIB'): string {
  const [day, time] = onClock(moment, zone)
  return lang === 'id'
    ? `${dateWords(lang, day)} pukul ${time.replace(':', '.')} ${zone}`
    : `${dateWords(lang, day)} at ${time} ${zone}`
}
