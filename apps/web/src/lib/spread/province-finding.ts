import type { ProvinceRow } from '@semai/domain/claims/spread'
import type { Lang } from '#lib/site/lang.ts'
import { placeName } from './spread-view.ts'

type Names = ReadonlyMap<string, { name: string }>

/** A title that says what the table by province shows: who leads, and which provinces are complete. */
export function provinceFinding(rows: readonly ProvinceRow[], names: Names, lang: Lang): string {
  const [most, second] = rows
  if (!most || most.count === 0)
    return lang === 'id' ? 'Belum ada provinsi dengan tanggal' : 'No province has a date yet'
  const nameOf = (row: ProvinceRow) => placeName(names.get(row.provinceCode)?.name ?? row.provinceCode)
  const tied = second?.count === most.count
  const complete = rows.filter((row) => row.governments > 1 && row.count >= row.governments).map(nameOf)
  const leads = tied ? rows.filter((row) => row.count === most.count).map(nameOf) : [nameOf(most)]
  if (lang === 'id') {
    const lead =
      leads.length > 3 ? `${leads.length} provinsi sama banyak` : `${inWords(leads, lang)} terbanyak`
    return complete.length > 0 && complete.length <= 3
      ? `${lead}; ${inWords(complete, lang)} sudah lengkap`
      : lead
  }
  const lead =
    leads.length > 3
      ? `${leads.length} provinces are level`
      : `${inWords(leads, lang)} ${leads.length > 1 ? 'lead' : 'leads'}`
  return complete.length > 0 && complete.length <= 3
    ? `${lead}; ${inWords(complete, lang)} ${complete.length > 1 ? 'are' : 'is'} complete`
    : lead
}

/** The provinces without a dated claim, in words; empty when there are none or more than eight. */
export function provincesWithout(rows: readonly ProvinceRow[], names: Names, lang: Lang): string {
  const none = rows
    .filter((row) => row.count === 0)
    .map((row) => placeName(names.get(row.provinceCode)?.name ?? ''))
  if (none.length > 8) return lang === 'id' ? `${none.length} provinsi` : `${none.length} provinces`
  return inWords(none, lang)
}

function inWords(words: readonly string[], lang: Lang): string {
  if (words.length < 2) return words[0] ?? ''
  const and = lang === 'id' ? 'dan' : 'and'
  return `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`
}
