import type { Lang } from '#lib/site/lang.ts'

/** The locale whose habits each language follows: 1.234,5 in Indonesian, 1,234.5 in English. */
export const locales = { id: 'id-ID', en: 'en-GB' } as const

/** A whole number: `1.234` or `1,234`. */
export function count(lang: Lang, value: number): string {
  // Both languages write small numbers alike, and lists are full of them.
  if (Number.isInteger(value) && value >= 0 && value < 1_000) return String(value)
  return formatter(lang, 0, 0, 'decimal').format(value)
}

/** A number with exactly this many decimals: `0,75` or `0.75`. */
export function decimal(lang: Lang, value: number, digits: number): string {
  return formatter(lang, digits, digits, 'decimal').format(value)
}

/** A number with the decimals it has, at most six: `59` or `12,5`. */
export function plain(lang: Lang, value: number): string {
  return formatter(lang, 0, 6, 'decimal').format(value)
}

/** A share between 0 and 1 as per cent. What is not quite nothing or not quite all never rounds to 0 or 100. */
export function share(lang: Lang, value: number, digits = 0): string {
  const step = 10 ** -(digits + 2)
  const shown = formatter(lang, digits, digits, 'percent')
  if (value > 0 && value < step / 2) return `< ${shown.format(step)}`
  if (value < 1 && value > 1 - step / 2) return `> ${shown.format(1 - step)}`
  return shown.format(value)
}

const made = new Map<string, Intl.NumberFormat>()

/** Building a formatter costs far more than using it, so each is built once. */
function formatter(lang: Lang, least: number, most: number, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${lang} ${least} ${most} ${style}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.NumberFormat(locales[lang], {
    style,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  })
  made.set(key, fresh)
  return fresh
}
