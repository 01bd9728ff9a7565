/** Something that can adopt, from its first period on (it may be created late) to its last. */
export type Unit = { id: string; from?: number | undefined; until?: number | undefined }

/** A unit took up an item in a period; periods are whole numbers, such as years. */
export type Adoption = { unit: string; item: string; period: number }

/** `neighbour` may influence `unit`; the other way needs a line of its own. */
export type Influence = { unit: string; neighbour: string; weight?: number | undefined }

export type RiskSetOptions = {
  neighbours?: readonly Influence[]
  /** First period watched, where that is after an item's first adoption. What came before is known but not a row. */
  from?: number | undefined
  /** Last period watched; the last adoption of any item unless given. */
  until?: number | undefined
}

/** A row for each unit, item and period at risk, by item (as they first come up), period and unit (as listed). */
export type RiskSet = {
  unit: Int32Array
  item: Int32Array
  period: Int32Array
  /** Periods since the item's first adoption anywhere: 0 in the first. */
  duration: Int32Array
  adopted: Int32Array
  /** Weighted share of the neighbours in existence that had adopted before the period; 0 without neighbours. */
  exposure: Float64Array
  /** Weight of the neighbours that had adopted before the period. */
  exposedTo: Float64Array
  /** Share of all units in existence that had adopted before the period. */
  prevalence: Float64Array
  units: string[]
  items: string[]
}

/**
 * Who could still adopt what and when. A unit is at risk from its creation, until it adopts; one that adopted before the
 * watch began is no row but counts as a neighbour. Neighbours count with what they had done in strictly earlier periods.
 * @throws RangeError naming an unknown unit, a period that is not whole, an adoption outside the unit's existence or
 *   made twice, an influence of a unit on itself, or when there are no adoptions.
 * Cost: O(rows + adoptions · neighbours).
 * Source: Berry & Berry (1990), APSR 84; Allison (1984), Event History Analysis.
 * @example riskSet([{ id: 'a' }, { id: 'b' }], [{ unit: 'a', item: 'x', period: 1 }, { unit: 'b', item: 'x', period: 3 }])
 *   .period // 1, 1, 2, 3: a and b in 1, then b alone
 */
export function riskSet(
  units: readonly Unit[],
  adoptions: readonly Adoption[],
  options: RiskSetOptions = {},
): RiskSet {
  const places = placesOf(units)
  const items = [...new Set(adoptions.map(({ item }) => item))]
  if (items.length === 0) throw new RangeError('riskSet: there are no adoptions')
  const adopted = adoptionPeriods(units, adoptions, places)
  const reach = reachOf(places, options.neighbours ?? [])
  const until = options.until ?? adoptions.reduce((last, { period }) => Math.max(last, period), -Infinity)
  const rows = new Map<keyof Counts, number[]>(counted.map((name) => [name, []]))
  items.forEach((item, place) => {
    const periods = adopted.get(item)!
    const first = [...periods.values()].reduce((least, period) => Math.min(least, period))
    watchItem({ units, periods, reach }, { from: first, until }, (row) => {
      if (row.period < (options.from ?? first)) return
      const whole = { ...row, item: place, duration: row.period - first }
      for (const name of counted) rows.get(name)!.push(whole[name])
    })
  })
  const whole = (name: keyof Counts) => Int32Array.from(rows.get(name)!)
  const real = (name: keyof Counts) => Float64Array.from(rows.get(name)!)
  return {
    unit: whole('unit'),
    item: whole('item'),
    period: whole('period'),
    duration: whole('duration'),
    adopted: whole('adopted'),
    exposure: real('exposure'),
    exposedTo: real('exposedTo'),
    prevalence: real('prevalence'),
    units: units.map(({ id }) => id),
    items,
  }
}

const counted = [
  'unit',
  'item',
  'period',
  'duration',
  'adopted',
  'exposure',
  'exposedTo',
  'prevalence',
] as const

