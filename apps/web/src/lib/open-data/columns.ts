import { claimTable } from '@semai/domain/exchange/claim-table'
import type { DatasetName } from '@semai/domain/exchange/datasets'
import type { Column } from '@semai/domain/exchange/flat-table'
import { innovationTable } from '@semai/domain/exchange/innovation-table'
import { programmeEventTable } from '@semai/domain/exchange/programme-event-record'
import { agencyTable, attributeTable, figureTable, regionTable } from '@semai/domain/exchange/region-table'
import type { Lang } from '#lib/site/lang.ts'

const tables: Record<DatasetName, readonly Pick<Column<never>, 'name' | 'says'>[]> = {
  innovations: innovationTable,
  claims: claimTable,
  regions: regionTable,
  agencies: agencyTable,
  attributes: attributeTable,
  figures: figureTable,
  events: programmeEventTable,
}

/** Name and explanation of each column of a dataset's flat files. */
export function columnsOf(dataset: DatasetName, lang: Lang): { name: string; says: string }[] {
  return tables[dataset].map(({ name, says }) => ({ name, says: says[lang] }))
}
