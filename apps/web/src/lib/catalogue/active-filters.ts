import type { InnovationFilterFields } from '@semai/domain/innovations/innovation-filter.form'
import type { ListNames } from '@semai/store/innovations/list-names.queries'
import type { Lang } from '#lib/site/lang.ts'
import { catalogueTexts } from '#lib/texts/catalogue.ts'
import { addressOf, listFields, without, type Showing } from './address.ts'
import { wordFor } from './facet-choices.ts'

/** A choice in words, with the address of the page without it. */
export type ActiveFilter = { says: string; address: string }

/** Every choice but the search text, which stands in its box. `region` is the name of the region asked for. */
export function activeFilters(
  fields: InnovationFilterFields,
  showing: Showing,
  { lang, names, region }: { lang: Lang; names: ListNames; region: string | null },
): ActiveFilter[] {
  const texts = catalogueTexts[lang]
  const here = { view: showing.view, limit: showing.limit }
  const active: ActiveFilter[] = listFields.flatMap((name) =>
    fields[name].map((value) => ({
      says: wordFor(name, value, lang, names),
      address: addressOf(without(fields, name, value), here),
    })),
  )
  const single = (name: 'daerah' | 'dari' | 'sampai' | 'bertahap', says: string) =>
    active.push({ says, address: addressOf(without(fields, name), here) })
  if (fields.daerah) single('daerah', region ?? fields.daerah)
  if (fields.dari) single('dari', texts.since(String(fields.dari)))
  if (fields.sampai) single('sampai', texts.until(String(fields.sampai)))
  if (fields.bertahap) single('bertahap', texts.batched[fields.bertahap])
  return active
}
