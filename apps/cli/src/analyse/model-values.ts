import { Refusal } from '@semai/domain/refusal'
import { written } from './formula.ts'
import type { Expression } from './formula.ts'
import { cellRefusal, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** A value a row: numbers (NaN where missing), truth as 0 and 1, or one of some levels (-1 where missing). */
export type Values =
  | { kind: 'numbers' | 'truths'; numbers: Float64Array }
  | { kind: 'levels'; levels: string[]; codes: Int32Array }

const functions: Record<string, (x: number) => number> = {
  I: (x) => x,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
}
const operations: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
}
const comparisons: Record<string, (order: number) => boolean> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
}
const missing = new Set(['', 'NA', 'NaN', 'NULL'])
const truths = new Map([
  ...['TRUE', 'True', 'true', 'T'].map((word) => [word, 1] as const),
  ...['FALSE', 'False', 'false', 'F'].map((word) => [word, 0] as const),
])

/**
 * What an expression is in each row of a table.
 * @throws Refusal naming a column, function or cell that will not do.
 */
export function valuesOf(part: Expression, table: Table): Values {
  if (part.kind === 'group') return valuesOf(part.inner, table)
  if (part.kind === 'name') return columnValues(table, part.name)
  if (part.kind === 'call' && ['factor', 'as.factor'].includes(part.name)) return levelsOf(part, table)
  if (part.kind === 'operation' && part.sign in comparisons) return compared(part, table)
  if (part.kind === 'call' && part.name === 'I' && part.args[0]) {
    const inner = valuesOf(part.args[0], table)
    if (inner.kind === 'truths') return inner
  }
  return { kind: 'numbers', numbers: computed(part, table) }
}

/** A column by its cells: numbers, truths, or levels in alphabetical order. */
export function columnValues(table: Table, name: string): Values {
  const texts = textColumn(table, name)
  const known = texts.filter((text) => !missing.has(text))
  const numeric = known.filter((text) => !Number.isNaN(Number(text))).length
  if (known.length > 0 && numeric === known.length) {
    return {
      kind: 'numbers',
      numbers: Float64Array.from(texts, (text) => (missing.has(text) ? NaN : Number(text))),
    }
  }
  if (known.length > 0 && known.every((text) => truths.has(text))) {
    return { kind: 'truths', numbers: Float64Array.from(texts, (text) => truths.get(text) ?? NaN) }
  }
  if (numeric > known.length / 2) {
    const odd = texts.findIndex((text) => !missing.has(text) && Number.isNaN(Number(text)))
    throw cellRefusal(table, odd, name, `"${texts[odd]}" is not a number, as most of the column is`)
  }
  return levelled(texts, (a, b) => a.localeCompare(b, 'en'))
}

/** The values as texts; '' where missing. */
export function labelsOf(values: Values): string[] {
  if (values.kind === 'levels') return Array.from(values.codes, (code) => values.levels[code] ?? '')
  const shown = values.kind === 'truths' ? (value: number) => (value ? 'TRUE' : 'FALSE') : String
  return Array.from(values.numbers, (value) => (Number.isNaN(value) ? '' : shown(value)))
}

function levelled(texts: readonly string[], compare: (a: string, b: string) => number): Values {
  const levels = [...new Set(texts)].filter((text) => !missing.has(text)).sort(compare)
  const codes = new Map(levels.map((level, code) => [level, code]))
  return { kind: 'levels', levels, codes: Int32Array.from(texts, (text) => codes.get(text) ?? -1) }
}

function levelsOf(part: Extract<Expression, { kind: 'call' }>, table: Table): Values {
  const values = valuesOf(onlyArgument(part), table)
  if (values.kind === 'levels') return values
  return levelled(labelsOf(values), (a, b) =>
    values.kind === 'numbers' ? Number(a) - Number(b) : a < b ? -1 : 1,
  )
}

function compared({ sign, left, right }: Extract<Expression, { kind: 'operation' }>, table: Table): Values {
  const holds = comparisons[sign]!
  if (right.kind === 'text' || left.kind === 'text') {
    const [text, other] =
      right.kind === 'text' ? [right, left] : [left as typeof right & { kind: 'text' }, right]
    const labels = labelsOf(valuesOf(other, table))
    const order = (label: string) =>
      label === text.value ? 0 : (label < text.value ? -1 : 1) * (other === left ? 1 : -1)
    return {
      kind: 'truths',
      numbers: Float64Array.from(labels, (label) => (label === '' ? NaN : Number(holds(order(label))))),
    }
  }
  const [a, b] = [computed(left, table), computed(right, table)]
  return {
    kind: 'truths',
    numbers: a.map((value, i) => (Number.isNaN(value - b[i]!) ? NaN : Number(holds(value - b[i]!)))),
  }
}

function computed(part: Expression, table: Table): Float64Array {
  const rows = table.rows.length
  if (part.kind === 'number') return new Float64Array(rows).fill(part.value)
  if (part.kind === 'group') return computed(part.inner, table)
  if (part.kind === 'minus') return computed(part.of, table).map((value) => -value)
  if (part.kind === 'call') {
    const of = Object.hasOwn(functions, part.name) ? functions[part.name] : undefined
    if (!of) {
      const known = ['factor', ...Object.keys(functions)].join(', ')
      throw new Refusal('invalid', `A formula has no function "${part.name}". It has: ${known}.`)
    }
    return finite(computed(onlyArgument(part), table), of, { part, table })
  }
  if (part.kind === 'operation' && part.sign in operations) {
    const [a, b] = [computed(part.left, table), computed(part.right, table)]
    return finite(a, (value, i) => operations[part.sign]!(value, b[i]!), { part, table }, b)
  }
  const values = part.kind === 'text' ? null : valuesOf(part, table)
  if (values && values.kind !== 'levels') return values.numbers
  throw new Refusal(
    'invalid',
    `${table.file}: ${written(part)} is not numeric: nothing can be computed with it.`,
  )
}

/** A value a row, where none may become infinite or undefined that was not missing before. */
function finite(
  from: Float64Array,
  of: (value: number, i: number) => number,
  { part, table }: { part: Expression; table: Table },
  and = from,
): Float64Array {
  return from.map((value, i) => {
    const result = of(value, i)
    if (Number.isFinite(result) || Number.isNaN(value) || Number.isNaN(and[i])) return result
    throw new Refusal(
      'invalid',
      `${table.file}: row ${table.rows[i]?.number}: ${written(part)} is ${result}.`,
    )
  })
}

function onlyArgument({ name, args }: Extract<Expression, { kind: 'call' }>): Expression {
  if (args.length === 1) return args[0]!
  throw new Refusal('invalid', `${name}() takes one argument in a formula; found ${args.length}.`)
}
