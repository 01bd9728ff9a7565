import { cells, column, filled } from './flat-table.ts'
import type { FlatTable } from './flat-table.ts'
import type { NeedRecord } from './need-record.ts'

/** Needs as a flat table. */
export const needTable: FlatTable<NeedRecord> = [
  filled('id', { id: 'Pengenal kebutuhan', en: 'Identifier of the need' }, ({ id }) => id),
  filled('title', { id: 'Judul', en: 'Title' }, ({ title }) => title),
  filled('service', { id: 'Layanan', en: 'Service' }, ({ service }) => service),
  filled('state', { id: 'Keadaan', en: 'State' }, ({ state }) => state),
  filled('organisation', { id: 'Instansi', en: 'Organisation' }, ({ organisation }) => organisation.name),
  filled(
    'organisation_slug',
    { id: 'Kunci instansi', en: 'Key of the organisation' },
    (row) => row.organisation.slug,
  ),
  column(
    'region_code',
    { id: 'Kode daerah', en: 'Code of the region' },
    ({ region }) => region?.code ?? null,
  ),
  column('region', { id: 'Daerah', en: 'Region' }, ({ region }) => region?.name ?? null),
  column(
    'province_code',
    { id: 'Kode provinsi', en: 'Code of the province' },
    ({ province }) => province?.code ?? null,
  ),
  column('problem', { id: 'Masalah', en: 'Problem' }, ({ problem }) => problem),
  column('indicator', { id: 'Indikator', en: 'Indicator' }, ({ indicator }) => indicator),
  column('unit', { id: 'Satuan', en: 'Unit' }, ({ unit }) => unit),
  column('baseline', { id: 'Nilai awal', en: 'Baseline' }, ({ baseline }) => baseline, cells.number),
  column('target', { id: 'Target', en: 'Target' }, ({ target }) => target, cells.number),
  column(
    'people_affected',
    { id: 'Orang yang terdampak', en: 'People affected' },
    (row) => row.people_affected,
    cells.number,
  ),
  column(
    'priority',
    { id: 'Prioritas, 0 sampai 100', en: 'Priority, 0 to 100' },
    ({ priority }) => priority,
    cells.number,
  ),
  filled('stated_on', { id: 'Hari dinyatakan', en: 'Day it was stated' }, (row) => row.stated_on),
]
