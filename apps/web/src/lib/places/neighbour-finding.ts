import { isDated, type Dating } from '@semai/domain/claims/spread'
import { yearOf } from '#lib/pictures/day.ts'
import { capital, numberWords } from '#lib/pictures/number-words.ts'
import type { Lang } from '#lib/site/lang.ts'

type Own = Dating & { innovation: string; latest: string }
type Near = { code: string; innovation: string | null; latest: string | null }

/** The innovation most neighbours share with a region; the first in order among equals, null for none. */
export function sharedInnovation(rows: readonly Near[]): string | null {
  const counts = new Map<string, number>()
  for (const { innovation } of rows) if (innovation) counts.set(innovation, (counts.get(innovation) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * Who was first with what a region shares with its nearest neighbours, it or they, and how many years lay between.
 * Null where it shares nothing with a date.
 */
export function neighbourFinding(claims: readonly Own[], rows: readonly Near[], lang: Lang): string | null {
  const shared = sharedInnovation(rows)
  const own = firstDay(claims.filter((claim) => isDated(claim) && claim.innovation === shared))
  if (shared === null || own === null) return null
  const codes = [...new Set(rows.map((row) => row.code))]
  const days = codes.flatMap(
    (code) => firstDay(rows.filter((row) => row.code === code && row.innovation === shared)) ?? [],
  )
  const earlier = days.filter((day) => day < own)
  const all = numberWords(codes.length, lang)
  if (earlier.length > 0) {
    const some = capital(numberWords(earlier.length, lang))
    return lang === 'en'
      ? `${some} of the ${all} nearest neighbours had ${shared} first`
      : `${some} dari ${all} tetangga terdekat lebih dulu dengan ${shared}`
  }
  const later = days.filter((day) => day > own)
  if (later.length === 0) return null
  const some = capital(numberWords(later.length, lang))
  const gap = yearsApart(
    later.map((day) => yearOf(day) - yearOf(own)),
    lang,
  )
  return lang === 'en'
    ? `${some} of the ${all} nearest neighbours followed ${gap}`
    : `${some} dari ${all} tetangga terdekat menyusul ${gap}`
}

function firstDay(rows: readonly { latest: string | null }[]): string | null {
  return rows.flatMap(({ latest }) => latest ?? []).toSorted()[0] ?? null
}

/** The shortest and the longest of some spans, in whole years: "enam sampai tujuh tahun kemudian". */
function yearsApart(spans: readonly number[], lang: Lang): string {
  const [least, most] = [Math.min(...spans), Math.max(...spans)].map(Math.round) as [number, number]
  if (most === 0) return lang === 'en' ? 'within months' : 'dalam hitungan bulan'
  const words = (value: number) => numberWords(value, lang)
  if (lang === 'id') {
    if (least === 0) return `dalam ${words(most)} tahun`
    return least === most
      ? `${words(most)} tahun kemudian`
      : `${words(least)} sampai ${words(most)} tahun kemudian`
  }
  const unit = most === 1 ? 'year' : 'years'
  if (least === 0) return `within ${words(most)} ${unit}`
  return least === most ? `${words(most)} ${unit} later` : `${words(least)} to ${words(most)} ${unit} later`
}
