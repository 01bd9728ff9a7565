/** A unit's outcome in a period; null where it is not known. */
export type PanelRow = {
  unit: string
  /** A whole number, such as a year. */
  time: number
  /** The first period in which the unit is treated, the same in all its rows; null when it never is. */
  first: number | null
  outcome: number | null
}

/** Outcomes as a table of units and periods, whatever the order of the rows. */
export type Panel = {
  /** In the order of their names, without those that were treated from the first period on. */
  units: string[]
  /** The periods in which any unit has an outcome, earliest first. */
  times: number[]
  /** By unit; Infinity when it is not treated before the panel ends. */
  first: Float64Array
  /** Unit by unit, each with a value a period; NaN where there is none. */
  outcome: Float64Array
  alwaysTreated: string[]
  /** Cells of the units kept that have no outcome. */
  missing: number
}

/**
 * @throws RangeError naming the row whose time or first period is not whole or whose outcome is not finite, a unit with two
 *   first periods or two rows for a period, or when no outcome is known.
 * Cost: O(rows + units · periods).
 */
export function panelOf(method: string, rows: readonly PanelRow[]): Panel {
  rows.forEach((row, place) => refuseRow(method, row, place))
  const times = [...new Set(rows.flatMap(({ time, outcome }) => (outcome === null ? [] : [time])))]
  times.sort((a, b) => a - b)
  if (times.length === 0) throw new RangeError(`${method}: no outcome is known`)
  const firsts = firstsOf(method, rows)
  const names = [...firsts.keys()].sort((a, b) => (a < b ? -1 : 1))
  const always = (unit: string) => firsts.get(unit)! <= times[0]!
  const units = names.filter((unit) => !always(unit))
  const outcome = outcomesOf(method, rows, { units, times })
  return {
    units,
    times,
    first: Float64Array.from(units, (unit) =>
      firsts.get(unit)! > times.at(-1)! ? Infinity : firsts.get(unit)!,
    ),
    outcome,
    alwaysTreated: names.filter(always),
    missing: outcome.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
  }
}

function refuseRow(method: string, { time, first, outcome }: PanelRow, place: number): void {
  const refuse = (says: string) => new RangeError(`${method}: row ${place + 1}: ${says}`)
  if (!Number.isInteger(time)) throw refuse(`the time must be a whole number, got ${time}`)
  if (first !== null && !Number.isInteger(first))
    throw refuse(`the first period must be a whole number or none, got ${first}`)
  if (outcome !== null && !Number.isFinite(outcome))
    throw refuse(`the outcome must be finite, got ${outcome}`)
}

function firstsOf(method: string, rows: readonly PanelRow[]): Map<string, number> {
  const firsts = new Map<string, number>()
  for (const { unit, first } of rows) {
    const own = first ?? Infinity
    const known = firsts.get(unit) ?? own
    if (known !== own)
      throw new RangeError(`${method}: unit ${unit} has two first periods: ${shown(known)} and ${shown(own)}`)
    firsts.set(unit, own)
  }
  return firsts
}

function shown(first: number): string {
  return first === Infinity ? 'none' : String(first)
}

function outcomesOf(
  method: string,
  rows: readonly PanelRow[],
  { units, times }: { units: readonly string[]; times: readonly number[] },
): Float64Array {
  const places = new Map(units.map((unit, place) => [unit, place]))
  const columns = new Map(times.map((time, column) => [time, column]))
  const outcome = new Float64Array(units.length * times.length).fill(NaN)
  const seen = new Set<string>()
  for (const { unit, time, outcome: value } of rows) {
    const cell = `${time} ${unit}`
    if (seen.has(cell)) throw new RangeError(`${method}: unit ${unit} has two rows for ${time}`)
    seen.add(cell)
    const [place, column] = [places.get(unit), columns.get(time)]
    if (place !== undefined && column !== undefined && value !== null)
      outcome[place * times.length + column] = value
  }
  return outcome
}
