import { fold } from '../text/near-miss.ts'

export const complaintFields = ['text', 'title', 'day', 'service', 'agency', 'region'] as const
/** What a column of a file of complaints may fill. */
export type ComplaintField = (typeof complaintFields)[number]

/** Column names by what they fill, best first. Everything else in a file is never read. */
export const complaintColumns: Record<ComplaintField, readonly string[]> = {
  text: [
    'isi laporan',
    'isi aduan',
    'isi pengaduan',
    'isi keluhan',
    'uraian laporan',
    'uraian aduan',
    'uraian',
    'deskripsi',
    'isi',
    'aduan',
    'pengaduan',
    'keluhan',
    'laporan',
  ],
  title: ['judul laporan', 'judul aduan', 'judul pengaduan', 'judul', 'perihal'],
  day: [
    'tanggal laporan masuk',
    'tanggal laporan',
    'tanggal aduan',
    'tanggal masuk',
    'tanggal pengaduan',
    'tanggal kejadian',
    'tanggal',
    'tgl laporan',
    'tgl',
  ],
  service: [
    'kategori laporan',
    'kategori',
    'klasifikasi layanan',
    'jenis layanan',
    'layanan',
    'topik',
    'substansi',
    'sektor',
    'bidang',
  ],
  agency: [
    'instansi terdisposisi',
    'instansi tujuan',
    'instansi terlapor',
    'instansi induk',
    'instansi',
    'disposisi',
    'opd',
    'unit kerja',
  ],
  region: [
    'kabupaten/kota',
    'kabupaten kota',
    'kab/kota',
    'kabupaten',
    'kota',
    'wilayah',
    'daerah',
    'provinsi',
  ],
}

/** Which column of the file fills what: the name it was recognised by, and how many columns are never read. */
export type ColumnMapping = { columns: Partial<Record<ComplaintField, string>>; unread: number }

/** Recognises the columns of a header by name, case, spaces and signs aside. */
export function mappingOf(
  header: readonly string[],
): ColumnMapping & { at: Partial<Record<ComplaintField, number>> } {
  const names = header.map(plain)
  const columns: Partial<Record<ComplaintField, string>> = {}
  const at: Partial<Record<ComplaintField, number>> = {}
  for (const field of complaintFields) {
    const name = complaintColumns[field].find((name) => names.includes(plain(name)))
    if (name === undefined) continue
    columns[field] = name
    at[field] = names.indexOf(plain(name))
  }
  return { columns, at, unread: header.length - Object.keys(columns).length }
}

function plain(name: string): string {
  return fold(name.replaceAll(/[^\p{L}\d]+/gu, ' ')).trim()
}
