import type { PrintedDocument } from './official-document.ts'

/** Letters and signs of Windows-1252 above ASCII: what the standard fonts of PDF hold. */
const held =
  /[\n\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/

const instead: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '≈': '~',
  '→': '->',
  '⇒': '=>',
  '←': '<-',
  '−': '-',
  '‑': '-',
  '✓': 'v',
  '✔': 'v',
  '′': "'",
  '″': '"',
  '\t': ' ',
}

/**
 * A text that every format can print: what the fonts do not hold is written with what they do, as a letter without its
 * mark, as a sign in its place, or as a question mark. Line breaks stay.
 * @example printable('Waktu ≥ 15 menit → selesai') // 'Waktu >= 15 menit -> selesai'
 */
export function printable(text: string): string {
  return [...text.replaceAll('\r\n', '\n').normalize('NFC')].map(printed).join('')
}

function printed(letter: string): string {
  if (held.test(letter)) return letter
  const known = instead[letter]
  if (known !== undefined) return known
  const bare = [...letter.normalize('NFKD')].filter((part) => held.test(part)).join('')
  if (bare !== '') return bare
  return /[\p{Cf}\p{Cc}\p{M}]/u.test(letter) ? '' : '?'
}

/** A document whose every text can be printed, so that all formats say the same. */
export function printableDocument<Printed extends PrintedDocument>(document: Printed): Printed {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ) as Printed
}
