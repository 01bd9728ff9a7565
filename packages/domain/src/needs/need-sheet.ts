import type { Sheet } from '../exchange/sheet.ts'
import { formFaults } from '../text/form-faults.ts'
import type { Says } from '../text/says.ts'
import { figureOf, needContent } from './need.form.ts'
import type { NeedContent } from './need.form.ts'
import { holdsPersonalData } from './personal-data.ts'
import { serviceSectorNames, serviceSectors } from './service-sectors.ts'
import type { ServiceSector } from './service-sectors.ts'

export const needSheetKinds = ['needs', 'themes'] as const
/** What a file holds: needs, or themes of complaints. */
export type NeedSheetKind = (typeof needSheetKinds)[number]

/** Column of a file → what it fills. */
const needColumns = {
  judul: 'title',
  layanan: 'sector',
  masalah: 'statement',
  indikator: 'indicator',
  satuan: 'unit',
  nilai_kini: 'baseline',
  target: 'target',
  terdampak: 'affected',
  sebab: 'causes',
  batas_sdm: 'staffLimit',
  batas_anggaran: 'moneyLimit',
  batas_jaringan: 'connectivityLimit',
  bukti: 'evidence',
  urgensi: 'urgency',
  dampak: 'impact',
  kewenangan: 'authority',
  kesiapan: 'readiness',
} as const satisfies Record<string, keyof NeedContent>

/** The columns of each kind of file; those needed first. */
export const needSheetColumns: Record<NeedSheetKind, { needed: readonly string[]; more: readonly string[] }> =
  {
    needs: {
      needed: ['judul', 'layanan', 'masalah'],
      more: ['nomor', ...Object.keys(needColumns).slice(3)],
    },
    themes: { needed: ['tema', 'jumlah', 'periode'], more: ['contoh', 'layanan'] },
  }

/** A row that was read; `key` is the same when the same row comes again. */
export type SheetNeed = { row: number; key: string; content: NeedContent }
/** What is wrong in a row, with the way out. */
export type NeedSheetFault = { row: number; says: Says }

type Cells = (name: string) => string
type Read = { key: string; content: NeedContent } | { says: Says }

/** Reads every row of a file; all faults are listed, and a row that comes twice is one. */
export function readNeedSheet(
  { header, rows }: Sheet,
  kind: NeedSheetKind,
): { needs: SheetNeed[]; faults: NeedSheetFault[] } {
  const names = header.map((name) => name.trim().toLowerCase().replaceAll(/\s+/g, '_'))
  const missing = needSheetColumns[kind].needed.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return { needs: [], faults: missing.map((name) => ({ row: 1, says: noColumn(name) })) }
  const needs: SheetNeed[] = []
  const faults: NeedSheetFault[] = []
  const seen = new Map<string, number>()
  for (const { number: row, cells } of rows) {
    const cell: Cells = (name) => cells[names.indexOf(name)]?.trim() ?? ''
    const read = kind === 'needs' ? needOf(cell) : themeOf(cell)
    if ('says' in read) {
      faults.push({ row, says: read.says })
      continue
    }
    const before = seen.get(read.key)
    seen.set(read.key, row)
    if (before === undefined) needs.push({ row, ...read })
    else faults.push({ row, says: twice(before) })
  }
  return { needs, faults }
}

function needOf(cell: Cells): Read {
  const sector = sectorOf(cell('layanan'))
  if (sector === undefined) return { says: noSector(cell('layanan')) }
  const given = Object.fromEntries(
    Object.entries(needColumns).map(([column, field]) => [field, cell(column)]),
  )
  const number = cell('nomor') || cell('judul')
  return contentOf({ ...given, sector }, `sheet:${number.toLowerCase()}`)
}

/** A theme of complaints becomes evidence of a need: how many, when, and an example without personal data. */
function themeOf(cell: Cells): Read {
  const [theme, period, example] = [cell('tema'), cell('periode'), cell('contoh')]
  const times = figureOf(cell('jumlah'))
  if (times === undefined || times < 1 || !Number.isInteger(times)) return { says: noCount(cell('jumlah')) }
  if (period === '') return { says: noPeriod }
  if (holdsPersonalData(example)) return { says: personalExample }
  const sector = cell('layanan') === '' ? 'other' : sectorOf(cell('layanan'))
  if (sector === undefined) return { says: noSector(cell('layanan')) }
  const evidence = `Tema aduan "${theme}": ${cell('jumlah')} aduan, ${period}.`
  const given = { title: theme, sector, statement: example || theme, evidence, baseline: String(times) }
  const counted = { ...given, indicator: `Aduan tentang ${theme}`, unit: 'aduan' }
  return contentOf({ ...counted, baseline: times }, `theme:${theme}:${period}`.toLowerCase())
}

function contentOf(given: Record<string, unknown>, key: string): Read {
  const parsed = needContent.safeParse(given)
  if (parsed.success) return { key: key.slice(0, 300), content: parsed.data }
  const columns = Object.entries(needColumns)
  const faults = formFaults(parsed.error).map(({ field, says }) => {
    const column = columns.find(([, filled]) => filled === field)?.[0] ?? field
    return { id: `${column}: ${says.id}`, en: `${column}: ${says.en}` }
  })
  return { says: { id: faults.map(({ id }) => id).join(' '), en: faults.map(({ en }) => en).join(' ') } }
}

/** The sector by its key or by its name in either language. */
function sectorOf(typed: string): ServiceSector | undefined {
  const plain = typed.toLowerCase()
  return serviceSectors.find((key) => {
    const { id, en } = serviceSectorNames[key]
    return [key, id.toLowerCase(), en.toLowerCase()].includes(plain)
  })
}

const noColumn = (name: string): Says => ({
  id: `Kolom "${name}" tidak ada. Beri baris pertama nama kolom seperti di contoh.`,
  en: `There is no column "${name}". Name the columns in the first row as in the example.`,
})
const noSector = (typed: string): Says => ({
  id: `Layanan "${typed}" tidak dikenal. Tulis salah satu nama dari daftar layanan.`,
  en: `The service "${typed}" is not known. Write one of the names in the list of services.`,
})
const noCount = (typed: string): Says => ({
  id: `Jumlah "${typed}" bukan banyaknya aduan. Tulis bilangan bulat, seperti 1.250.`,
  en: `"${typed}" is no number of complaints. Write a whole number, such as 1.250.`,
})
const noPeriod: Says = {
  id: 'Periodenya kosong. Tulis seperti "Januari–Juni 2025".',
  en: 'The period is empty. Write it like "January to June 2025".',
}
const personalExample: Says = {
  id: 'Contohnya memuat nomor atau alamat orang. Hapus dulu dari lembarnya.',
  en: 'The example holds a number or an address of a person. Remove it from the sheet first.',
}
const twice = (row: number): Says => ({
  id: `Baris ini sama dengan baris ${row}. Hapus salah satunya, atau beri nomor yang berbeda.`,
  en: `This row is the same as row ${row}. Remove one of them, or give them different numbers.`,
})
