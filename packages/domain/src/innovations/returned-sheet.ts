import type { Sheet, SheetRow } from '../exchange/sheet.ts'
import { rule } from '../people/access.ts'
import type { Says } from '../text/says.ts'

/** Who brings back sheets of other systems: for all units of an institution. */
export const bringsSheets = rule<unknown>({ id: 'admin lokal', en: 'local administrators' }, ({ grants }) =>
  grants.some(({ role, organisationId }) => role === 'local_admin' && organisationId !== null),
)

/** Parts of a text that a sheet of another system can speak of. */
export const returnedFields = [
  'name',
  'category',
  'isDigital',
  'started',
  'summary',
  'legalBasis',
  'problem',
  'solution',
  'users',
  'inclusion',
  'resultsText',
] as const
export type ReturnedField = (typeof returnedFields)[number]

/** What the form of the index tells in one field for several parts of a text. */
export type JoinedPart = 'benefit' | 'result'

/** A cell with the place a spreadsheet shows. */
export type ReturnedCell = { row: number; column: string; value: string }

/** One innovation of a sheet that came back: what it is known by, and what the sheet says of it. Empty cells say nothing. */
export type ReturnedEntry = {
  row: number
  /** Our code, and its number in the national portal, where the sheet has them. */
  code: string | null
  number: string | null
  name: string
  unit: string | null
  cells: Partial<Record<ReturnedField | JoinedPart, ReturnedCell>>
}

/** What is wrong in a sheet: the row a spreadsheet shows, the column where there is one, and the way out. */
export type ReturnedFault = { row: number; column: string | null; says: Says }
export type ReturnedSheet = { entries: ReturnedEntry[]; faults: ReturnedFault[] }

/** Innovations of one sheet at most. */
export const mostReturned = 5_000

/**
 * Reads a sheet for the national portal (one line an innovation) or the form of the index (one line a field) as this
 * site writes them; which of the two it is, the header says. A line without a name is a fault, and the others are read.
 */
export function readReturnedSheet({ header, rows }: Sheet): ReturnedSheet {
  const names = header.map((name) => name.trim().toLowerCase())
  if (['bagian', 'nama', 'isi'].every((name) => names.includes(name))) return readForm(names, rows)
  if (!names.includes('nama')) return { entries: [], faults: [{ row: 1, column: null, says: unknownSheet }] }
  if (rows.length > mostReturned) return { entries: [], faults: [{ row: 1, column: null, says: tooMany }] }
  const read = rows.map((row) => portalEntry(names, row))
  return {
    entries: read.filter(({ name }) => name !== ''),
    faults: read.filter(({ name }) => name === '').map(({ row }) => ({ row, column: 'nama', says: noName })),
  }
}

const portalColumns: Readonly<Partial<Record<string, ReturnedField>>> = {
  nama: 'name',
  kategori: 'category',
  mulai: 'started',
  ringkasan: 'summary',
  masalah: 'problem',
}

function portalEntry(names: readonly string[], { number: row, cells }: SheetRow): ReturnedEntry {
  const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? ''
  const said = names.flatMap((column, i) => {
    const field = Object.hasOwn(portalColumns, column) ? portalColumns[column] : undefined
    const value = cells[i]?.trim() ?? ''
    return field === undefined || value === '' ? [] : [[field, { row, column, value }] as const]
  })
  return {
    row,
    code: cell('kode').toUpperCase() || null,
    number: cell('id_jippnas') || null,
    name: cell('nama'),
    unit: cell('unit') || null,
    cells: Object.fromEntries(said),
  }
}

/** Lines of the form by their names in it; `Rancang bangun` is taken apart by its headings. */
const formLines: Readonly<Partial<Record<string, ReturnedField | JoinedPart>>> = {
  'nama inovasi': 'name',
  jenis: 'isDigital',
  'tanggal penerapan': 'started',
  manfaat: 'benefit',
  hasil: 'result',
}
const headings: Readonly<Partial<Record<string, ReturnedField>>> = {
  'Dasar hukum': 'legalBasis',
  Permasalahan: 'problem',
  'Cara kerja': 'solution',
}
/** Headings under which the blueprint speaks, which is written elsewhere. */
const otherHeadings = new Set([
  'Langkah pelaksanaan',
  'Tenaga pelaksana',
  'Peralatan',
  'Bagian digital',
  'Risiko',
  'Menjangkau yang sulit dijangkau',
  'Kiat, kegagalan, alasan',
])

function readForm(names: readonly string[], rows: readonly SheetRow[]): ReturnedSheet {
  const cells: ReturnedEntry['cells'] = {}
  const known = { code: '', row: 2 }
  for (const { number: row, cells: line } of rows) {
    const cell = (name: string) => line[names.indexOf(name)]?.trim() ?? ''
    const [name, value] = [cell('nama').toLowerCase(), cell('isi')]
    if (name === 'kode semai') known.code = value.toUpperCase()
    if (cell('bagian').toLowerCase() !== 'isian' || value === '') continue
    const field = Object.hasOwn(formLines, name) ? formLines[name] : undefined
    if (field !== undefined) cells[field] = { row, column: 'isi', value }
    if (name === 'rancang bangun') Object.assign(cells, sectionsOf({ row, column: 'isi', value }))
  }
  const name = cells.name?.value ?? ''
  if (name === '') return { entries: [], faults: [{ row: known.row, column: 'isi', says: noName }] }
  const entry = { row: cells.name!.row, code: known.code || null, number: null, name, unit: null, cells }
  return { entries: [entry], faults: [] }
}

/** The paragraphs under each heading that stands alone in its line; a heading that comes again belongs to the blueprint. */
function sectionsOf({ value, ...place }: ReturnedCell): ReturnedEntry['cells'] {
  const found: ReturnedEntry['cells'] = {}
  let field: ReturnedField | null = null
  for (const line of value.replaceAll('\r\n', '\n').split('\n')) {
    const title = line.trim()
    const next = Object.hasOwn(headings, title) ? headings[title]! : null
    if (next !== null) {
      field = found[next] === undefined ? next : null
      if (field !== null) found[field] = { ...place, value: '' }
    } else if (otherHeadings.has(title)) field = null
    else if (field !== null) found[field]!.value += `${line}\n`
  }
  const told = Object.entries(found).map(
    ([name, cell]) => [name, { ...cell, value: cell.value.trim() }] as const,
  )
  return Object.fromEntries(told.filter(([, cell]) => cell.value !== ''))
}

const noName: Says = {
  id: 'Namanya kosong. Isi nama inovasinya.',
  en: 'The name is empty. Write the name of the innovation.',
}
const unknownSheet: Says = {
  id: 'Kolom lembar ini tidak dikenal. Pakai lembar JIPPNas (kolom "kode" dan "nama") atau isian IGA (kolom "bagian", "nama", "isi") dari halaman ini.',
  en: 'The columns of this sheet are not known. Use the JIPPNas sheet (columns "kode" and "nama") or the IGA form (columns "bagian", "nama", "isi") from this page.',
}
const tooMany: Says = {
  id: `Lembar ini lebih dari ${mostReturned.toLocaleString('id')} baris. Bagi menjadi beberapa lembar.`,
  en: `This sheet has more than ${mostReturned.toLocaleString('en')} rows. Divide it into several.`,
}
