import { z } from 'zod'
import { regionKinds } from '../regions/region.ts'
import { cells, column, filled, joined, type Column, type Explanation, type FlatTable } from './flat-table.ts'
import { day, regionCode } from './record-parts.ts'
import type { AgencyRecord, AttributeRecord, FigureRecord, RegionRecord } from './region-record.ts'

/** Figures that have columns of their own in the table of regions; every figure is in the table of attributes. */
const wide: Record<string, Explanation> = {
  population: { id: 'Penduduk terdaftar', en: 'Registered residents' },
  area_km2: { id: 'Luas, km²', en: 'Area, km²' },
  poverty_rate: { id: 'Penduduk miskin, persen', en: 'Poor people, per cent' },
  hdi: { id: 'IPM (seri lama)', en: 'Human development index (old series)' },
  grdp_million_rp: { id: 'PDRB harga tetap 2010, juta rupiah', en: 'GRDP at 2010 prices, million rupiah' },
  grdp_per_capita_rp: { id: 'PDRB per orang, rupiah', en: 'GRDP per person, rupiah' },
  underdeveloped: { id: 'Daerah tertinggal (1: ya)', en: 'Underdeveloped area (1: yes)' },
}

/** Their names. */
export const wideFigures: readonly string[] = Object.keys(wide)

/** The newest value of a figure of a region; null where it has none. */
export function newestFigure(region: RegionRecord, attribute: string) {
  return region.attributes
    .filter((figure) => figure.attribute === attribute)
    .reduce<RegionRecord['attributes'][number] | null>((a, b) => (a && a.year >= b.year ? a : b), null)
}

const wideColumns = Object.entries(wide).flatMap(([name, says]): Column<RegionRecord>[] => [
  column(name, says, (r) => newestFigure(r, name)?.value ?? null, cells.number),
  column(
    `${name}_year`,
    { id: `${says.id}: tahun`, en: `${says.en}: year` },
    (r) => newestFigure(r, name)?.year ?? null,
    cells.number,
  ),
])

/** Regions as a table, with the newest value of each known figure and its year. */
export const regionTable: FlatTable<RegionRecord> = [
  filled('code', { id: 'Kode Kemendagri', en: 'Ministry code' }, (r) => r.code, regionCode),
  filled('name', { id: 'Nama', en: 'Name' }, (r) => r.name),
  filled('kind', { id: 'Jenis', en: 'Kind' }, (r) => r.kind, z.enum(regionKinds)),
  filled('province_code', { id: 'Kode provinsi', en: 'Province code' }, (r) => r.province.code, regionCode),
  filled('province', { id: 'Provinsi', en: 'Province' }, (r) => r.province.name),
  filled(
    'has_government',
    { id: 'Berpemerintahan sendiri', en: 'Has a government' },
    (r) => r.has_government,
    cells.yesNo,
  ),
  column('seat', { id: 'Ibu kota', en: 'Seat of government' }, (r) => r.seat),
  filled('lat', { id: 'Lintang ibu kota', en: 'Latitude of the seat' }, (r) => r.point.lat, cells.number),
  filled('lon', { id: 'Bujur ibu kota', en: 'Longitude of the seat' }, (r) => r.point.lon, cells.number),
  filled(
    'point_check',
    { id: 'Mutu titik', en: 'Quality of the point' },
    (r) => r.point.check,
    z.enum(['ok', 'weak']),
  ),
  column('former_provinces', { id: 'Provinsi sebelumnya', en: 'Former provinces' }, (r) =>
    joined(r.former_provinces.map(({ province, until }) => `${province.name} (sampai/until ${until})`)),
  ),
  ...wideColumns,
  column('sources', { id: 'Sumber angka', en: 'Sources of the figures' }, (r) =>
    joined(r.attributes.map(({ source }) => source.name)),
  ),
]

/** Figures of regions, one a row. */
export const attributeTable: FlatTable<AttributeRecord> = [
  filled('region_code', { id: 'Kode wilayah', en: 'Region code' }, (r) => r.region.code, regionCode),
  filled('region', { id: 'Wilayah', en: 'Region' }, (r) => r.region.name),
  filled('attribute', { id: 'Angka', en: 'Figure' }, (r) => r.attribute),
  filled('value', { id: 'Nilai', en: 'Value' }, (r) => r.value, cells.number),
  filled('unit', { id: 'Satuan', en: 'Unit' }, (r) => r.unit),
  filled('year', { id: 'Tahun', en: 'Year' }, (r) => r.year, cells.number),
  filled('source', { id: 'Sumber', en: 'Source' }, (r) => r.source.name),
  column('source_url', { id: 'Alamat sumber', en: 'Address of the source' }, (r) => r.source.url),
]

/** Organisations as a table. */
export const agencyTable: FlatTable<AgencyRecord> = [
  filled('slug', { id: 'Kunci', en: 'Key' }, (r) => r.slug),
  filled('name', { id: 'Nama', en: 'Name' }, (r) => r.name),
  filled('kind', { id: 'Jenis', en: 'Kind' }, (r) => r.kind),
  column('parent_slug', { id: 'Kunci induk', en: 'Key of the parent' }, (r) => r.parent?.slug ?? null),
  column('parent', { id: 'Induk', en: 'Parent' }, (r) => r.parent?.name ?? null),
  column('region_code', { id: 'Kode wilayah', en: 'Region code' }, (r) => r.region?.code ?? null, regionCode),
  column('region', { id: 'Wilayah', en: 'Region' }, (r) => r.region?.name ?? null),
]

/** Published totals as a table. */
export const figureTable: FlatTable<FigureRecord> = [
  filled('subject', { id: 'Pokok', en: 'Subject' }, (r) => r.subject),
  filled('measure', { id: 'Ukuran', en: 'Measure' }, (r) => r.measure),
  filled('value', { id: 'Nilai', en: 'Value' }, (r) => r.value, cells.number),
  filled('unit', { id: 'Satuan', en: 'Unit' }, (r) => r.unit),
  filled('as_of', { id: 'Per tanggal', en: 'As of' }, (r) => r.as_of, day),
  filled('precision', { id: 'Ketelitian', en: 'Precision' }, (r) => r.precision),
  filled('source', { id: 'Sumber', en: 'Source' }, (r) => r.source.name),
  column('source_url', { id: 'Alamat sumber', en: 'Address of the source' }, (r) => r.source.url),
  column('note', { id: 'Catatan', en: 'Note' }, (r) => r.note),
]
