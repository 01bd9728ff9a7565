import { groupsOf } from '../numbers/groups.ts'
import type { Labels } from '../numbers/groups.ts'
import { gather, stableOrder } from '../numbers/stable-order.ts'

/**
 * One row for each stretch of time (start, stop] in which something is watched; without `start` it is watched from the
 * beginning. `event` is 1 where the event ended the stretch and 0 where only the watching did.
 */
export type SurvivalRows = {
  start?: ArrayLike<number> | undefined
  stop: ArrayLike<number>
  event: ArrayLike<number>
}

/** The way through the rows from the latest event time of a stratum to its earliest. */
export type RiskOrder = {
  /** Rows at risk at some event time, by stratum, latest stop first; events last among equal stops. */
  rows: Int32Array
  /** Places in `rows`, by stratum, latest start first. */
  leaving: Int32Array
  /** A step for each distinct event time of a stratum. */
  time: Float64Array
  stratum: Int32Array
  /** Events at the time: the last of the rows that enter. */
  events: Int32Array
  /** Rows that enter and places that leave before the step is counted: from, to. */
  enterFrom: Int32Array
  enterTo: Int32Array
  leaveFrom: Int32Array
  leaveTo: Int32Array
  labels: (string | number)[]
}

/** @throws RangeError naming the row whose times or event (0 to `kinds`) can not be, or when lists differ in length. */
export function refuseTimes(method: string, { start, stop, event }: SurvivalRows, kinds = 1): void {
  const rows = stop.length
  if (rows === 0) throw new RangeError(`${method}: there are no rows`)
  if (event.length !== rows || (start && start.length !== rows)) {
    throw new RangeError(`${method}: times and events must have one entry a row`)
  }
  for (let row = 0; row < rows; row++) {
    const where = `${method}: row ${row + 1}`
    if (!Number.isFinite(stop[row]!)) throw new RangeError(`${where}: the time must be finite`)
    if (start && !Number.isFinite(start[row]!)) throw new RangeError(`${where}: the start must be finite`)
    if (start && stop[row]! <= start[row]!) {
      throw new RangeError(`${where}: stop ${stop[row]} is not after start ${start[row]}`)
    }
    const kind = event[row]!
    if (!Number.isInteger(kind) || kind < 0 || kind > kinds) {
      throw new RangeError(
        `${where}: the event must be ${kinds === 1 ? '0 or 1' : `0 to ${kinds}`}, got ${kind}`,
      )
    }
  }
}

/** Cost: O(n log n). */
export function riskOrder({ start, stop, event }: SurvivalRows, strata?: Labels): RiskOrder {
  const count = stop.length
  const { of, labels } = strata ? groupsOf(strata) : { of: new Int32Array(count), labels: [''] }
  const byStratum = (order: Int32Array) =>
    labels.length > 1 ? stableOrder(Float64Array.from(of), order) : order
  const byStop = byStratum(stableOrder(negated(stop), eventsLast(event)))
  const begin = start ? Float64Array.from(start) : new Float64Array(count).fill(-Infinity)
  const rows = atSomeEvent(byStop, { begin, stop, event, of })
  const byStart = start ? byStratum(stableOrder(negated(begin), rows)) : rows
  const place = new Int32Array(count)
  for (let i = 0; i < rows.length; i++) place[rows[i]!] = i
  const leaving = Int32Array.from(gather(place, byStart))
  return { rows, leaving, ...stepsOf({ rows, byStart, begin, stop, event, of }), labels }
}

function negated(times: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(times)
  for (let i = 0; i < result.length; i++) result[i] = -result[i]!
  return result
}

/** All rows, those without the event first. */
function eventsLast(event: ArrayLike<number>): Int32Array {
  const order = new Int32Array(event.length)
  let place = 0
  for (const last of [false, true]) {
    for (let row = 0; row < event.length; row++) if (event[row]! > 0 === last) order[place++] = row
  }
  return order
}

type Ordered = { begin: Float64Array; stop: ArrayLike<number>; event: ArrayLike<number>; of: Int32Array }

/** Leaves out rows that no event time of their stratum falls into: they say nothing. */
function atSomeEvent(byStop: Int32Array, { begin, stop, event, of }: Ordered): Int32Array {
  const seen = new Uint8Array(byStop.length)
  let [time, stratum] = [Infinity, -1]
  for (let i = byStop.length - 1; i >= 0; i--) {
    const row = byStop[i]!
    if (of[row] !== stratum) [time, stratum] = [-Infinity, of[row]!]
    if (event[row]! > 0) time = stop[row]! // the latest event time so far: earlier stops came before
    if (time > begin[row]!) seen[row] = 1
  }
  return byStop.filter((row) => seen[row])
}

function stepsOf({
  rows,
  byStart,
  begin,
  stop,
  event,
  of,
}: Ordered & { rows: Int32Array; byStart: Int32Array }) {
  const lasts = lastsOf({ rows, stop, event, of })
  const list = () => new Int32Array(lasts.length)
  const [time, stratum, events] = [new Float64Array(lasts.length), list(), list()]
  const [enterFrom, enterTo, leaveFrom, leaveTo] = [list(), list(), list(), list()]
  for (let step = 0, enter = 0, leave = 0; step < lasts.length; step++) {
    const last = lasts[step]!
    time[step] = stop[rows[last]!]!
    stratum[step] = of[rows[last]!]!
    if (stratum[step] !== stratum[step - 1]) leave = enter // each stratum ends with an event
    leaveFrom[step] = leave
    while (leave <= last && begin[byStart[leave]!]! >= time[step]!) leave++
    leaveTo[step] = leave
    let tied = 1
    while (last - tied >= enter && stop[rows[last - tied]!] === time[step] && event[rows[last - tied]!]! > 0)
      tied++
    events[step] = tied
    enterFrom[step] = enter
    enterTo[step] = enter = last + 1
  }
  return { time, stratum, events, enterFrom, enterTo, leaveFrom, leaveTo }
}

/** Places of the events that no row of their stratum with the same stop follows. */
function lastsOf({ rows, stop, event, of }: Omit<Ordered, 'begin'> & { rows: Int32Array }): Int32Array {
  const lasts = new Int32Array(rows.length)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const [row, next] = [rows[i]!, rows[i + 1]]
    const more = next !== undefined && of[next] === of[row] && stop[next] === stop[row]
    if (event[row]! > 0 && !more) lasts[count++] = i
  }
  return lasts.subarray(0, count)
}
