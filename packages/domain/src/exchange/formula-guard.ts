/**
 * Text as a cell of a CSV file: one that a spreadsheet would run as a formula (it begins with =, +, -, @, their wide
 * forms, tab or carriage return) gets an apostrophe before it. So does one that already wears apostrophes there,
 * which is why `withoutGuard` gives back exactly what went in. Plain numbers stay as they are: they do nothing.
 * @example withGuard('=1+1') // "'=1+1"
 */
export function withGuard(text: string): string {
  return runs.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

/**
 * The text that `withGuard` was given: one apostrophe before a formula is taken away, and no other.
 * @example withoutGuard("'=1+1") // '=1+1'
 */
export function withoutGuard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}

const runs = /^'*[=+\-@＝＋－＠\t\r]/
const guarded = /^'+[=+\-@＝＋－＠\t\r]/
const plainNumber = /^[+-]?\d+(\.\d+)?$/
