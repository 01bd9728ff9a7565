import type { Lang } from '#lib/site/lang.ts'
import { count, locales } from './number.ts'

const scales = [
  { from: 1e12, id: 'triliun', en: 'trillion' },
  { from: 1e9, id: 'miliar', en: 'billion' },
  { from: 1e6, id: 'juta', en: 'million' },
] as const

/** Money in full: `Rp 1.250.000`. */
export function rupiah(lang: Lang, amountRupiah: number): string {
  return signed(amountRupiah, (whole) => `Rp\u00a0${count(lang, whole)}`)
}

/** Money to be read at a glance, with at most one decimal: `Rp 1,2 miliar`; under a million in full. */
export function rupiahShort(lang: Lang, amountRupiah: number): string {
  return signed(amountRupiah, (whole) => {
    const scale = scales.find(({ from }) => Math.round(whole / (from / 10)) >= 10)
    if (!scale) return `Rp\u00a0${count(lang, whole)}`
    const scaled = (whole / scale.from).toLocaleString(locales[lang], { maximumFractionDigits: 1 })
    return `Rp\u00a0${scaled}\u00a0${scale[lang]}`
  })
}

function signed(amount: number, write: (whole: number) => string): string {
  return amount < 0 ? `\u2212${write(-amount)}` : write(amount)
}
