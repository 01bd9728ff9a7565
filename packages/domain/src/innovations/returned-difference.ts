import { fold, nearMiss } from '../text/near-miss.ts'
import type { Says } from '../text/says.ts'
import { innovationContent, startOf } from './innovation-content.form.ts'
import type { InnovationContent } from './innovation-content.form.ts'
import { joinedLines, resultLines } from './iga-pack.ts'
import type {
  JoinedPart,
  ReturnedCell,
  ReturnedEntry,
  ReturnedFault,
  ReturnedField,
} from './returned-sheet.ts'

/** A category as it is listed. */
export type ListedCategory = { key: string; nameId: string }

/** Where a sheet says something else than a text; `value` is what would be taken, as the editor has it. */
export type ReturnedDifference = {
  field: ReturnedField
  row: number
  before: string
  after: string
  value: string
}

type Compared = { differences: ReturnedDifference[]; faults: ReturnedFault[] }

/**
 * What a sheet says of an innovation beside what its text says: each part that differs, and each cell that can not be
 * taken, by row and column. Spaces and line ends make no difference, an empty cell says nothing, and a year agrees with
 * any day in it.
 */
export function returnedDifferences(
  { cells }: ReturnedEntry,
  content: InnovationContent,
  categories: readonly ListedCategory[],
): Compared {
  const found: Compared = { differences: [], faults: [] }
  for (const [part, cell] of Object.entries(cells) as [ReturnedField | JoinedPart, ReturnedCell][]) {
    const read = readers[part](cell.value, content, categories)
    if ('says' in read) found.faults.push({ row: cell.row, column: cell.column, says: read.says })
    else if (read.differs) {
      const { field, before, after, value } = read
      const fault = tooLong(content, field, value)
      if (fault) found.faults.push({ row: cell.row, column: cell.column, says: fault })
      else found.differences.push({ field, row: cell.row, before, after, value })
    }
  }
  return found
}

/**
 * The text with what was taken from a sheet; the rest of it stays.
 * @throws z.ZodError when a value does not fit its field.
 */
export function withReturned(
  content: InnovationContent,
  taken: Partial<Record<ReturnedField, string>>,
): InnovationContent {
  const { isDigital, ...texts } = taken
  return innovationContent.parse({
    ...content,
    ...texts,
    ...(isDigital !== undefined && { isDigital: isDigital === 'yes' }),
  })
}

type Read =
  | { differs: false }
  | { differs: true; field: ReturnedField; before: string; after: string; value: string }
  | { says: Says }
type Reader = (value: string, content: InnovationContent, categories: readonly ListedCategory[]) => Read

const same: Read = { differs: false }

function differs(field: ReturnedField, before: string | null, after: string, value = after): Read {
  return { differs: true, field, before: before ?? '', after, value }
}

const words = (text: string | null) => (text ?? '').split(/\s+/).filter(Boolean).join(' ')

/** A part that is text in both. */
const plain =
  (field: Exclude<ReturnedField, 'isDigital' | 'category'>): Reader =>
  (value, content) =>
    words(value) === words(content[field]) ? same : differs(field, content[field], value)

const readers: Readonly<Record<ReturnedField | JoinedPart, Reader>> = {
  name: plain('name'),
  summary: plain('summary'),
  problem: plain('problem'),
  solution: plain('solution'),
  legalBasis: plain('legalBasis'),
  users: plain('users'),
  inclusion: plain('inclusion'),
  resultsText: plain('resultsText'),
  category(value, content, categories) {
    const meant = categories.find(({ key, nameId }) =>
      [key, nameId].some((name) => fold(name) === fold(value)),
    )
    if (meant === undefined) return { says: unknownCategory(value, categories) }
    if (meant.key === content.category) return same
    const before = categories.find(({ key }) => key === content.category)?.nameId ?? content.category ?? null
    return differs('category', before, meant.nameId, meant.key)
  },
  isDigital(value, { isDigital }) {
    const meant = { digital: true, nondigital: false, 'non digital': false }[fold(value)]
    if (meant === undefined) return { says: notDigital }
    const inWords = (one: boolean | null) => (one === null ? null : one ? 'Digital' : 'Nondigital')
    return meant === isDigital
      ? same
      : differs('isDigital', inWords(isDigital), inWords(meant)!, meant ? 'yes' : 'no')
  },
  started(value, content) {
    const [told, stands] = [startOf(value), startOf(content.started)]
    if (told === null) return { says: noDate }
    const first = told.earliest ?? told.latest
    const agrees =
      stands !== null && first <= (stands.earliest ?? stands.latest) && told.latest >= stands.latest
    return agrees ? same : differs('started', content.started, value)
  },
  benefit(value, content) {
    const both = joinedLines(content.users, content.inclusion)
    if (words(value) === words(both)) return same
    const [users, inclusion] = [content.users ?? '', content.inclusion ?? '']
    if (inclusion === '') return differs('users', content.users, value)
    if (value.endsWith(`\n${inclusion}`))
      return differs('users', content.users, value.slice(0, -inclusion.length - 1).trim())
    if (users !== '' && value.startsWith(`${users}\n`))
      return differs('inclusion', content.inclusion, value.slice(users.length + 1).trim())
    return { says: notApart }
  },
  result(value, content) {
    const figures = joinedLines(...resultLines(content))
    if (words(value) === words(joinedLines(figures, content.resultsText))) return same
    if (figures === null) return differs('resultsText', content.resultsText, value)
    if (!value.startsWith(`${figures}\n`)) return { says: notApart }
    return differs('resultsText', content.resultsText, value.slice(figures.length + 1).trim())
  },
}

function tooLong(content: InnovationContent, field: ReturnedField, value: string): Says | null {
  if (field === 'isDigital') return null
  const read = innovationContent.shape[field].safeParse(value)
  if (read.success) return null
  const most =
    read.error.issues.flatMap((issue) => (issue.code === 'too_big' ? [Number(issue.maximum)] : []))[0] ?? 0
  return {
    id: `Terlalu panjang: paling banyak ${most.toLocaleString('id')} huruf.`,
    en: `Too long: at most ${most.toLocaleString('en')} characters.`,
  }
}

function unknownCategory(value: string, categories: readonly ListedCategory[]): Says {
  const names = categories.map(({ nameId }) => nameId)
  const meant = nearMiss(value, names)
  const [id, en] =
    meant === null
      ? [`Pilih salah satu: ${names.join('; ')}.`, `Choose one of: ${names.join('; ')}.`]
      : [`Maksudnya "${meant}"?`, `Did you mean "${meant}"?`]
  return { id: `"${value}" bukan kategori. ${id}`, en: `"${value}" is no category. ${en}` }
}

const notDigital: Says = { id: 'Tulis "Digital" atau "Nondigital".', en: 'Write "Digital" or "Nondigital".' }
const noDate: Says = {
  id: 'Tulis tanggal seperti 2024-12-12, 2022-05, atau 2017.',
  en: 'Write a date such as 2024-12-12, 2022-05 or 2017.',
}
const notApart: Says = {
  id: 'Beberapa bagian naskah bersatu di sel ini, jadi tidak dapat dipilah lagi. Ubah langsung di naskahnya.',
  en: 'Several parts of the text are one cell here and cannot be told apart any more. Change the text itself.',
}
