import type { InnovationFilterFields } from '@semai/domain/innovations/innovation-filter.form'
import type { FacetCounts } from '@semai/store/innovations/facet-counts'
import type { ListNames } from '@semai/store/innovations/list-names.queries'
import type { FacetName } from '@semai/store/innovations/list-question'
import type { Lang } from '#lib/site/lang.ts'
import { catalogueTexts } from '#lib/texts/catalogue.ts'
import type { ListField } from './address.ts'

/** The facet of the list behind each field of the form. */
export const facetOf: Record<ListField, FacetName> = {
  bidang: 'categories',
  provinsi: 'provinces',
  instansi: 'institutions',
  jenis: 'kinds',
  dasar: 'bases',
  tahap: 'stages',
  penghargaan: 'awards',
  kekuatan: 'strengths',
}

export type FacetChoice = { value: string; label: string; count: number; chosen: boolean }
export type FacetGroup = { name: ListField; choices: FacetChoice[] }

/** The words for a value of a field; the value itself where there are none. */
export function wordFor(field: ListField, value: string, lang: Lang, names: ListNames): string {
  if (field === 'provinsi') return names.provinces.find(({ code }) => code === value)?.name ?? value
  if (field === 'bidang') return names.categories.find(({ key }) => key === value)?.[lang] ?? value
  const words: Record<string, string> = catalogueTexts[lang].values[field]
  return words[value] ?? value
}

/**
 * The choices of each facet, most rows first; what is chosen stays even when nothing answers. A facet without a
 * choice is left out.
 */
export function facetGroups(
  counts: FacetCounts,
  fields: InnovationFilterFields,
  lang: Lang,
  names: ListNames,
): FacetGroup[] {
  const order = Object.keys(facetOf) as ListField[]
  return order.flatMap((name) => {
    const chosen: readonly string[] = fields[name]
    const found = counts[facetOf[name]]
    const values = [...new Set([...found.keys(), ...chosen])]
    const choices = values
      .map((value) => ({
        value,
        label: wordFor(name, value, lang, names),
        count: found.get(value) ?? 0,
        chosen: chosen.includes(value),
      }))
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    return choices.length > 0 ? [{ name, choices }] : []
  })
}
