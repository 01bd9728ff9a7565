import { knownDate, type RegionSpread } from '@semai/domain/claims/region-spread'
import type { Cell } from '@semai/domain/exchange/flat-table'
import type { Heading } from './export-source.ts'
import { csvText } from './write-csv.ts'

type Place = { code: string; name: string; provinceCode: string }

const columns: readonly (Heading & { of: (row: RegionSpread, place: Place | undefined) => Cell })[] = [
  {
    name: 'region_code',
    says: { id: 'Kode daerah', en: 'Code of the region' },
    of: (row) => row.regionCode,
  },
  {
    name: 'region',
    says: { id: 'Nama daerah', en: 'Name of the region' },
    of: (_, place) => place?.name ?? null,
  },
  {
    name: 'province_code',
    says: { id: 'Kode provinsi', en: 'Code of the province' },
    of: (_, place) => place?.provinceCode ?? null,
  },
  {
    name: 'date',
    says: { id: 'Tanggal pertama sejauh diketahui', en: 'First date as far as it is known' },
    of: ({ first }) => first && knownDate(first),
  },
  {
    name: 'precision',
    says: { id: 'Ketelitian tanggal', en: 'How exactly the date is known' },
    of: ({ first }) => first?.precision ?? null,
  },
  {
    name: 'ceremony',
    says: { id: 'Tanggal acara bersama', en: 'Date of a shared ceremony' },
    of: ({ first }) => first?.isBatched ?? null,
  },
  {
    name: 'known_by',
    says: { id: 'Sudah ada paling lambat', en: 'Known to exist by' },
    of: ({ boundBy }) => boundBy,
  },
  {
    name: 'strength',
    says: { id: 'Kekuatan klaim terkuat', en: 'Strength of the strongest claim' },
    of: ({ strength }) => strength,
  },
  {
    name: 'running',
    says: { id: 'Belum berhenti', en: 'Has not stopped' },
    of: ({ first, isRunning }) => (first ? isRunning : null),
  },
]

/**
 * A view of the explorer as a CSV file, one row a region, those without a date last. Rows that have a date are what its curve is
 * fitted to.
 */
export async function regionSpreadCsv({
  spread,
  regions,
}: {
  spread: { regions: readonly RegionSpread[] }
  regions: readonly Place[]
}): Promise<string> {
  const places = new Map(regions.map((region) => [region.code, region]))
  const rows = spread.regions.toSorted((a, b) => Number(a.first === null) - Number(b.first === null))
  const entries = rows.map((row) => ({
    record: row,
    point: null,
    cells: () => columns.map(({ of }) => of(row, places.get(row.regionCode))),
  }))
  let text = ''
  for await (const part of csvText({ headings: columns, pages: [entries] }, { bom: false })) text += part
  return text
}
