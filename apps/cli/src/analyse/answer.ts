import { writeFileSync } from 'node:fs'
import { Refusal } from '@semai/domain/refusal'

/** One result as JSON on standard output; numbers keep every digit, typed arrays become lists, NaN becomes null. */
export function printJson(result: unknown): void {
  console.log(
    JSON.stringify(result, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as never) : value,
    ),
  )
}

/** Rows for a reader: aligned columns under their names; numbers to six digits. */
export function printTable(rows: readonly Record<string, unknown>[]): void {
  const names = Object.keys(rows[0] ?? {})
  const cells = [names, ...rows.map((row) => names.map((name) => shown(row[name])))]
  const widths = names.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)))
  for (const line of cells)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
}

function shown(value: unknown): string {
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)))
  return value === null || value === undefined ? '-' : String(value)
}

/**
 * An option that has to be given.
 * @throws Refusal naming it.
 */
export function needed(name: string, value: string | undefined): string {
  if (value !== undefined) return value
  throw new Refusal('invalid', `Give --${name}.`)
}

/**
 * An option that takes one of a few words.
 * @throws Refusal listing them.
 */
export function onlyOf<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  throw new Refusal('invalid', `--${name} takes ${words.join(', ')}; found "${value}".`)
}

/** Rows as CSV, to a file when one is named and to standard output otherwise. */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly unknown[])[],
  out?: string,
): void {
  const text = [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('')
  if (out === undefined) process.stdout.write(text)
  else writeFileSync(out, text)
}

function csvCell(value: unknown): string {
  const text = value === null || value === undefined || Number.isNaN(value) ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A number given on the command line.
 * @throws Refusal naming the option when it is not a finite number, or outside the bounds.
 */
export function numberOption(
  name: string,
  text: string,
  { min = -Infinity, max = Infinity, whole = false }: { min?: number; max?: number; whole?: boolean } = {},
): number {
  const value = text.trim() === '' ? NaN : Number(text)
  if (Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value)))
    return value
  const kind = whole ? 'a whole number' : 'a number'
  const bounds =
    min > -Infinity && max < Infinity
      ? ` from ${min} to ${max}`
      : min > -Infinity
        ? ` of at least ${min}`
        : max < Infinity
          ? ` of at most ${max}`
          : ''
  throw new Refusal('invalid', `--${name} takes ${kind}${bounds}; found "${text}".`)
}

/** A seed given on the command line: a number where it reads as one, a text to be hashed otherwise. */
export function seedOf(text: string): number | string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
