import type { Sheet } from '../exchange/sheet.ts'
import { serviceSectorNames, serviceSectors } from '../needs/service-sectors.ts'
import type { ServiceSector } from '../needs/service-sectors.ts'
import { fold } from '../text/near-miss.ts'
import { isCalendarDay } from '../time/clock.ts'
import { mappingOf } from './complaint-columns.ts'
import type { ColumnMapping } from './complaint-columns.ts'
import type { ComplaintWords } from './complaint-words.ts'
import { withoutPersonal } from './without-personal.ts'

/** A complaint as it passes the door: without personal data, its day only to the month. */
export type CleanComplaint = {
  text: string
  /** `2025-03`; null where the cell is no date. */
  month: string | null
  sector: ServiceSector | null
  /** As written, to be compared with known names; never kept as it is. */
  agency: string
  region: string
}

/** Reads a file of complaints; null when no column holds their text. Rows without a text are left out. */
export function readComplaints(
  { header, rows }: Sheet,
  words: ComplaintWords,
): (ColumnMapping & { complaints: CleanComplaint[] }) | null {
  const { columns, at, unread } = mappingOf(header)
  if (at.text === undefined && at.title === undefined) return null
  const complaints = rows.flatMap(({ cells }): CleanComplaint[] => {
    const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place]?.trim() ?? ''))
    const text = [cell(at.title), cell(at.text)].filter(Boolean).join('. ')
    if (text === '') return []
    return [
      {
        text: withoutPersonal(text, words),
        month: monthOf(cell(at.day)),
        sector: sectorNamed(cell(at.service)),
        agency: cell(at.agency),
        region: cell(at.region),
      },
    ]
  })
  return { columns, unread, complaints }
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'mei',
  'jun',
  'jul',
  'agu',
  'sep',
  'okt',
  'nov',
  'des',
] as const

/**
 * The month of a day as files write it.
 * @example monthOf('17/08/2025') // '2025-08'
 */
export function monthOf(typed: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(typed)
  if (iso) return isCalendarDay(iso[0]) ? iso[0].slice(0, 7) : null
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(typed)
  const named = /^(?:\d{1,2}\s+)?([a-z]{3})[a-z]*\s+(\d{4})/i.exec(typed)
  const month = local
    ? Number(local[2])
    : monthNames.findIndex((name) => name === named?.[1]?.toLowerCase()) + 1
  const year = local?.[3] ?? named?.[2]
  return year === undefined || month < 1 || month > 12 ? null : `${year}-${String(month).padStart(2, '0')}`
}

/** Words of categories beside the names of the services. */
const categoryWords: readonly (readonly [RegExp, ServiceSector])[] = [
  [/kesehatan|puskesmas|rumah sakit|bpjs/, 'health'],
  [/pendidikan|sekolah|guru/, 'education'],
  [/kependudukan|ktp|capil|catatan sipil/, 'population'],
  [/bantuan|sosial|kemiskinan|bansos/, 'social'],
  [/perempuan|anak|kekerasan/, 'women_children'],
  [/perizinan|investasi|izin/, 'licensing'],
  [/pertanahan|tata ruang|agraria/, 'land'],
  [/umkm|koperasi|perdagangan|pasar/, 'economy'],
  [/tenaga kerja|ketenagakerjaan|upah/, 'employment'],
  [/pariwisata|budaya/, 'tourism'],
  [/pertanian|perikanan|pangan|pupuk/, 'food'],
  [/sampah|lingkungan|limbah/, 'environment'],
  [/air bersih|air minum|sanitasi|perumahan|pdam/, 'water_housing'],
  [/jalan|jembatan|perhubungan|infrastruktur|transportasi|lalu lintas/, 'roads_transport'],
  [/bencana|banjir|kebakaran/, 'disaster'],
  [/ketertiban|keamanan|ketentraman|polisi/, 'safety'],
  [/pajak|retribusi/, 'revenue'],
  [/desa|kelurahan/, 'village'],
  [/pegawai|birokrasi|tata kelola/, 'administration'],
]

/** The service a category names; null where it names none that is known. */
export function sectorNamed(category: string): ServiceSector | null {
  const plain = fold(category)
  if (plain === '') return null
  const named = serviceSectors.find((key) => fold(serviceSectorNames[key].id) === plain || key === plain)
  return named ?? categoryWords.find(([words]) => words.test(plain))?.[1] ?? null
}
