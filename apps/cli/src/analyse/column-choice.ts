import { Refusal } from '@semai/domain/refusal'
import { cellRefusal, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** The column asked for; else the first of the usual names that the file has. Null where it has none. */
export function usualColumn(
  { header }: Table,
  asked: string | undefined,
  usual: readonly string[],
): string | null {
  if (asked !== undefined) return asked
  const lower = header.map((name) => name.toLowerCase())
  const found = usual.find((name) => lower.includes(name))
  return found === undefined ? null : header[lower.indexOf(found)]!
}

/**
 * As `usualColumn`, for a column that has to be there.
 * @throws Refusal naming the option and the usual names.
 */
export function neededColumn(
  table: Table,
  option: string,
  asked: string | undefined,
  usual: readonly string[],
): string {
  const found = usualColumn(table, asked, usual)
  if (found !== null) return found
  throw new Refusal(
    'invalid',
    `${table.file}: no column ${usual.join(', ')}; name it with --${option}. It has: ${table.header.join(', ')}.`,
  )
}

const yes = ['1', 'true', 'yes', 'ya', 'y', 't', 'x']
const no = ['', '0', 'false', 'no', 'tidak', 'n', 'f', 'na']

/**
 * A column of yes and no (1 and 0, true and false, ya and tidak); empty is no.
 * @throws Refusal naming the first cell that is neither.
 */
export function flagColumn(table: Table, name: string): boolean[] {
  return textColumn(table, name).map((text, i) => {
    const word = text.toLowerCase()
    if (yes.includes(word)) return true
    if (no.includes(word)) return false
    throw cellRefusal(table, i, name, `"${text}" is neither yes nor no`)
  })
}

/** The parts of a list such as `a, b`; none for nothing. */
export function listOption(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * A list of `name=value`, such as `price=2, age=1`.
 * @throws Refusal naming the part that is none.
 */
export function namedOption(option: string, text: string | undefined): Map<string, string> {
  return new Map(
    listOption(text).map((part): [string, string] => {
      const at = part.lastIndexOf('=')
      if (at <= 0) throw new Refusal('invalid', `--${option}: "${part}" is not NAME=VALUE.`)
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    }),
  )
}
