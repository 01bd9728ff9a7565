import type { Column } from '@semai/analytics/hazards/model-columns'
import { Refusal } from '@semai/domain/refusal'
import { parseFormula, written } from './formula.ts'
import type { Expression } from './formula.ts'
import { modelTerms } from './model-terms.ts'
import type { ModelTerms } from './model-terms.ts'
import { labelsOf, valuesOf } from './model-values.ts'
import type { Values } from './model-values.ts'
import type { Table } from './table.ts'

/** A formula laid on a table: its rows without a gap, and what the model needs of them. */
export type ModelFrame = {
  /** The arguments of Surv(…), or the one response. */
  response: Values[]
  survival: boolean
  intercept: boolean
  /** Variables of the terms by how they are written. */
  variables: Map<string, Values>
  columns: Column[]
  strata: string[] | undefined
  cluster: string[] | undefined
  /** Places of the rows kept, among those of the table; and how many were left out for a gap. */
  rows: Int32Array
  omitted: number
}

/** Columns named beside the formula, and whether levels are coded as beside an intercept in any case (Cox). */
export type FrameOptions = { strata?: string | undefined; cluster?: string | undefined; always?: boolean }

/**
 * Evaluates a formula as R's `model.frame` and `model.matrix` do: rows with a gap in any variable are left out, texts are
 * levels of which the first is the reference, interactions keep to R's coding.
 * @throws Refusal naming what can not be read.
 */
export function modelFrame(table: Table, text: string, options: FrameOptions = {}): ModelFrame {
  const { response, terms } = parseFormula(text)
  const survival = response.kind === 'call' && response.name === 'Surv'
  const parts = survival ? response.args : [response]
  const used = new Set(parts.flatMap(namesIn))
  const model = modelTerms(
    terms,
    table.header.filter((name) => !used.has(name)),
  )
  if (options.always) model.intercept = true
  const strata = [...model.strata, ...namesOf(options.strata)]
  const cluster = [...model.cluster, ...namesOf(options.cluster)]
  const all = [parts, [...model.variables.values()], strata, cluster].map((list) =>
    list.map((part) => valuesOf(part, table)),
  )
  const rows = wholeRows(table.rows.length, all.flat())
  if (rows.length === 0)
    throw new Refusal('invalid', `${table.file}: every row has a gap in a variable of the model.`)
  const [ofResponse, ofTerms, ofStrata, ofCluster] = all.map((list) => list.map((of) => keepRows(of, rows)))
  const variables = new Map([...model.variables.keys()].map((name, i) => [name, ofTerms![i]!]))
  return {
    response: ofResponse!,
    survival,
    intercept: model.intercept,
    variables,
    columns: columnsOf(model, variables),
    strata: labelled(ofStrata!, strata.map(written)),
    cluster: labelled(ofCluster!),
    rows,
    omitted: table.rows.length - rows.length,
  }
}

function namesOf(list: string | undefined): Expression[] {
  return list?.split(',').map((name) => ({ kind: 'name', name: name.trim() })) ?? []
}

function namesIn(part: Expression): string[] {
  if (part.kind === 'name') return [part.name]
  if (part.kind === 'call') return part.args.flatMap(namesIn)
  if (part.kind === 'operation') return [...namesIn(part.left), ...namesIn(part.right)]
  return part.kind === 'group' ? namesIn(part.inner) : part.kind === 'minus' ? namesIn(part.of) : []
}

function wholeRows(count: number, values: readonly Values[]): Int32Array {
  const gap = (of: Values, row: number) =>
    of.kind === 'levels' ? of.codes[row]! < 0 : Number.isNaN(of.numbers[row]!)
  return Int32Array.from({ length: count }, (_, row) => row).filter(
    (row) => !values.some((of) => gap(of, row)),
  )
}

/** Levels that no kept row has are gone, as R drops them. */
function keepRows(values: Values, rows: Int32Array): Values {
  if (values.kind !== 'levels')
    return { ...values, numbers: Float64Array.from(rows, (row) => values.numbers[row]!) }
  const codes = Int32Array.from(rows, (row) => values.codes[row]!)
  const used = [...new Set(codes)].sort((a, b) => a - b)
  const places = new Map(used.map((code, place) => [code, place]))
  return {
    kind: 'levels',
    levels: used.map((code) => values.levels[code]!),
    codes: codes.map((code) => places.get(code)!),
  }
}

/** One label a row: the value, or with names `name=value` joined by commas, as R writes strata. */
export function labelled(list: readonly Values[], names: readonly string[] = []): string[] | undefined {
  if (list.length === 0) return undefined
  const labels = list.map(labelsOf)
  return labels[0]!.map((_, row) =>
    labels.map((own, i) => (names[i] === undefined ? own[row] : `${names[i].trim()}=${own[row]}`)).join(', '),
  )
}

/**
 * Columns of every term. A variable of levels leaves out its first one where the term without it is in the model; beside
 * no intercept, the first such variable keeps them all.
 */
function columnsOf({ intercept, terms }: ModelTerms, variables: Map<string, Values>): Column[] {
  const present = new Set(terms.map((term) => term.join(':')))
  if (intercept) present.add('')
  return terms.flatMap((term) => {
    const coded = term.map((name) => {
      const values = variables.get(name)!
      const without = term.filter((other) => other !== name).join(':')
      const full = !present.has(without)
      if (full && without === '' && values.kind !== 'numbers') present.add('')
      return coding(name, values, full)
    })
    return coded.reduce((left, right) => right.flatMap((b) => left.map((a) => product(a, b))))
  })
}

function product(a: Column, b: Column): Column {
  return { name: `${a.name}:${b.name}`, values: a.values.map((value, row) => value * b.values[row]!) }
}

function coding(name: string, values: Values, full: boolean): Column[] {
  if (values.kind === 'numbers') return [{ name, values: values.numbers }]
  const { levels, codes } =
    values.kind === 'levels' ? values : { levels: ['FALSE', 'TRUE'], codes: Int32Array.from(values.numbers) }
  return levels.slice(full ? 0 : 1).map((level, i) => ({
    name: `${name}${level}`,
    values: Float64Array.from(codes, (code) => (code === i + (full ? 0 : 1) ? 1 : 0)),
  }))
}
