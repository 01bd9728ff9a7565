/** A region's adoption of an innovation; time in periods (years, or any other whole unit). */
export type Adoption = { region: string; innovation: string; time: number }

export type AdoptionOptions = {
  /** All regions, those that adopted nothing too; the adopters in order of appearance when not given. */
  regions?: readonly string[]
  /** Where observation ends: every innovation could be adopted until then, instead of until its last adoption. */
  end?: number
  /** Only periods from the first to the second of these count for the rate. */
  window?: readonly [from: number, until: number]
}

/** Regions by innovations, row by row. */
export type AdoptionTable = {
  regions: string[]
  innovations: string[]
  walker: Float64Array
  /** Whether an innovation counts for Walker. */
  counted: Uint8Array
  undefinedWalker: string[]
  adopted: Uint8Array
  risk: Float64Array
  repeated: number
}

/**
 * Scores, adoptions and periods at risk of every region and innovation.
 * @throws RangeError as `innovativeness`, beginning with `who`.
 */
export function adoptionTable(
  who: string,
  adoptions: readonly Adoption[],
  options: AdoptionOptions,
): AdoptionTable {
  refuseFaults(who, adoptions, options)
  const { regions: given, end, window } = options
  const regions = [...new Set(given ?? adoptions.map(({ region }) => region))]
  const innovations = [...new Set(adoptions.map(({ innovation }) => innovation))]
  const k = innovations.length
  const [row, column] = [placesOf(regions), placesOf(innovations)]
  const times = new Float64Array(regions.length * k).fill(Infinity)
  let repeated = 0
  for (const { region, innovation, time } of adoptions) {
    const at = row.get(region)! * k + column.get(innovation)!
    if (times[at]! < Infinity) repeated++
    times[at] = Math.min(times[at]!, time)
  }
  const first = new Float64Array(k).fill(Infinity)
  const last = new Float64Array(k).fill(-Infinity)
  times.forEach((time, at) => {
    if (time === Infinity) return
    first[at % k] = Math.min(first[at % k]!, time)
    last[at % k] = Math.max(last[at % k]!, time)
  })
  const counted = Uint8Array.from(first, (start, j) => (last[j]! > start ? 1 : 0))
  const [from, until] = window ?? [-Infinity, Infinity]
  const risk = new Float64Array(times.length)
  const adopted = new Uint8Array(times.length)
  const walker = times.map((time, at) => {
    const [start, stop] = [first[at % k]!, last[at % k]!]
    risk[at] = Math.max(0, Math.min(end ?? stop, time, until) - Math.max(start, from) + 1)
    if (time < Infinity && time >= from && time <= until) adopted[at] = 1
    return time === Infinity || stop === start ? 0 : (stop - time) / (stop - start)
  })
  const undefinedWalker = innovations.filter((_, j) => counted[j] === 0)
  return { regions, innovations, walker, counted, undefinedWalker, adopted, risk, repeated }
}

function placesOf(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, at) => [name, at]))
}

function refuseFaults(
  who: string,
  adoptions: readonly Adoption[],
  { regions, end, window }: AdoptionOptions,
): void {
  const no = (says: string) => new RangeError(`${who}: ${says}`)
  if (adoptions.length === 0) throw no('there is no adoption')
  const known = regions && new Set(regions)
  for (const { region, innovation, time } of adoptions) {
    const which = `region ${region}, innovation ${innovation}`
    if (!Number.isInteger(time)) throw no(`${which}: the time must be a whole period, got ${time}`)
    if (end !== undefined && time > end) throw no(`${which}: adopted at ${time}, after the end ${end}`)
    if (known && !known.has(region)) throw no(`${which}: the region is not among those given`)
  }
  if (end !== undefined && !Number.isInteger(end)) throw no(`the end must be a whole period, got ${end}`)
  if (window && !(window.every((one) => Number.isInteger(one)) && window[0] <= window[1]))
    throw no(`the window must go from a whole period to a later one, got ${window.join(' to ')}`)
}
