import { internedTexts } from './interned-texts.ts'

/** Columns of a file by their place among those asked for. */
export type ByteColumns = {
  rows: number
  /** For each column of texts the number of each row's label, and the labels in order of appearance. */
  texts: { ids: Int32Array; labels: string[] }[]
  numbers: Float64Array[]
}

type Column = { take(from: number, end: number): boolean }

const QUOTE = 34
const NEWLINE = 10
const RETURN = 13
const SPACE = 32
const COMMA = 44
const SEMICOLON = 59

/**
 * Reads columns of a plain CSV file straight from its bytes, ten times as fast as by way of a table of texts. Null as soon
 * as anything is not plain (XLSX, UTF-16, a quote within a text, a row that is empty or short, a cell that is empty
 * or no number, a column that is not there): then the careful reader says what it is, or reads it.
 */
export function byteColumns(
  bytes: Buffer,
  { texts, numbers }: { texts: readonly string[]; numbers: readonly string[] },
): ByteColumns | null {
  const field = { from: 0, end: 0, after: bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0, plain: true }
  const delimiter = delimiterOf(bytes)
  const header = readHeader(bytes, delimiter, field)
  const names = [...texts, ...numbers]
  const once = (name: string) =>
    header.indexOf(name) >= 0 && header.indexOf(name) === header.lastIndexOf(name)
  if (!field.plain || !names.every(once)) return null
  const room = 1 + bytes.length / 2 / header.length // a cell takes two bytes at least
  const textColumns = texts.map(() => textColumn(bytes, room))
  const numberColumns = numbers.map(() => numberColumn(bytes, room))
  const columns: (Column | null)[] = header.map(() => null)
  names.forEach((name, i) => (columns[header.indexOf(name)] = [...textColumns, ...numberColumns][i]!))
  const rows = readRows(bytes, { delimiter, columns, field })
  if (rows === null || rows === 0) return null
  const read = textColumns.map(({ ids, labels }) => ({ ids: ids.subarray(0, rows), labels: labels() }))
  if (read.some(({ labels }) => labels.some((label) => label.includes('\uFFFD')))) return null
  return { rows, texts: read, numbers: numberColumns.map(({ values }) => values.subarray(0, rows)) }
}

/** Where a cell lies, without quotes and spaces around it, and where the next begins. */
type Field = { from: number; end: number; after: number; plain: boolean }

function readField(bytes: Buffer, delimiter: number, field: Field): void {
  let from = field.after
  let end = from
  if (bytes[from] === QUOTE) {
    end = bytes.indexOf(QUOTE, ++from)
    field.after = end + 1
    while (bytes[field.after] === RETURN) field.after++
    const next = bytes[field.after]
    if (end < 0 || (next !== delimiter && next !== NEWLINE && next !== undefined)) field.plain = false
  } else {
    for (; end < bytes.length; end++) {
      const byte = bytes[end]!
      if (byte > COMMA && byte !== SEMICOLON) continue
      if (byte === delimiter || byte === NEWLINE) break
      if (byte === QUOTE || (byte === RETURN && end + 1 < bytes.length && bytes[end + 1] !== NEWLINE))
        field.plain = false
    }
    field.after = end
  }
  while (end > from && bytes[end - 1]! <= SPACE) end--
  while (from < end && bytes[from]! <= SPACE) from++
  field.from = from
  field.end = end
}

function readHeader(bytes: Buffer, delimiter: number, field: Field): string[] {
  const names: string[] = []
  for (;;) {
    readField(bytes, delimiter, field)
    names.push(textOf(bytes, field.from, field.end))
    if (bytes[field.after++] !== delimiter || !field.plain) return names
  }
}

/** The number of rows, or null when one is not plain. Empty lines at the end do not count. */
function readRows(
  bytes: Buffer,
  { delimiter, columns, field }: { delimiter: number; columns: readonly (Column | null)[]; field: Field },
): number | null {
  let end = bytes.length
  while (end > 0 && bytes[end - 1]! <= SPACE && bytes[end - 1] !== delimiter) end--
  for (let rows = 0; ; rows++) {
    if (field.after >= end) return rows
    for (let place = 0; place < columns.length; place++) {
      readField(bytes, delimiter, field)
      if (!field.plain || (columns[place]?.take(field.from, field.end) ?? true) === false) return null
      const last = place === columns.length - 1
      if (bytes[field.after] === delimiter ? last : !last) return null
      field.after++
    }
  }
}

/** What divides the cells of the header. */
function delimiterOf(bytes: Buffer): number {
  const end = bytes.indexOf(NEWLINE)
  const header = textOf(bytes, 0, end < 0 ? bytes.length : end).replace(/"[^"]*"/g, '')
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best)).charCodeAt(0)
}

function textColumn(bytes: Buffer, room: number): Column & { ids: Int32Array; labels(): string[] } {
  const ids = new Int32Array(room)
  const known = internedTexts(bytes)
  let rows = 0
  return {
    ids,
    take(from, end) {
      ids[rows++] = known.idOf(from, end)
      return end > from
    },
    labels: () => known.places().map(([from, end]) => textOf(bytes, from, end)),
  }
}

function numberColumn(bytes: Buffer, room: number): Column & { values: Float64Array } {
  const values = new Float64Array(room)
  let rows = 0
  return {
    values,
    take(from, end) {
      const value = numberAt(bytes, from, end)
      values[rows++] = value
      return Number.isFinite(value)
    },
  }
}

const POWERS = Array.from({ length: 23 }, (_, power) => 10 ** power)

/** The nearest number to the decimal; NaN when the bytes are none. Up to 15 digits a single division is exact enough. */
function numberAt(bytes: Buffer, from: number, end: number): number {
  let at = from
  let digits = 0
  let whole = 0
  let point = -1
  if (bytes[at] === 45) at++
  for (; at < end; at++) {
    const digit = bytes[at]! - 48
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      digits++
    } else if (digit === -2 && point < 0) point = at
    else break
  }
  if (at < end || digits === 0 || digits > 15) return end > from ? Number(textOf(bytes, from, end)) : NaN
  const size = point < 0 ? whole : whole / POWERS[end - point - 1]!
  return bytes[from] === 45 ? -size : size
}

function textOf(bytes: Buffer, from: number, end: number): string {
  return bytes.toString('utf8', from, end)
}
