import { readFileSync } from 'node:fs'
import { cascadesOf } from '@semai/analytics/networks/cascades'
import type { Cascades } from '@semai/analytics/networks/cascades'
import { Refusal } from '@semai/domain/refusal'
import { byteColumns } from './byte-columns.ts'
import { inOrder } from './ordered-labels.ts'
import { cellRefusal, fullColumn, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

export type CascadeOptions = {
  cascade: string
  node: string
  time: string
  /** What a day is counted in, where times are dates. */
  unit: string | undefined
  repeated: 'reject' | 'first'
}

/** Cascades with the names of their nodes and of themselves, both in rising order. */
export type CascadeFile = { cascades: Cascades; nodes: string[]; names: string[] }

type Labelled = { ids: Int32Array; labels: string[] }
type Columns = { cascade: Labelled; node: Labelled; time: Float64Array; fileRow: (row: number) => number }

const DAYS = { days: 1, weeks: 7, months: 365.2425 / 12, years: 365.2425 }

/**
 * Reads one row a hit. Times are numbers in any unit, or dates such as 1965-03-01.
 * @throws Refusal naming row and column of a cell that can not be used, or of a node hit again in its cascade.
 */
export async function readCascades(file: string, options: CascadeOptions): Promise<CascadeFile> {
  const { cascade, node, time, fileRow } = fastColumns(file, options) ?? (await carefulColumns(file, options))
  const [cascades, nodes] = [inOrder(cascade), inOrder(node)]
  try {
    const hits = {
      cascades: cascades.labels.length,
      nodes: nodes.labels.length,
      cascade: cascades.ids,
      node: nodes.ids,
      time,
    }
    const entryName = (row: number) =>
      `row ${fileRow(row)} (cascade ${cascades.labels[cascades.ids[row]!]}, node ${nodes.labels[nodes.ids[row]!]})`
    return {
      cascades: cascadesOf(hits, { repeated: options.repeated, entryName }),
      nodes: nodes.labels,
      names: cascades.labels,
    }
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem
    const says = problem.message.replace('cascadesOf: ', '')
    throw new Refusal('invalid', `${file}: ${says}. With --repeated first only a node's first hit counts.`)
  }
}

function fastColumns(file: string, { cascade, node, time, unit }: CascadeOptions): Columns | null {
  if (unit !== undefined) return null
  const read = byteColumns(readFileSync(file), { texts: [cascade, node], numbers: [time] })
  if (read === null) return null
  return {
    cascade: read.texts[0]!,
    node: read.texts[1]!,
    time: read.numbers[0]!,
    fileRow: (row) => row + 2,
  }
}

async function carefulColumns(file: string, { cascade, node, time, unit }: CascadeOptions): Promise<Columns> {
  const table = await readTable(file)
  const [first, ...rest] = fullColumn(table, time)
  const areDates = dayOf(first!) !== null
  if (unit !== undefined && !areDates) {
    throw new Refusal('invalid', `--unit is for dates; column "${time}" of ${file} has numbers.`)
  }
  return {
    cascade: labelled(fullColumn(table, cascade)),
    node: labelled(fullColumn(table, node)),
    time: areDates
      ? datesOf([first!, ...rest], { table, column: time, days: daysOf(unit) })
      : numberColumn(table, time),
    fileRow: (row) => table.rows[row]!.number,
  }
}

/** @throws Refusal when there is no such unit. */
export function daysOf(unit = 'days'): number {
  if (Object.hasOwn(DAYS, unit)) return DAYS[unit as keyof typeof DAYS]
  throw new Refusal('invalid', `--unit takes ${Object.keys(DAYS).join(', ')}; found "${unit}".`)
}

function datesOf(
  texts: readonly string[],
  { table, column, days }: { table: Table; column: string; days: number },
): Float64Array {
  return Float64Array.from(texts, (text, row) => {
    const day = dayOf(text)
    if (day === null) throw cellRefusal(table, row, column, `"${text}" is not a date such as 1965-03-01`)
    return day / days
  })
}

/** Days since 1970, before it below 0; null for what is no date of the calendar. */
export function dayOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? null : time / 86_400_000
}

function labelled(texts: readonly string[]): Labelled {
  const ids = new Map<string, number>()
  const numbers = Int32Array.from(texts, (text) => {
    const id = ids.get(text) ?? ids.size
    ids.set(text, id)
    return id
  })
  return { ids: numbers, labels: [...ids.keys()] }
}