type Counts = Record<(typeof counted)[number], number>
type Edge = { to: number; weight: number }

function placesOf(units: readonly Unit[]): Map<string, number> {
  const places = new Map(units.map(({ id }, place) => [id, place]))
  const twice = units.find(({ id }, place) => places.get(id) !== place)
  if (twice) throw new RangeError(`riskSet: unit ${twice.id} is listed twice`)
  return places
}

function placeOf(places: Map<string, number>, id: string): number {
  const place = places.get(id)
  if (place === undefined) throw new RangeError(`riskSet: there is no unit ${id}`)
  return place
}

/** By item, when each unit (by its place) adopted it. */
function adoptionPeriods(
  units: readonly Unit[],
  adoptions: readonly Adoption[],
  places: Map<string, number>,
): Map<string, Map<number, number>> {
  const adopted = new Map<string, Map<number, number>>()
  for (const { unit, item, period } of adoptions) {
    const place = placeOf(places, unit)
    const { from = -Infinity, until = Infinity } = units[place]!
    const what = `riskSet: unit ${unit}, item ${item}`
    if (!Number.isInteger(period))
      throw new RangeError(`${what}: the period must be a whole number, got ${period}`)
    if (period < from || period > until)
      throw new RangeError(`${what}: adopted in ${period}, when it did not exist`)
    const periods = adopted.get(item) ?? new Map<number, number>()
    if (periods.has(place)) throw new RangeError(`${what}: adopted twice`)
    adopted.set(item, periods.set(place, period))
  }
  return adopted
}

/** Whom each unit influences. */
function reachOf(places: Map<string, number>, neighbours: readonly Influence[]): Edge[][] {
  const reach: Edge[][] = [...places].map(() => [])
  for (const { unit, neighbour, weight = 1 } of neighbours) {
    const [to, from] = [placeOf(places, unit), placeOf(places, neighbour)]
    if (to === from) throw new RangeError(`riskSet: unit ${unit} can not be its own neighbour`)
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `riskSet: the weight of ${neighbour} for ${unit} must not be negative, got ${weight}`,
      )
    }
    reach[from]!.push({ to, weight })
  }
  return reach
}

type Watched = { units: readonly Unit[]; periods: Map<number, number>; reach: Edge[][] }

/** Calls `row` for every unit at risk in every period, then lets the adoptions of the period count. */
function watchItem(
  { units, periods, reach }: Watched,
  { from, until }: { from: number; until: number },
  row: (counts: Omit<Counts, 'item' | 'duration'>) => void,
): void {
  const size = units.length
  const [exposed, around] = [new Float64Array(size), new Float64Array(size)]
  const [alive, done] = [new Uint8Array(size), new Uint8Array(size)]
  for (let period = from; period <= until; period++) {
    units.forEach((unit, place) => {
      const here = (unit.from ?? -Infinity) <= period && period <= (unit.until ?? Infinity) ? 1 : 0
      const change = here - alive[place]!
      alive[place] = here
      if (change === 0) return
      for (const { to, weight } of reach[place]!) {
        around[to]! += change * weight
        exposed[to]! += change * done[place]! * weight
      }
    })
    const living = alive.reduce((sum, here) => sum + here, 0)
    const adopters = alive.reduce((sum, here, place) => sum + here * done[place]!, 0)
    units.forEach((_, unit) => {
      if (!alive[unit] || done[unit]) return
      const exposedTo = exposed[unit]!
      const exposure = around[unit]! > 0 ? exposedTo / around[unit]! : 0
      const adopted = periods.get(unit) === period ? 1 : 0
      row({ unit, period, adopted, exposedTo, exposure, prevalence: adopters / living })
    })
    for (const [place, when] of periods) {
      if (when !== period) continue
      done[place] = 1
      for (const { to, weight } of reach[place]!) exposed[to]! += weight
    }
  }
}
