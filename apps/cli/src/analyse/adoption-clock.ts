import { Refusal } from '@semai/domain/refusal'
import { numberOption } from './answer.ts'
import { dayOf, daysOf } from './cascade-file.ts'
import { cellRefusal, fullColumn } from './table.ts'
import type { Table } from './table.ts'

/** How times of a file are counted: as they are, or, where they are dates, in a unit of so many days. */
export type Clock = { unit: string | undefined; days: number | null }

const HORIZON: Record<string, number> = { days: 365, weeks: 52, months: 12, years: 1 }

/** Dates are counted in months unless said otherwise. */
export function clockOf(table: Table, time: string, unit: string | undefined): Clock {
  const [first = ''] = fullColumn(table, time)
  if (dayOf(first) === null) return { unit, days: null }
  return { unit: unit ?? 'months', days: daysOf(unit ?? 'months') }
}

/** A year's length on this clock; 1 where times are numbers. */
export function usualHorizon({ unit, days }: Clock): number {
  return days === null ? 1 : HORIZON[unit!]!
}

/**
 * A time given on the command line, as a date where the file has dates.
 * @throws Refusal naming the option.
 */
export function timeOption(name: string, text: string, { days }: Clock): number {
  if (days === null) return numberOption(name, text)
  const day = dayOf(text)
  if (day !== null) return day / days
  throw new Refusal(
    'invalid',
    `--${name} takes a date such as 2024-01-01, as the file does; found "${text}".`,
  )
}

/**
 * A time in a cell.
 * @throws Refusal naming the cell.
 */
export function timeCell(
  table: Table,
  row: number,
  column: string,
  { text, clock }: { text: string; clock: Clock },
): number {
  const value = clock.days === null ? Number(text) : (dayOf(text) ?? NaN) / clock.days
  if (text !== '' && Number.isFinite(value)) return value
  const kind = clock.days === null ? 'a number' : 'a date such as 2024-01-01'
  throw cellRefusal(table, row, column, `"${text}" is not ${kind}, as the times of events are`)
}

/** When a time was, as a reader would write it. */
export function shownTime(time: number, { days }: Clock): number | string {
  if (days === null) return time
  return new Date(Math.round(time * days) * 86_400_000).toISOString().slice(0, 10)
}

/** The first moment that is after all events: a day later, the next whole number where all are whole, or just after. */
export function endOf(times: Float64Array, { days }: Clock): number {
  const last = times.reduce((most, time) => Math.max(most, time), -Infinity)
  if (days !== null) return last + 1 / days
  return times.every(Number.isInteger) ? last + 1 : last + 1e-9 * Math.max(1, Math.abs(last))
}
