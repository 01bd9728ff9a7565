import type { SurvivalRows } from '@semai/analytics/survival/risk-order'
import { Refusal } from '@semai/domain/refusal'
import { needed } from './answer.ts'
import type { ModelFrame } from './model-frame.ts'
import { labelsOf } from './model-values.ts'
import type { Values } from './model-values.ts'
import type { Table } from './table.ts'

/** Options by which every survival method names its columns, when it is given no formula. */
export const survivalOptions = {
  input: { type: 'string' },
  formula: { type: 'string' },
  start: { type: 'string' },
  stop: { type: 'string' },
  time: { type: 'string' },
  event: { type: 'string', default: 'event' },
  strata: { type: 'string' },
  confidence: { type: 'string', default: '0.95' },
  json: { type: 'boolean', default: false },
} as const

type Named = {
  formula?: string | undefined
  start?: string | undefined
  stop?: string | undefined
  time?: string | undefined
  event: string
}

/** The formula given, or the one that the column options and `terms` (names joined by commas) come to. */
export function survivalFormula(
  { formula, start, stop, time, event }: Named,
  terms: string | undefined,
): string {
  if (formula !== undefined) return formula
  const end = stop ?? needed('formula, or --stop or --time', time)
  const times = start === undefined ? [end] : [start, end]
  return `Surv(${[...times, event].map(quoted).join(', ')}) ~ ${plusTerms(terms)}`
}

/** `a,b c` as `` `a` + `b c` ``; 1 where there are none. */
export function plusTerms(names: string | undefined): string {
  return names === undefined
    ? '1'
    : names
        .split(',')
        .map((name) => quoted(name.trim()))
        .join(' + ')
}

/** A column's name as a formula takes it. */
export function quoted(name: string): string {
  return `\`${name}\``
}

/** Times and events of the rows kept; `notes` says how the events were read where that is not plain. */
export type SurvivalInput = { rows: SurvivalRows; notes: string[] }

/**
 * The rows of a frame whose response is Surv(time, event) or Surv(start, stop, event): events as 0 and 1, TRUE and
 * FALSE, or 1 and 2 of which 2 is the event, as R reads them.
 * @throws Refusal naming the row of a stop that is not after its start or of an event that can not be read.
 */
export function survivalRows(table: Table, frame: ModelFrame): SurvivalInput {
  const { times, event } = survivalParts(table, frame)
  if (event.kind === 'levels') {
    throw new Refusal(
      'invalid',
      `${table.file}: events must be 0 and 1, 1 and 2, or TRUE and FALSE; found ${event.levels.slice(0, 4).join(', ')}. ` +
        `Say which is the event: Surv(time, status == "${event.levels[0]}").`,
    )
  }
  const { numbers } = event
  const twos = numbers.includes(2) && numbers.every((value) => value === 1 || value === 2)
  const odd = twos ? -1 : numbers.findIndex((value) => value !== 0 && value !== 1)
  if (odd >= 0) throw rowRefusal(table, frame, odd, `the event must be 0 or 1, found ${numbers[odd]}`)
  const notes = twos ? ['Events are 1 and 2: 2 was read as the event, 1 as none.'] : []
  return { rows: { ...times, event: twos ? numbers.map((value) => value - 1) : numbers }, notes }
}

/**
 * Times of the rows, and events as 0 or the place of their kind, counted from 1: the numbers other than 0, or the texts
 * other than `censored`.
 * @throws Refusal when it is not clear which text means that no event came, or when there are no events.
 */
export function competingRows(
  table: Table,
  frame: ModelFrame,
  censored: string | undefined,
): SurvivalInput & { kinds: string[] } {
  const { times, event } = survivalParts(table, frame)
  const labels = labelsOf(event)
  const order =
    event.kind === 'levels' ? event.levels : [...new Set(labels)].sort((a, b) => Number(a) - Number(b))
  const usual = event.kind === 'levels' ? ['censored', 'censor', 'none', 'FALSE'] : ['0', 'FALSE']
  const none = censored ?? usual.find((label) => order.includes(label))
  if (none === undefined && event.kind === 'levels') {
    throw new Refusal(
      'invalid',
      `Say which event means that none came: --censored, one of ${order.join(', ')}.`,
    )
  }
  const kinds = order.filter((label) => label !== none)
  if (kinds.length === 0) throw new Refusal('invalid', `${table.file}: there are no events.`)
  const notes = none === undefined || !order.includes(none) ? ['No row is censored.'] : []
  return { rows: { ...times, event: labels.map((label) => kinds.indexOf(label) + 1) }, kinds, notes }
}

function survivalParts(table: Table, frame: ModelFrame) {
  const event = frame.response.at(-1)
  if (!frame.survival || !event || frame.response.length < 2 || frame.response.length > 3) {
    throw new Refusal('invalid', 'The response must be Surv(time, event) or Surv(start, stop, event).')
  }
  const numbers = frame.response.slice(0, -1).map((values) => timesOf(table, values))
  const [start, stop] = numbers.length === 2 ? numbers : [undefined, numbers[0]]
  const wrong = start ? start.findIndex((time, row) => stop![row]! <= time) : -1
  if (wrong >= 0) {
    throw rowRefusal(table, frame, wrong, `stop ${stop![wrong]} is not after start ${start![wrong]}`)
  }
  return { times: { start, stop: stop! }, event }
}

function timesOf(table: Table, values: Values): Float64Array {
  if (values.kind === 'numbers' && values.numbers.every(Number.isFinite)) return values.numbers
  throw new Refusal('invalid', `${table.file}: times must be finite numbers.`)
}

/** The sentence that names a row of the frame as the file counts it. */
export function rowRefusal(table: Table, { rows }: ModelFrame, row: number, says: string): Refusal {
  return new Refusal('invalid', `${table.file}: row ${table.rows[rows[row]!]?.number}: ${says}.`)
}
