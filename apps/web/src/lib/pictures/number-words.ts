import type { Lang } from '../site/lang.ts'

const ID = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')
const EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A whole number up to 99 in words, a larger one in figures. */
export function numberWords(value: number, lang: Lang): string {
  if (value > 99) return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID').format(value)
  return lang === 'en' ? english(value) : indonesian(value)
}

/** The text with its first letter raised. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function indonesian(value: number): string {
  if (value < 12) return ID[value] ?? String(value)
  if (value < 20) return `${ID[value - 10]} belas`
  const tens = `${ID[Math.floor(value / 10)]} puluh`
  return value % 10 === 0 ? tens : `${tens} ${ID[value % 10]}`
}

function english(value: number): string {
  if (value < 20) return EN[value] ?? String(value)
  const tens = TENS[Math.floor(value / 10) - 2] ?? ''
  return value % 10 === 0 ? tens : `${tens}-${EN[value % 10]}`
}
